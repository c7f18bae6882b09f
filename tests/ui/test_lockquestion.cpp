#include "publishedsite.h"

#include "ui/publish/publishpanel.h"

#include <QMessageBox>
#include <QSignalSpy>

using namespace kakehashi;
using namespace kakehashi::test;

namespace {

/// Silent for longer than it takes to break it, and too short to be given up.
void leaveLock(const PublishedSite &site)
{
    constexpr int seconds = 65;
    const QString control =
        QFileInfo(site.root()).path() + QStringLiteral("/.kakehashi-docroot/lock");
    QFile lock(control);
    const QByteArray bytes = R"({"transaction":"01LOCK","person":"佐藤","machine":"gamma"})";
    if (!lock.open(QIODevice::WriteOnly) || lock.write(bytes) < 0 || !lock.flush() ||
        !lock.setFileTime(QDateTime::currentDateTimeUtc().addSecs(-seconds),
                          QFileDevice::FileModificationTime))
        qFatal("%s", qPrintable(lock.errorString()));
}

QMessageBox *question(QWidget &panel)
{
    auto *box = panel.findChild<QMessageBox *>(QStringLiteral("lockQuestion"));
    return box && box->isVisible() ? box : nullptr;
}

} // namespace

/// Somebody else's lock, as a person meets it in the window.
class TestLockQuestion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLockIsBrokenAfterItsOwnerWasNamed()
    {
        PublishedSite site;
        const auto target = site.addFolder();
        const Ulid page = site.page(QStringLiteral("/kenmin/"), QStringLiteral("県民会議"));
        site.publishText(target, page, QStringLiteral("はじめの本文。"));
        auto content = site.pages().working(page).value().content;
        content.body = QStringLiteral("次の本文。");
        QVERIFY(site.pages().saveWorking(page, content, QStringLiteral("みやぎ")));
        ui::PublishPanel panel(*site.session, emptyKeychain(), nullptr);
        panel.resize(1000, 700);
        panel.show();
        PRESS(panel, "plan");
        leaveLock(site);
        PRESS(panel, "publish");
        PRESS(panel, "breakLock");
        QTRY_VERIFY_WITH_TIMEOUT(question(panel), patience);
        QMessageBox *box = question(panel);
        const QString asked = box->text() + box->informativeText();
        for (const QString &known : {QStringLiteral("佐藤"), QStringLiteral("gamma")})
            QVERIFY2(asked.contains(known), qPrintable(asked));
        const QString today = QDateTime::currentDateTimeUtc()
                                  .toTimeZone(japanTime())
                                  .toString(QStringLiteral("yyyy-MM-dd"));
        QVERIFY2(asked.contains(today), qPrintable(asked));
        box->findChild<QPushButton *>(QStringLiteral("breakIt"))->click();
        PRESS(panel, "publish"); // the plan is shown anew
        PRESS(panel, "done");
        QVERIFY(site.published(QStringLiteral("kenmin/index.html")).contains("次の本文。"));
    }

    void leavingTheQuestionBreaksNothing()
    {
        PublishedSite site;
        const auto target = site.addFolder();
        const Ulid page = site.page(QStringLiteral("/kenmin/"), QStringLiteral("県民会議"));
        site.publishText(target, page, QStringLiteral("はじめの本文。"));
        auto content = site.pages().working(page).value().content;
        content.body = QStringLiteral("次の本文。");
        QVERIFY(site.pages().saveWorking(page, content, QStringLiteral("みやぎ")));
        ui::PublishPanel panel(*site.session, emptyKeychain(), nullptr);
        panel.show();
        PRESS(panel, "plan");
        leaveLock(site);
        PRESS(panel, "publish");
        PRESS(panel, "breakLock");
        QTRY_VERIFY_WITH_TIMEOUT(question(panel), patience);
        question(panel)->button(QMessageBox::Cancel)->click();
        PRESS(panel, "done");
        QTRY_VERIFY_WITH_TIMEOUT(button(panel, "plan"), patience);
        QVERIFY(QFile::exists(QFileInfo(site.root()).path() +
                              QStringLiteral("/.kakehashi-docroot/lock")));
    }
};

QTEST_MAIN(TestLockQuestion)
#include "test_lockquestion.moc"
