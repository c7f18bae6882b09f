#include "opensite.h"

#include "banner/bannerrepository.h"
#include "check/finding.h"
#include "content/media/mediarepository.h"
#include "content/page/pagejson.h"
#include "content/site/menurepository.h"
#include "content/site/redirectrepository.h"
#include "content/site/siterepository.h"
#include "statistics/seriesrepository.h"
#include "ui/banner/bannerform.h"
#include "ui/banner/bannerpanel.h"
#include "ui/check/manyfixes.h"
#include "ui/editing/document.h"
#include "ui/media/mediadetails.h"
#include "ui/media/mediapanel.h"
#include "ui/pages/dialogs/movepagedialog.h"
#include "ui/pages/dialogs/pathfield.h"
#include "ui/pages/pagecommands.h"
#include "ui/pages/pagemenu.h"
#include "ui/settings/settingspanel.h"
#include "ui/shell/text/person.h"
#include "ui/shell/undoable.h"
#include "ui/statistics/seriesdialog.h"
#include "ui/statistics/statisticspanel.h"
#include "ui/takeover/importdialog.h"
#include "workspace/layout.h"
#include "workspace/parts/siteparts.h"
#include "workspace/themes/themerenewal.h"

#include <QCheckBox>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

using namespace kakehashi;
using namespace kakehashi::ui;

namespace {

const QString award = QStringLiteral("/award/");

} // namespace

/// Everything in the program that offers to take something back, each by the state of the whole
/// site before and after: pages with place, state, texts; menus, redirects, banners, figures,
/// media, settings; the theme's files.
class TestUndo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init();
    void cleanup() { m_site.reset(); }

    void theSiteIsAsBefore_data();
    void theSiteIsAsBefore();
    void manyRowsAreTakenBackAside();
    void whatChangedSinceStays();
    void editsAreTakenBack_data();
    void editsAreTakenBack();
    void recoveredEditsAreTakenBack();

private:
    using Deed = std::function<void(TestUndo &)>;
    QString stateOfPage(const content::PageEntry &entry) const;
    QStringList siteState() const;
    Session &session() const { return *m_site->session; }
    Ulid pageAt(const QString &path) const { return m_site->pages().byPath(path)->id; }
    void trash(const QString &path, const QString &redirectTo = {});
    void deleteBanner();
    void reorderBanners();
    void deleteFigure();
    void move(const QString &path, const QString &to);
    void changeFile(const QString &fileName, qsizetype field, const QString &text);
    void deleteFile(const QString &fileName);
    void changeSettings(const QString &before, const QString &after);
    void takeInFolder(bool update);
    void mend();
    void changeTheme();

    std::unique_ptr<test::OpenSite> m_site;
    std::function<void()> m_back; ///< what the message bar's button does
};

void TestUndo::init()
{
    m_back = {};
    m_site = std::make_unique<test::OpenSite>();
    connect(&session(), &Session::messageShown, this, [this](const Message &message) {
        if (message.action)
            m_back = message.action;
    });
    const Ulid page = m_site->page(award, QStringLiteral("アワード"), QStringLiteral("ｶﾅ 本文"));
    m_site->page(award + QStringLiteral("2024/"), QStringLiteral("令和6年度"));
    const Ulid other = m_site->page(QStringLiteral("/other/"), QStringLiteral("別"),
                                    QStringLiteral("[賞](/award/)"));
    VERIFY_OK(m_site->pages().reorder({other, page}));
    VERIFY_OK(m_site->pages().approve({page, other}));
    workspace::Workspace &all = session().workspace();
    VERIFY_OK(
        all.menus().replace(QStringLiteral("main"), {{{}, {}, {}, QStringLiteral("賞"), award}}));
    VERIFY_OK(all.redirects().save({{}, QStringLiteral("/post-1"), award, 302}));
    for (const QString &title :
         {QStringLiteral("甲"), QStringLiteral("乙"), QStringLiteral("丙")}) {
        banner::Banner banner;
        banner.title = title;
        banner.target = award;
        banner.placement = QStringLiteral("home");
        VERIFY_OK(all.banners().save(banner));
    }
    VERIFY_OK(all.media().addBytes("%PDF-1.4\n<<>>\n%%EOF\n", QStringLiteral("form.pdf")));
    statistics::Series series;
    series.name = QStringLiteral("members");
    series.title = QStringLiteral("会員数");
    const auto stored = all.series().save(series);
    VERIFY_OK(all.series().put(
        stored->id, {{{2026, 8, 1}, 0.1, true, QStringLiteral("注")}, {{2026, 9, 1}, 9174}}));
}

QString TestUndo::stateOfPage(const content::PageEntry &entry) const
{
    const content::Page &page = entry.page;
    const auto text = [](const Result<content::Revision> &revision) {
        return revision
                   ? QString::fromUtf8(QJsonDocument(content::toJson(revision->content)).toJson())
                   : QStringLiteral("-");
    };
    return QStringList{page.id.toString(),
                       page.path,
                       page.kind,
                       QString::number(page.position),
                       QString::number(static_cast<int>(content::stateOf(page))),
                       text(m_site->pages().working(page.id)),
                       text(m_site->pages().live(page.id))}
        .join(u'|');
}

QStringList TestUndo::siteState() const
{
    workspace::Workspace &all = session().workspace();
    QStringList state;
    const auto pages = all.pages().list(true);
    for (const content::PageEntry &entry : *pages)
        state << stateOfPage(entry);
    const auto menus = all.menus().list();
    for (const content::MenuItem &item : *menus)
        state << item.id.toString() + item.menu + item.label + item.target +
                     QString::number(item.position);
    const auto redirects = all.redirects().list();
    for (const content::Redirect &each : *redirects)
        state << each.id.toString() + each.from + u' ' + each.target + QString::number(each.status);
    const auto banners = all.banners().list();
    for (const banner::Banner &banner : *banners)
        state << banner.id.toString() + banner.title + QString::number(banner.position);
    const auto media = all.media().list();
    for (const content::MediaAsset &file : *media)
        state << file.id.toString() + file.fileName + file.createdAt.toString(Qt::ISODateWithMs) +
                     QString::number(QFile::exists(all.media().pathOf(file)));
    const auto parts = workspace::partsOf(all.stores());
    state << QString::fromUtf8(QJsonDocument(parts->site).toJson())
          << QString::fromUtf8(QJsonDocument(parts->media).toJson())
          << QString::fromUtf8(QJsonDocument(parts->banners).toJson());
    for (const QJsonObject &series : parts->series)
        state << QString::fromUtf8(QJsonDocument(series).toJson());
    QDirIterator theme(workspace::layout::themeIn(m_site->siteFolder()), QDir::Files,
                       QDirIterator::Subdirectories);
    QStringList files;
    while (theme.hasNext()) {
        QFile file(theme.next());
        if (file.open(QIODevice::ReadOnly))
            files << file.fileName() + QString::number(qHash(file.readAll()));
    }
    files.sort();
    return state + files;
}

void TestUndo::trash(const QString &path, const QString &redirectTo)
{
    trashPage(session(), pageAt(path), redirectTo);
}

void TestUndo::deleteBanner()
{
    auto *panel = new BannerPanel(session(), &m_site->window);
    panel->findChild<QTableWidget *>()->selectRow(1);
    const QList<QPushButton *> buttons = panel->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text() == BannerForm::tr("Delete"))
            button->click();
    }
}

void TestUndo::reorderBanners()
{
    auto *panel = new BannerPanel(session(), &m_site->window);
    panel->findChild<QTableWidget *>()->selectRow(1);
    const QList<QToolButton *> tools = panel->findChildren<QToolButton *>();
    for (QToolButton *tool : tools) {
        if (tool->accessibleName().startsWith(QLatin1String("Earlier")))
            tool->click();
    }
}

void TestUndo::move(const QString &path, const QString &to)
{
    askForMove(session(), pageAt(path), &m_site->window);
    auto *dialog = m_site->window.findChild<MovePageDialog *>();
    dialog->findChild<PathField *>()->setPath(to);
    dialog->accept();
    dialog->setParent(nullptr);
}

/// What is typed into a field of the panel of media: name, alternative text, caption …
void TestUndo::changeFile(const QString &fileName, qsizetype field, const QString &text)
{
    auto *panel = new MediaPanel(session(), &m_site->window);
    auto *details = panel->findChild<MediaDetails *>();
    details->showAsset(*session().workspace().media().byFileName(fileName));
    details->findChildren<QLineEdit *>().at(field)->setText(text);
    details->keep();
}

void TestUndo::deleteFile(const QString &fileName)
{
    auto *panel = new MediaPanel(session(), &m_site->window);
    auto *details = panel->findChild<MediaDetails *>();
    details->showAsset(*session().workspace().media().byFileName(fileName));
    QPushButton *remove = details->findChildren<QPushButton *>().constLast();
    QTRY_VERIFY(remove->isEnabled()); // where it is used is being looked up
    remove->click();
}

/// In the field that holds `before`.
void TestUndo::changeSettings(const QString &before, const QString &after)
{
    auto *panel = new SettingsPanel(session(), &m_site->window);
    const QList<QLineEdit *> fields = panel->findChildren<QLineEdit *>();
    for (QLineEdit *field : fields) {
        if (field->text() != before)
            continue;
        field->setText(after);
        Q_EMIT field->editingFinished();
        return;
    }
}

void TestUndo::takeInFolder(bool update)
{
    const QString folder = m_site->file(QStringLiteral("in"));
    test::put(folder + QStringLiteral("/other.md"),
              "---\ntitle: 変わった\naliases: [/alt/]\ntags: [秋]\n---\n[書類](new.pdf)\n");
    test::put(folder + QStringLiteral("/news/one.md"), "---\ntitle: 新\n---\n本文\n");
    test::put(folder + QStringLiteral("/new.pdf"), "%PDF-1.4\n<< 2 >>\n%%EOF\n");
    ImportDialog dialog(session(), nullptr);
    QSignalSpy planned(&dialog, &ImportDialog::planned);
    dialog.setFolder(folder);
    QTRY_VERIFY(!planned.isEmpty());
    if (update) {
        dialog.findChild<QCheckBox *>()->setChecked(true);
        QTRY_COMPARE(planned.size(), 2);
    }
    dialog.findChild<QPushButton *>(QStringLiteral("take"))->click();
    dialog.reject(); // cuts nothing off before it is answered
    const auto *question = dialog.findChild<QMessageBox *>(QStringLiteral("leaving"));
    QVERIFY(question);
    question->findChild<QPushButton *>(QStringLiteral("stay"))->click();
    QTRY_VERIFY(m_back);
}

void TestUndo::deleteFigure()
{
    auto *panel = new StatisticsPanel(session(), &m_site->window);
    panel->findChild<QTableWidget *>()->setCurrentCell(1, 1);
    const QList<QToolButton *> tools = panel->findChildren<QToolButton *>();
    for (QToolButton *tool : tools) {
        if (tool->accessibleName().startsWith(QLatin1String("Delete")))
            tool->click();
    }
}

/// As the panel of findings does, whose button needs a whole check before it.
void TestUndo::mend()
{
    const check::Fix fix{
        QStringLiteral("body"), 0, QStringLiteral("ｶﾅ"), QStringLiteral("カナ"), {}};
    const QString folder = m_site->siteFolder();
    const auto mended = mendPages(folder, {{pageAt(award), {fix}}}, personName(), {}, {});
    VERIFY_OK(mended);
    m_back = [folder, mended = *mended] { QVERIFY(takeBack(folder, mended, personName(), {})); };
}

void TestUndo::changeTheme()
{
    const QString folder = workspace::layout::themeIn(m_site->siteFolder());
    const QString backups = workspace::layout::backupsIn(m_site->siteFolder());
    const auto old =
        workspace::changeTheme(folder, QStringLiteral("plain"), backups, Clock::system());
    VERIFY_OK(old);
    m_back = [folder, backups, old = *old] {
        QVERIFY(workspace::restoreTheme(folder, old, backups, Clock::system()));
    };
}

void TestUndo::theSiteIsAsBefore_data()
{
    QTest::addColumn<Deed>("deed");
    const auto row = [](const char *name, const Deed &deed) { QTest::newRow(name) << deed; };
    row("trash a public page", [](TestUndo &t) { t.trash(award); });
    row("trash with a redirect", [](TestUndo &t) { t.trash(award, QStringLiteral("/other/")); });
    row("trash a draft", [](TestUndo &t) { t.trash(award + QStringLiteral("2024/")); });
    row("trash the open page", [](TestUndo &t) {
        VERIFY_OK(t.session().openPage(t.pageAt(award)));
        t.trash(award, QStringLiteral("/"));
    });
    row("put back from the list of the trash", [](TestUndo &t) {
        const Ulid page = t.pageAt(award);
        t.trash(award, QStringLiteral("/other/"));
        t.m_back = [&t, page] { restorePage(t.session(), page); };
    });
    row("delete a banner", [](TestUndo &t) { t.deleteBanner(); });
    row("delete a figure", [](TestUndo &t) { t.deleteFigure(); });
    row("withdraw", [](TestUndo &t) { withdrawPage(t.session(), t.pageAt(award)); });
    row("move with what is below it",
        [](TestUndo &t) { t.move(award, QStringLiteral("/prize/")); });
    row("move the open page", [](TestUndo &t) {
        VERIFY_OK(t.session().openPage(t.pageAt(award)));
        t.move(award, QStringLiteral("/prize/"));
    });
    row("rename a file", [](TestUndo &t) {
        t.changeFile(QStringLiteral("form.pdf"), 0, QStringLiteral("paper.pdf"));
    });
    row("caption of a file", [](TestUndo &t) {
        t.changeFile(QStringLiteral("form.pdf"), 2, QStringLiteral("総会資料"));
    });
    row("delete a file", [](TestUndo &t) { t.deleteFile(QStringLiteral("form.pdf")); });
    row("settings",
        [](TestUndo &t) { t.changeSettings(QStringLiteral("見本"), QStringLiteral("別の名")); });
    row("take in a folder", [](TestUndo &t) { t.takeInFolder(false); });
    row("take in a folder over what is there", [](TestUndo &t) { t.takeInFolder(true); });
    row("reorder banners", [](TestUndo &t) { t.reorderBanners(); });
    row("mend many pages", [](TestUndo &t) { t.mend(); });
    row("another theme", [](TestUndo &t) { t.changeTheme(); });
}

void TestUndo::theSiteIsAsBefore()
{
    QFETCH(Deed, deed);
    const QStringList before = siteState();
    deed(*this);
    QVERIFY(m_back);
    QVERIFY(siteState() != before);
    const QStringList after = siteState();
    std::exchange(m_back, {})();
    QCOMPARE(siteState(), before);
    if (!m_back) // not each of them offers to do it again
        return;
    std::exchange(m_back, {})();
    QCOMPARE(siteState(), after);
}

/// A thousand pages are taken back by a worker, while the window lives on.
void TestUndo::manyRowsAreTakenBackAside()
{
    const QStringList before = siteState();
    const auto log = store::recordUndo(session().workspace().database(), [this]() -> Result<void> {
        for (int i = 0; i < 300; ++i)
            m_site->page(QStringLiteral("/many/%1/").arg(i), QStringLiteral("頁"));
        return {};
    });
    VERIFY_OK(log);
    offerUndo(session(), QStringLiteral("済"), *log);
    std::exchange(m_back, {})();
    QVERIFY(siteState() != before);
    QTRY_VERIFY(m_back);
    QCOMPARE(siteState(), before);
}

/// What another deed has changed since is told, and not overwritten.
void TestUndo::whatChangedSinceStays()
{
    move(award, QStringLiteral("/prize/"));
    const auto back = std::exchange(m_back, {});
    move(QStringLiteral("/prize/"), QStringLiteral("/third/"));
    const QStringList now = siteState();
    QString said;
    connect(&session(), &Session::messageShown, this,
            [&said](const Message &message) { said = message.text; });
    back();
    QCOMPARE(siteState(), now);
    QVERIFY2(said.contains(QStringLiteral("no longer")), qPrintable(said));
}

void TestUndo::editsAreTakenBack_data()
{
    using Edit = std::function<void(Document &)>;
    QTest::addColumn<Edit>("edit");
    const auto row = [](const char *name, const Edit &edit) { QTest::newRow(name) << edit; };
    row("title", [](Document &d) { d.setTitle(QStringLiteral("新")); });
    row("summary", [](Document &d) { d.setSummary(QStringLiteral("新")); });
    row("text", [](Document &d) { d.editBody({.position = 0, .inserted = QStringLiteral("新")}); });
    row("date", [](Document &d) { d.setDate({2026, 1, 1}); });
    row("picture", [](Document &d) { d.setPicture(Ulid::generate()); });
    row("field", [](Document &d) {
        d.setField(QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"));
    });
    row("search", [](Document &d) { d.setSeo({.title = QStringLiteral("t"), .noindex = true}); });
    row("period", [](Document &d) { d.setWindow({QDateTime({2026, 1, 1}, {9, 0}, Qt::UTC), {}}); });
    row("language", [](Document &d) { d.setLanguage({QStringLiteral("en"), {}}); });
    row("an old revision", [](Document &d) {
        d.replaceContent({.title = QStringLiteral("旧")}, QStringLiteral("x"));
    });
}

/// Also where it was saved in between: the page is not left as changed with nothing to publish.
void TestUndo::editsAreTakenBack()
{
    QFETCH(std::function<void(Document &)>, edit);
    const QStringList before = siteState();
    VERIFY_OK(session().openPage(pageAt(award)));
    Document *document = session().currentDocument();
    edit(*document);
    VERIFY_OK(session().saveAll());
    QVERIFY(siteState() != before);
    document->undoStack().undo();
    VERIFY_OK(session().saveAll());
    QCOMPARE(siteState(), before);
}

void TestUndo::recoveredEditsAreTakenBack()
{
    const QStringList before = siteState();
    const Ulid page = pageAt(award);
    content::PageContent typed = m_site->pages().working(page)->content;
    typed.body = QStringLiteral("途中");
    VERIFY_OK(m_site->pages().putDraft(page, typed));
    VERIFY_OK(session().openPage(page));
    QVERIFY(m_back);
    m_back();
    VERIFY_OK(session().saveAll());
    QCOMPARE(siteState(), before);
    QVERIFY(!m_site->pages().draft(page)->has_value());
}

QTEST_MAIN(TestUndo)
#include "test_undo.moc"
