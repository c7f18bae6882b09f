#include "ui/help/helplibrary.h"

#include <QRegularExpression>
#include <QTest>

using namespace kakehashi::ui;

/// The guide that the program carries.
class TestHelp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyChapterIsThere_data();
    void everyChapterIsThere();
    void linksLeadToChapters_data() { everyChapterIsThere_data(); }
    void linksLeadToChapters();
    void panelsLeadToTheirChapter_data();
    void panelsLeadToTheirChapter();
    void everyLibraryIsNamed();
};

void TestHelp::everyChapterIsThere_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("ja") << QStringLiteral("ja");
    QTest::newRow("en") << QStringLiteral("en");
}

void TestHelp::everyChapterIsThere()
{
    QFETCH(QString, language);
    const QList<HelpTopic> topics = helpTopics(language);
    QVERIFY(topics.size() >= 6);
    for (const HelpTopic &topic : topics) {
        QVERIFY2(!topic.title.isEmpty() && !topic.title.startsWith(u'#'), qPrintable(topic.id));
        QVERIFY2(!helpText(language + u'/' + topic.id).isEmpty(), qPrintable(topic.id));
    }
}

void TestHelp::linksLeadToChapters()
{
    QFETCH(QString, language);
    static const QRegularExpression link(QStringLiteral("\\]\\(([a-z-]+)\\.md\\)"));
    for (const HelpTopic &topic : helpTopics(language)) {
        auto links = link.globalMatch(topic.text);
        while (links.hasNext()) {
            const QString target = links.next().captured(1);
            QVERIFY2(!helpText(language + u'/' + target).isEmpty(), qPrintable(target));
        }
    }
}

void TestHelp::panelsLeadToTheirChapter_data()
{
    QTest::addColumn<QString>("panel");
    QTest::addColumn<QString>("chapter");
    QTest::newRow("editor") << "editor"
                            << "editing";
    QTest::newRow("publish") << "publish"
                             << "publishing";
    QTest::newRow("unknown") << "something"
                             << "start";
}

void TestHelp::panelsLeadToTheirChapter()
{
    QFETCH(QString, panel);
    QTEST(helpTopicOfPanel(panel), "chapter");
}

void TestHelp::everyLibraryIsNamed()
{
    const QString notices = helpText(QStringLiteral("third-party"));
    for (const char *library : {"Qt 6", "WebEngine", "libssh2", "QtKeychain", "cmark-gfm", "Gumbo",
                                "libsodium", "ICU", "tl::expected", "CLI11", "SQLite"})
        QVERIFY2(notices.contains(QLatin1String(library)), library);
}

QTEST_GUILESS_MAIN(TestHelp)

#include "test_help.moc"
