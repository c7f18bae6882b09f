#include "publishedsite.h"

#include "check/gate/exceptionrepository.h"
#include "loopprobe.h"
#include "ui/check/checkpanel.h"
#include "ui/check/exceptiondialog.h"
#include "ui/check/fixpreview.h"
#include "ui/check/list/filterbar.h"
#include "ui/check/manyfixes.h"
#include "ui/editing/document.h"
#include "ui/publish/plan/gatelist.h"
#include "ui/publish/publishpanel.h"

#include <QComboBox>
#include <QJsonDocument>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

using namespace kakehashi;
using namespace kakehashi::test;
using namespace kakehashi::ui;

/// The list of the whole site, and the gate before a publish, as a person uses them.
class TestCheckPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init();
    void cleanup();

    void aSiteWithoutMistakesSaysSo();
    void mustsComeFirstAndAreCounted();
    void filtersAreRemembered_data();
    void filtersAreRemembered();
    void aDoubleClickOpensThePageAtThePlace();
    void mendingARuleShowsWhatChangesAndIsUndone();
    void anOpenPageFollowsWhatWasMended();
    void mendingManyStopsWhenCancelled();
    void theListIsExported();
    void thePanelListsExceptionsAndTakesThemBack();
    void aMustStopsThePublishUntilItIsExcepted();
    void otherSitesAreAskedOnlyWhenWanted();
    void aThousandPagesDoNotHoldUpTheWindow();

private:
    Ulid page(const QString &path, const QString &body);
    void show();
    QTreeView *list() const { return m_panel->findChild<QTreeView *>(); }
    void select(const QString &rule);
    QString working(const Ulid &page) const;
    template <typename T>
    T *dialog() const
    {
        return m_panel->window()->findChild<T *>();
    }
    bool shows(const QString &text) const;

    std::unique_ptr<PublishedSite> m_site;
    std::unique_ptr<CheckPanel> m_panel;
};

void TestCheckPanel::init()
{
    m_site = std::make_unique<PublishedSite>();
    auto settings = m_site->session->workspace().site().settings().value();
    settings.organization = QStringLiteral("見本県");
    settings.email = QStringLiteral("kankyo@example.jp");
    settings.telephone = QStringLiteral("022-000-0000");
    settings.url = QUrl(QStringLiteral("https://www.example.jp/"));
    QVERIFY(m_site->session->workspace().site().save(settings));
}

void TestCheckPanel::cleanup()
{
    m_panel.reset();
    m_site.reset();
}

Ulid TestCheckPanel::page(const QString &path, const QString &body)
{
    return m_site->page(path, QStringLiteral("題名 ") + path, body);
}

void TestCheckPanel::show()
{
    m_panel = std::make_unique<CheckPanel>(*m_site->session, nullptr);
    m_panel->resize(1000, 700);
    m_panel->show();
    auto *state = m_panel->findChild<QLabel *>(QStringLiteral("state"));
    QTRY_VERIFY_WITH_TIMEOUT(state->text().contains(QLatin1String("page")), patience);
}

bool TestCheckPanel::shows(const QString &text) const
{
    const QAbstractItemModel *model = list()->model();
    for (int group = 0; group < model->rowCount(); ++group) {
        const QModelIndex parent = model->index(group, 0);
        for (int row = 0; row < model->rowCount(parent); ++row) {
            if (model->index(row, 0, parent).data().toString().contains(text))
                return true;
        }
    }
    return false;
}

void TestCheckPanel::select(const QString &rule)
{
    const auto *model = qobject_cast<FindingModel *>(list()->model());
    for (int group = 0; group < model->rowCount(); ++group) {
        const QModelIndex parent = model->index(group, 0);
        for (int row = 0; row < model->rowCount(parent); ++row) {
            const QModelIndex index = model->index(row, 0, parent);
            if (model->row(index)->finding.issue.rule == rule)
                return list()->setCurrentIndex(index);
        }
    }
    QFAIL(qPrintable(rule));
}

QString TestCheckPanel::working(const Ulid &page) const
{
    return m_site->pages().working(page)->content.body;
}

void TestCheckPanel::aSiteWithoutMistakesSaysSo()
{
    show();
    auto *words = m_panel->findChild<FilterBar *>()->findChild<QLineEdit *>();
    words->setText(QStringLiteral("there is no such word"));
    auto *empty = m_panel->findChild<QLabel *>(QStringLiteral("empty"));
    QVERIFY(empty->isVisible());
    words->clear();
    QVERIFY(!empty->isVisible() || list()->model()->rowCount() == 0);
}

void TestCheckPanel::mustsComeFirstAndAreCounted()
{
    page(QStringLiteral("/a/"), QStringLiteral("２０名です。"));
    page(QStringLiteral("/z/"), QStringLiteral("２０名のｾﾐﾅｰです。"));
    show();
    const auto *model = qobject_cast<FindingModel *>(list()->model());
    const QModelIndex first = model->index(0, 0);
    QVERIFY2(first.data().toString().contains(QStringLiteral("/z/")),
             qPrintable(first.data().toString()));
    QCOMPARE(model->row(model->index(0, 0, first))->finding.issue.severity, Severity::Must);
    QCOMPARE(m_site->session->badge(QStringLiteral("check")), QStringLiteral("1"));
}

void TestCheckPanel::filtersAreRemembered_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("gone");
    QTest::addColumn<QString>("there");
    QTest::newRow("musts") << QStringLiteral("must") << QStringLiteral("ｾﾐﾅｰ")
                           << QStringLiteral("２０");
    QTest::newRow("shoulds") << QStringLiteral("should") << QStringLiteral("２０")
                             << QStringLiteral("ｾﾐﾅｰ");
}

void TestCheckPanel::filtersAreRemembered()
{
    QFETCH(QString, button);
    QFETCH(QString, gone);
    QFETCH(QString, there);
    page(QStringLiteral("/a/"), QStringLiteral("２０名のｾﾐﾅｰです。"));
    show();
    m_panel->findChild<QToolButton *>(button)->click();
    QVERIFY(!shows(gone));
    QVERIFY(shows(there));
    m_panel.reset();
    show();
    QVERIFY(!shows(gone));
    QVERIFY(shows(there));
}

void TestCheckPanel::aDoubleClickOpensThePageAtThePlace()
{
    const Ulid id = page(QStringLiteral("/a/"), QStringLiteral("一\n\n二\n\nｾﾐﾅｰです。"));
    show();
    QSignalSpy panels(m_site->session.get(), &Session::panelRequested);
    QSignalSpy lines(m_site->session.get(), &Session::gotoLineRequested);
    select(QStringLiteral("half-width-kana"));
    Q_EMIT list()->doubleClicked(list()->currentIndex());
    QCOMPARE(m_site->session->currentPage(), id);
    QCOMPARE(panels.at(0).at(0).toString(), QStringLiteral("pages"));
    QCOMPARE(lines.at(0).at(0).toInt(), 5);
}

void TestCheckPanel::mendingARuleShowsWhatChangesAndIsUndone()
{
    const Ulid a = page(QStringLiteral("/a/"), QStringLiteral("２０名と３０名です。"));
    const Ulid b = page(QStringLiteral("/b/"), QStringLiteral("４階です。"));
    show();
    select(QStringLiteral("full-width-alnum"));
    button(*m_panel, "mendRule")->click();
    auto *preview = dialog<FixPreview>();
    QVERIFY(preview);
    QCOMPARE(preview->findChild<QTreeWidget *>()->topLevelItemCount(), 2);
    QSignalSpy messages(m_site->session.get(), &Session::messageShown);
    preview->findChild<QPushButton *>(QStringLiteral("mend"))->click();
    QTRY_COMPARE_WITH_TIMEOUT(messages.count(), 1, patience);
    QCOMPARE(working(a), QStringLiteral("20名と30名です。"));
    QCOMPARE(working(b), QStringLiteral("4階です。"));
    QTRY_VERIFY_WITH_TIMEOUT(!shows(QStringLiteral("２０")), patience); // checked again by itself
    messages.at(0).at(0).value<Message>().action();
    QTRY_COMPARE_WITH_TIMEOUT(working(a), QStringLiteral("２０名と３０名です。"), patience);
    QCOMPARE(working(b), QStringLiteral("４階です。"));
    QVERIFY(m_site->pages().page(a)->live == 0); // nothing went live
}

void TestCheckPanel::anOpenPageFollowsWhatWasMended()
{
    const Ulid a = page(QStringLiteral("/a/"), QStringLiteral("４階です。"));
    QVERIFY(m_site->session->openPage(a));
    show();
    select(QStringLiteral("full-width-alnum"));
    button(*m_panel, "mend")->click();
    QTRY_COMPARE_WITH_TIMEOUT(m_site->session->currentContent().body, QStringLiteral("4階です。"),
                              patience);
    QVERIFY(!m_site->session->isModified(a));
    QCOMPARE(working(a), QStringLiteral("4階です。"));
}

void TestCheckPanel::mendingManyStopsWhenCancelled()
{
    QList<PageFixes> fixes;
    for (int i = 0; i < 20; ++i) {
        const Ulid id = page(QStringLiteral("/p%1/").arg(i), QStringLiteral("４階です。"));
        fixes.append(
            {id,
             {{QStringLiteral("body"), 0, QStringLiteral("４"), QStringLiteral("4"), QString()}}});
    }
    JobContext job;
    job.progress = [&job](const Progress &) { job.cancel.cancel(); };
    const auto mended =
        mendPages(m_site->siteFolder(), fixes, QStringLiteral("みやぎ"), QStringLiteral("x"), job);
    QVERIFY(!mended);
    QCOMPARE(mended.error().code, ErrorCode::Cancelled);
    for (const PageFixes &page : std::as_const(fixes))
        QCOMPARE(working(page.page), QStringLiteral("４階です。"));
}

void TestCheckPanel::theListIsExported()
{
    page(QStringLiteral("/a/"), QStringLiteral("２０名のｾﾐﾅｰです。"));
    show();
    button(*m_panel, "export")->click();
    auto *dialog = m_panel->window()->findChild<QDialog *>();
    QVERIFY(dialog);
    const QString file = m_site->file(QStringLiteral("list.csv"));
    QVERIFY(QMetaObject::invokeMethod(dialog, "fileSelected", Q_ARG(QString, file)));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray bytes = written.readAll();
    QVERIFY(bytes.startsWith("\xEF\xBB\xBF"));
    QVERIFY(bytes.contains("/a/"));
}

void TestCheckPanel::thePanelListsExceptionsAndTakesThemBack()
{
    page(QStringLiteral("/a/"), QStringLiteral("ｾﾐﾅｰです。"));
    show();
    select(QStringLiteral("half-width-kana"));
    button(*m_panel, "except")->click();
    auto *asks = dialog<ExceptionDialog>();
    QVERIFY(asks);
    auto *record = asks->findChild<QPushButton *>(QStringLiteral("record"));
    QVERIFY(!record->isEnabled()); // not without a reason
    asks->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("引用のため"));
    record->click();
    QTRY_COMPARE(m_site->session->badge(QStringLiteral("check")), QString());
    select(QStringLiteral("half-width-kana"));
    QVERIFY(button(*m_panel, "revoke"));
    button(*m_panel, "revoke")->click();
    QTRY_COMPARE(m_site->session->badge(QStringLiteral("check")), QStringLiteral("1"));
}

void TestCheckPanel::aMustStopsThePublishUntilItIsExcepted()
{
    const publish::Target target = m_site->addFolder();
    const Ulid home = m_site->pages().byPath(QStringLiteral("/"))->id;
    QVERIFY(m_site->pages().approve(home));
    page(QStringLiteral("/a/"), QStringLiteral("ｾﾐﾅｰです。[ホーム](/)"));
    PublishPanel panel(*m_site->session, emptyKeychain(), nullptr);
    panel.resize(1000, 800);
    panel.show();
    auto *pages = panel.findChild<QListWidget *>(QStringLiteral("pages"));
    for (int i = 0; i < pages->count(); ++i)
        pages->item(i)->setCheckState(Qt::Checked);
    PRESS(panel, "plan");
    auto *gate = panel.findChild<GateList *>();
    QTRY_VERIFY2_WITH_TIMEOUT(gate->isVisible(), shownText(panel).constData(), patience);
    QVERIFY(!button(panel, "publish"));
    PRESS(panel, "openBlocking");
    QCOMPARE(m_site->session->currentPage(), m_site->pages().byPath(QStringLiteral("/a/"))->id);
    PRESS(panel, "exceptAll");
    auto *asks = panel.findChild<ExceptionDialog *>();
    QVERIFY(asks);
    asks->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("様式の引用"));
    asks->findChild<QPushButton *>(QStringLiteral("record"))->click();
    PRESS(panel, "publish");
    QTRY_VERIFY_WITH_TIMEOUT(m_site->published(QStringLiteral("a/index.html")).size() > 0,
                             patience);
    publish::HistoryRepository history(m_site->session->workspace().database());
    QTRY_COMPARE_WITH_TIMEOUT(history.list(target.id)->size(), 1, patience);
    const auto entry = history.entry(history.list(target.id)->constFirst().id);
    const QString plan = QString::fromUtf8(QJsonDocument(entry->plan).toJson());
    QVERIFY2(plan.contains(QStringLiteral("様式の引用")), qPrintable(plan.left(2000)));
}

void TestCheckPanel::otherSitesAreAskedOnlyWhenWanted()
{
    QTcpServer other; // on this machine
    QVERIFY(other.listen(QHostAddress::LocalHost));
    int asked = 0;
    connect(&other, &QTcpServer::newConnection, &other, [&other, &asked] {
        QTcpSocket *socket = other.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, socket, [socket, &asked] {
            socket->readAll();
            ++asked;
            socket->write("HTTP/1.1 410 Gone\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            socket->disconnectFromHost();
        });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    });
    const QString url = QStringLiteral("http://127.0.0.1:%1/gone").arg(other.serverPort());
    page(QStringLiteral("/a/"), QStringLiteral("[隣の県の案内](%1)です。").arg(url));
    show();
    QVERIFY(button(*m_panel, "outside"));
    QCOMPARE(asked, 0);
    button(*m_panel, "outside")->click();
    QTRY_VERIFY_WITH_TIMEOUT(shows(QStringLiteral("410")), patience);
    QCOMPARE(asked, 1);
    // What was answered is remembered.
    m_panel.reset();
    show();
    QVERIFY(shows(QStringLiteral("410")));
    QCOMPARE(asked, 1);
}

void TestCheckPanel::aThousandPagesDoNotHoldUpTheWindow()
{
    CheckedSite checked;
    auto site = std::make_shared<render::SiteSnapshot>();
    for (int i = 0; i < 2000; ++i) {
        for (int n = 0; n < 10; ++n) {
            check::Finding finding;
            finding.issue = {n == 0 ? Severity::Must : Severity::Should,
                             QStringLiteral("term"),
                             QStringLiteral("指摘 %1").arg(n),
                             {}};
            finding.issue.place.pagePath = QStringLiteral("/p%1/").arg(i, 5, 10, QLatin1Char('0'));
            checked.report.findings.append(finding);
        }
    }
    checked.snapshot = site;
    FindingModel model;
    model.setSite(checked, {});
    QElapsedTimer timer;
    timer.start();
    FindingFilter filter;
    filter.words = QStringLiteral("指摘 7");
    model.setFilter(filter);
    const qint64 spent = timer.elapsed();
    QCOMPARE(model.shownCount(), 2000);
    qInfo("20,000 findings filtered in %lld ms", static_cast<long long>(spent));
    QVERIFY(spent < 50);
}

QTEST_MAIN(TestCheckPanel)
#include "test_check_panel.moc"
