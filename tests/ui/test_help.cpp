#include "ui/help/helplibrary.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

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
    void quotesWhatTheProgramSays_data() { everyChapterIsThere_data(); }
    void quotesWhatTheProgramSays();
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

namespace {

QString fileText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

/// What stands on the program's buttons, menus and fields.
QSet<QString> textsOfTheProgram(const QString &language)
{
    const bool isJapanese = language == QLatin1String("ja");
    const QString element = isJapanese ? QStringLiteral("translation") : QStringLiteral("source");
    static const QRegularExpression mnemonic(QStringLiteral("\\(&.\\)|&"));
    QSet<QString> texts;
    QXmlStreamReader xml(
        fileText(QStringLiteral(KAKEHASHI_SOURCE_DIR "/translations/kakehashi_ja.ts")));
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement() && xml.name() == element)
            texts += xml.readElementText(QXmlStreamReader::IncludeChildElements).remove(mnemonic);
    }
    return texts;
}

/// What the site's forms, rules, reports, words and sample call themselves, all in one.
QString textsOfTheSite()
{
    QString all;
    for (const char *folder : {"kinds", "rules", "reports", "theme", "sample/pages"}) {
        const QDir dir(QStringLiteral(KAKEHASHI_SOURCE_DIR "/resources/") + QLatin1String(folder));
        for (const QString &name :
             dir.entryList({QStringLiteral("*.json"), QStringLiteral("*.md")}))
            all += fileText(dir.filePath(name));
    }
    return all;
}

} // namespace

/// A name in quotes is one that the reader will look for on the screen.
void TestHelp::quotesWhatTheProgramSays()
{
    QFETCH(QString, language);
    const bool isJapanese = language == QLatin1String("ja");
    static const QSet<QString> examples{QStringLiteral("鉢植えの苗を手渡す小学生と職員"),
                                        QStringLiteral("〜の写真"),
                                        QStringLiteral("…に直す"),
                                        QStringLiteral("提案"), // a sheet of the workbook
                                        QStringLiteral("要人手確認"),
                                        QStringLiteral("Skip to main content")};
    static const QRegularExpression code(QStringLiteral("```.*?```|`[^`\n]*`"),
                                         QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression heading(QStringLiteral("^#+ (.*)$"),
                                            QRegularExpression::MultilineOption);
    const QRegularExpression quote(isJapanese ? QStringLiteral("「([^「」]*)」")
                                              : QStringLiteral("[“\"]([^“”\"\n]*)[”\"]"));
    QSet<QString> texts = textsOfTheProgram(language) + examples;
    const QString site = textsOfTheSite();
    for (const HelpTopic &topic : helpTopics(language)) {
        texts += topic.title;
        for (auto each = heading.globalMatch(topic.text); each.hasNext();)
            texts += each.next().captured(1);
    }
    for (const HelpTopic &topic : helpTopics(language)) {
        const QString prose = QString(topic.text).remove(code);
        for (auto each = quote.globalMatch(prose); each.hasNext();) {
            const QString name = each.next().captured(1);
            const bool isThere = texts.contains(name) || site.contains(u'"' + name + u'"') ||
                                 site.contains(QStringLiteral("title: %1\n").arg(name));
            QVERIFY2(isThere, qPrintable(topic.id + QStringLiteral(": ") + name));
        }
    }
}

QTEST_GUILESS_MAIN(TestHelp)

#include "test_help.moc"
