#include "opensite.h"

#include "store/query.h"
#include "ui/editing/document.h"
#include "ui/editing/documentstore.h"
#include "ui/editor/forms/headerbar.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::ui;

namespace {

Document draft(const QString &body = {})
{
    content::PageContent content;
    content.title = QStringLiteral("県民会議");
    content.body = body;
    return Document({}, content);
}

void type(Document &document, const QString &text)
{
    for (const QChar c : text)
        document.editBody({.position = document.content().body.size(), .inserted = QString(c)});
}

} // namespace

class TestEditing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void findsTheChangeBetweenTwoTexts_data();
    void findsTheChangeBetweenTwoTexts();
    void undoFollowsTheOrderOfWork();
    void typingIsOneStepUntilTheFieldIsLeft();
    void anEditThatEndsWhereItBeganVanishes();
    void aLineBreakEndsAStroke();
    void anEmptyFieldIsLeftOut();
    void dirtyMeansTheStackIsNotClean();
    void typingReachesTheJournalWithinASecond();
    void aCrashLosesNothingThatWasJournalled();
    void undoingTheRecoveryClearsTheDraft();
    void savingMakesARevisionAndClearsTheDraft();
    void aFullDiskIsSaidUntilWritingWorksAgain();
    void leavingAPageSavesIt();
    void undoSurvivesGoingElsewhere();
    void journallingTakesUnderFiftyMilliseconds();
};

void TestEditing::findsTheChangeBetweenTwoTexts_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("removed");
    QTest::addColumn<QString>("inserted");
    const auto row = [](const char *before, const char *after, const char *removed,
                        const char *inserted) {
        QTest::addRow("%s -> %s", before, after)
            << QString::fromUtf8(before) << QString::fromUtf8(after) << QString::fromUtf8(removed)
            << QString::fromUtf8(inserted);
    };
    row("", "あ", "", "あ");
    row("あい", "あ", "い", "");
    row("あい", "あうい", "", "う");
    row("aaa", "aaaa", "", "a");
    row("県民会議", "県民大会議", "", "大");
    row("同じ", "同じ", "", "");
    row("😀", "😁", "😀", "😁"); // the same high surrogate
    row("𠮷野", "𠮶野", "𠮷", "𠮶");
}

void TestEditing::findsTheChangeBetweenTwoTexts()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const TextChange change = changeBetween(before, after);
    QTEST(change.removed, "removed");
    QTEST(change.inserted, "inserted");
    QString text = before;
    change.applyTo(text);
    QCOMPARE(text, after);
    change.inverse().applyTo(text);
    QCOMPARE(text, before);
}

void TestEditing::undoFollowsTheOrderOfWork()
{
    Document document = draft();
    type(document, QStringLiteral("本文"));
    document.setTitle(QStringLiteral("会議"));
    document.setField(QStringLiteral("year"), QStringLiteral("令和7年度"), QStringLiteral("年度"));
    document.undoStack().undo();
    QVERIFY(document.content().fields.isEmpty());
    QCOMPARE(document.content().title, QStringLiteral("会議"));
    document.undoStack().undo();
    QCOMPARE(document.content().title, QStringLiteral("県民会議"));
    QCOMPARE(document.content().body, QStringLiteral("本文"));
    document.undoStack().undo();
    QCOMPARE(document.content().body, QString());
    for (int i = 0; i < 3; ++i)
        document.undoStack().redo();
    QCOMPARE(document.content().fields.value(QStringLiteral("year")).toString(),
             QStringLiteral("令和7年度"));
    QCOMPARE(document.content().body, QStringLiteral("本文"));
}

void TestEditing::typingIsOneStepUntilTheFieldIsLeft()
{
    Document document = draft();
    document.setSummary(QStringLiteral("あ"));
    document.setSummary(QStringLiteral("あい"));
    QCOMPARE(document.undoStack().count(), 1);
    document.endTyping();
    document.setSummary(QStringLiteral("あいう"));
    QCOMPARE(document.undoStack().count(), 2);
    document.undoStack().undo();
    QCOMPARE(document.content().summary, QStringLiteral("あい"));
}

void TestEditing::anEditThatEndsWhereItBeganVanishes()
{
    Document document = draft();
    document.setTitle(QStringLiteral("県民会議だ"));
    document.setTitle(QStringLiteral("県民会議"));
    QVERIFY(!document.undoStack().canUndo());
    QVERIFY(!document.isModified());
}

void TestEditing::aLineBreakEndsAStroke()
{
    Document document = draft();
    type(document, QStringLiteral("一行目\n二行目"));
    document.undoStack().undo();
    QCOMPARE(document.content().body, QStringLiteral("一行目\n"));
    document.undoStack().undo();
    QCOMPARE(document.content().body, QStringLiteral("一行目"));
}

void TestEditing::anEmptyFieldIsLeftOut()
{
    Document document = draft();
    document.setField(QStringLiteral("place"), QStringLiteral("会場"), {});
    document.setField(QStringLiteral("place"), QString(), {});
    QVERIFY(!document.content().fields.contains(QStringLiteral("place")));
}

void TestEditing::dirtyMeansTheStackIsNotClean()
{
    Document document = draft();
    document.setDate(QDate(2026, 4, 1));
    QVERIFY(document.isModified());
    document.markSaved();
    QVERIFY(!document.isModified());
    document.undoStack().undo();
    QVERIFY(document.isModified());
}

void TestEditing::typingReachesTheJournalWithinASecond()
{
    test::OpenSite site;
    const Ulid page = site.page(QStringLiteral("/kenmin/"), QStringLiteral("県民会議"));
    VERIFY_OK(site.session->openPage(page));
    type(*site.session->currentDocument(), QStringLiteral("打っています"));
    QTRY_VERIFY_WITH_TIMEOUT(site.pages().draft(page)->has_value(), 1000);
    QCOMPARE((*site.pages().draft(page))->content.body, QStringLiteral("打っています"));
}

void TestEditing::aCrashLosesNothingThatWasJournalled()
{
    test::OpenSite site;
    const Ulid page = site.page(QStringLiteral("/kenmin/"), QStringLiteral("県民会議"));
    {
        DocumentStore crashing(site.pages(), {}); // ends without saving
        auto opened = crashing.open(page);
        type(**opened, QStringLiteral("消えない"));
        VERIFY_OK(crashing.writeJournal());
    }
    QSignalSpy messages(site.session.get(), &Session::messageShown);
    VERIFY_OK(site.session->openPage(page));
    QCOMPARE(site.session->currentContent().body, QStringLiteral("消えない"));
    QCOMPARE(messages.count(), 1);
    const auto message = messages.at(0).at(0).value<Message>();
    message.action();
    QCOMPARE(site.session->currentContent().body, QString());
}

void TestEditing::undoingTheRecoveryClearsTheDraft()
{
    test::OpenSite site;
    const Ulid page = site.page(QStringLiteral("/kenmin/"), QStringLiteral("県民会議"));
    content::PageContent typed;
    typed.title = QStringLiteral("途中");
    VERIFY_OK(site.pages().putDraft(page, typed));
    DocumentStore documents(site.pages(), {});
    auto opened = documents.open(page);
    QVERIFY(documents.wasRecovered(page));
    (*opened)->undoStack().undo();
    VERIFY_OK(documents.writeJournal());
    QVERIFY(!site.pages().draft(page)->has_value());
}

void TestEditing::savingMakesARevisionAndClearsTheDraft()
{
    test::OpenSite site;
    const Ulid page = site.page(QStringLiteral("/kenmin/"), QStringLiteral("県民会議"));
    VERIFY_OK(site.session->openPage(page));
    site.session->currentDocument()->setTitle(QStringLiteral("会議"));
    VERIFY_OK(site.session->saveAll());
    QCOMPARE(site.pages().working(page)->number, 2);
    QCOMPARE(site.pages().working(page)->content.title, QStringLiteral("会議"));
    QVERIFY(!site.pages().draft(page)->has_value());
    VERIFY_OK(site.session->saveAll()); // nothing new: no third revision
    QCOMPARE(site.pages().working(page)->number, 2);
}

void TestEditing::aFullDiskIsSaidUntilWritingWorksAgain()
{
    test::OpenSite site;
    const Ulid page = site.page(QStringLiteral("/kenmin/"), QStringLiteral("県民会議"));
    VERIFY_OK(site.session->openPage(page));
    HeaderBar header(*site.session);
    header.showDocument(site.session->currentDocument());
    const auto saved = [&header] {
        return header.findChild<QLabel *>(QStringLiteral("saved"))->text();
    };
    QSignalSpy messages(site.session.get(), &Session::messageShown);
    store::Database &database = site.session->workspace().database();
    VERIFY_OK(store::Query(database, QStringLiteral("PRAGMA query_only = 1")).run());
    type(*site.session->currentDocument(), QStringLiteral("あ"));
    QTRY_COMPARE(saved(), QStringLiteral("Not saved"));
    QVERIFY(!site.session->saveAll());
    QTest::qWait(2 * DocumentStore::journalDelay); // it goes on trying, and says so once
    QCOMPARE(messages.size(), 1);
    QCOMPARE(saved(), QStringLiteral("Not saved"));
    VERIFY_OK(store::Query(database, QStringLiteral("PRAGMA query_only = 0")).run());
    QTRY_COMPARE(saved(), QStringLiteral("Autosaved"));
    QVERIFY(site.pages().draft(page).value().has_value());
}

void TestEditing::leavingAPageSavesIt()
{
    test::OpenSite site;
    const Ulid first = site.page(QStringLiteral("/a/"), QStringLiteral("一"));
    const Ulid second = site.page(QStringLiteral("/b/"), QStringLiteral("二"));
    VERIFY_OK(site.session->openPage(first));
    type(*site.session->currentDocument(), QStringLiteral("本文"));
    VERIFY_OK(site.session->openPage(second));
    QCOMPARE(site.pages().working(first)->content.body, QStringLiteral("本文"));
    QCOMPARE(site.session->snapshot().value()->page(first)->content.body, QStringLiteral("本文"));
}

void TestEditing::undoSurvivesGoingElsewhere()
{
    test::OpenSite site;
    const Ulid first = site.page(QStringLiteral("/a/"), QStringLiteral("一"));
    const Ulid second = site.page(QStringLiteral("/b/"), QStringLiteral("二"));
    VERIFY_OK(site.session->openPage(first));
    site.session->currentDocument()->setTitle(QStringLiteral("三"));
    VERIFY_OK(site.session->openPage(second));
    VERIFY_OK(site.session->openPage(first));
    site.session->currentDocument()->undoStack().undo();
    QCOMPARE(site.session->currentContent().title, QStringLiteral("一"));
    QVERIFY(site.session->isModified(first));
}

void TestEditing::journallingTakesUnderFiftyMilliseconds()
{
    test::OpenSite site;
    const Ulid page =
        site.page(QStringLiteral("/long/"), QStringLiteral("長い"), QString(100'000, u'あ'));
    DocumentStore documents(site.pages(), {});
    Document &document = **documents.open(page);
    QList<qint64> times;
    for (int i = 0; i < 20; ++i) {
        type(document, QStringLiteral("い"));
        QElapsedTimer timer;
        timer.start();
        VERIFY_OK(documents.writeJournal());
        times << timer.elapsed();
    }
    std::sort(times.begin(), times.end());
    qInfo("draft of 100,000 characters: median %lld ms, slowest %lld ms", times.at(10),
          times.constLast());
    QVERIFY(times.at(10) < 50);
}

QTEST_MAIN(TestEditing)
#include "test_editing.moc"
