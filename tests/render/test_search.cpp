#include "render/search/terms.h"
#include "render/sinks.h"
#include "support/sitefixture.h"
#include "support/testsite.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace kakehashi;
using namespace kakehashi::test;

namespace {

/// Reads the index as resources/theme/assets/search.js does and counts what it read.
class Reader
{
public:
    explicit Reader(const render::MemorySink &sink) : m_sink(sink) {}

    QStringList find(const QString &words)
    {
        const QJsonObject index = json(QStringLiteral("index.json")).object();
        const int block = index[QLatin1String("block")].toInt();
        const int texts = index[QLatin1String("texts")].toInt();
        QStringList titles;
        for (const int page : pages(index[QLatin1String("parts")].toArray(), words).mid(0, 10)) {
            const QJsonArray entries = json(QStringLiteral("d%1.json").arg(page / block)).array();
            titles.append(entries[page % block][0].toString());
            json(QStringLiteral("t%1.json").arg(page / texts));
        }
        return titles;
    }
    qsizetype bytesRead() const { return m_bytes; }
    qsizetype filesRead() const { return m_read.size(); }

private:
    QByteArray file(const QString &name)
    {
        const QByteArray bytes = m_sink.bytes(QStringLiteral("assets/search/") + name);
        if (!m_read.contains(name))
            m_bytes += bytes.size();
        m_read.insert(name);
        return bytes;
    }
    QJsonDocument json(const QString &name) { return QJsonDocument::fromJson(file(name)); }

    QList<int> pages(const QJsonArray &parts, const QString &words)
    {
        const std::vector<std::uint32_t> terms =
            termsOf(QString::fromStdU16String(render::folded(words.toStdString())));
        QList<int> found;
        int first = 0;
        for (qsizetype part = 0; part < parts.size(); ++part) {
            QSet<int> both;
            for (size_t at = 0; at < terms.size(); ++at) {
                const QSet<int> with = pagesWith(part, parts[part][1].toInt(), terms[at]);
                both = at == 0 ? with : both.intersect(with);
            }
            for (const int page : both)
                found.append(first + page);
            first += parts[part][0].toInt();
        }
        std::sort(found.begin(), found.end(), std::greater<>());
        return found;
    }

    /// First, middle and last pair; single kanji and words of Latin letters whole.
    static std::vector<std::uint32_t> termsOf(const QString &words)
    {
        std::vector<std::uint32_t> all;
        render::appendTermHashes(words.toStdU16String(), all);
        if (words.size() < 2 || words[0].unicode() < 0x80)
            return all;
        const qsizetype last = words.size() - 2;
        std::vector<std::uint32_t> terms;
        for (const qsizetype at : last < 1   ? QList<qsizetype>{0}
                                  : last < 3 ? QList<qsizetype>{0, last}
                                             : QList<qsizetype>{0, last / 2, last}) {
            std::vector<std::uint32_t> single;
            std::vector<std::uint32_t> pair;
            render::appendTermHashes(words.mid(at, 1).toStdU16String(), single);
            render::appendTermHashes(words.mid(at, 2).toStdU16String(), pair);
            terms.push_back(pair[single.empty() ? 0 : 1]);
        }
        return terms;
    }

    QSet<int> pagesWith(qsizetype part, int shards, std::uint32_t hash)
    {
        const auto shard =
            static_cast<int>(std::uint64_t(hash) * static_cast<unsigned>(shards) >> 32U);
        const QByteArray bytes = file(QStringLiteral("%1/%2.bin").arg(part).arg(shard));
        qsizetype at = 0;
        const auto byte = [&] { return static_cast<unsigned char>(bytes.at(at++)); };
        const auto varint = [&] {
            unsigned value = 0;
            for (unsigned shift = 0;; shift += 7) {
                const unsigned next = byte();
                value |= (next & 127U) << shift;
                if (next < 128)
                    return value;
            }
        };
        while (at < bytes.size()) {
            const unsigned term = byte() | unsigned(byte()) << 8U | unsigned(byte()) << 16U;
            const unsigned size = varint();
            const qsizetype end = at + (size >> 1U);
            if (term != (hash & 0xFFFFFFU)) {
                at = end;
                continue;
            }
            QSet<int> pages;
            if (size & 1U) {
                for (qsizetype bit = 0; bit < (end - at) * 8; ++bit)
                    if (static_cast<unsigned char>(bytes.at(at + bit / 8)) >> (bit % 8) & 1)
                        pages.insert(static_cast<int>(bit));
            } else {
                for (int page = 0; at < end;)
                    pages.insert(page += static_cast<int>(varint()));
            }
            return pages;
        }
        return {};
    }

    const render::MemorySink &m_sink;
    QSet<QString> m_read;
    qsizetype m_bytes = 0;
};

content::Field fieldOf(const char *name, content::FieldType type)
{
    content::Field field;
    field.name = QLatin1String(name);
    field.type = type;
    return field;
}

content::Field tableField()
{
    content::Field field = fieldOf("rows", content::FieldType::Table);
    field.columns = {fieldOf("a", content::FieldType::Text)};
    return field;
}

/// Sentences of the sample, of which made pages are mixed: real Japanese, not eight phrases.
QStringList sampleSentences()
{
    QStringList all;
    QDirIterator each(QStringLiteral(":/sample/pages"), {QStringLiteral("*.md")}, QDir::Files,
                      QDirIterator::Subdirectories);
    QStringList files;
    while (each.hasNext())
        files.append(each.next());
    files.sort();
    for (const QString &file : files)
        for (const QString &sentence : QString::fromUtf8(contentOf(file)).split(u'。'))
            if (sentence.size() > 20 && sentence.size() < 200 && !sentence.contains(u':'))
                all.append(sentence.simplified() + u'。');
    return all;
}

} // namespace

/// The index that visitors' browsers search, and the page they do it on.
class TestSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void folds_data();
    void folds();
    void finds_data();
    void finds();
    void findsWhatNearlyAllPagesHold();
    void leavesOutWhatIsNotForSearching();
    void listsAllPagesWithoutScript();
    void leavesLongListsToTheirPages();
    void needsATemplateAlone();
    void readsLittleForAFirstQuery();
    void changesLittleForANewPage();
    void readsWordsOfHtml();
    void saysWhatIsTrue_data();
    void saysWhatIsTrue();
    void goesOnOnceAPress_data();
    void goesOnOnceAPress();

private:
    QJsonObject inTheBrowser(const QString &words);
    void makePages(int count);
    void build();

    std::unique_ptr<SiteFixture> m_site;
    render::ThemePtr m_theme;
    std::unique_ptr<render::MemorySink> m_sink;
    render::OutputTree m_tree;
};

void TestSearch::init()
{
    m_site = std::make_unique<SiteFixture>();
    m_theme = *render::Theme::load(QStringLiteral(":/theme"));
    m_sink = std::make_unique<render::MemorySink>();
}

void TestSearch::build()
{
    auto built = render::renderSite(m_site->snapshot(), *m_theme, m_site->options(), *m_sink);
    VERIFY_OK(built);
    m_tree = std::move(built->tree);
}

void TestSearch::makePages(int count)
{
    const QStringList sentences = sampleSentences();
    QVERIFY(sentences.size() > 150);
    quint32 dice = 1;
    for (int number = 0; number < count; ++number) {
        QString body;
        for (int sentence = 0; sentence < 15; ++sentence) {
            dice = dice * 1664525U + 1013904223U;
            body += sentences[static_cast<qsizetype>(dice >> 8U) % sentences.size()];
        }
        m_site->page(QStringLiteral("/topics/n%1/").arg(number),
                     {.title = body.left(24), .body = body, .date = QDate(2026, 1, 1)},
                     QStringLiteral("topic"));
    }
}

void TestSearch::folds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("same");
    const auto row = [](const char *text, const char *same) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(same);
    };
    row("ゼロカーボン", "ぜろかーぼん");
    row("ｾﾞﾛｶｰﾎﾞﾝ", "ぜろかーぼん");
    row("ＺＥＨ・ＺＥＢ", "zeh・zeb");
    row("CO₂", "co2");
    row("㎡", "m2");
    row("①", "1");
    row("Élan", "élan");
    row("plain 2050", "plain 2050");
}

void TestSearch::folds()
{
    QFETCH(QString, text);
    QTEST(QString::fromStdU16String(render::folded(text.toStdString())), "same");
}

void TestSearch::finds_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QStringList>("titles");
    const QString a = QStringLiteral("水素の補助");
    const QString b = QStringLiteral("省エネ住宅");
    const auto row = [](const char *words, const QStringList &titles) {
        QTest::newRow(words) << QString::fromUtf8(words) << titles;
    };
    row("水素", {a});
    row("すいそ", {});
    row("燃料電池", {a});
    row("断熱改修", {b});
    row("だんねつ", {});
    row("ＺＥＨ", {b});
    row("zeh", {b});
    row("補", {a});
    row("仙台市", {b});
    row("カーポート", {a});
    row("かーぽーと", {a});
    row("断熱電池", {});
    row("address", {}); // where a link leads is not read
    row("脱炭素社会", {a});
    row("だつたんそ", {a});
    row("𠮷野家", {b});
}

void TestSearch::finds()
{
    QFETCH(QString, words);
    m_site->page(QStringLiteral("/a/"),
                 {.title = QStringLiteral("水素の補助"),
                  .body = QStringLiteral("燃料**電池**とカーポートに。<ruby>脱炭"
                                         "<rt>だつたん</rt>素<rt>そ</rt>"
                                         "</ruby>社会。")});
    content::PageContent house{.title = QStringLiteral("省エネ住宅"),
                               .body = QStringLiteral("断熱改修、ZEHなど。𠮷野家。")};
    house.fields = {{QStringLiteral("rows"),
                     QJsonArray{QJsonObject{{QStringLiteral("a"), QStringLiteral("仙台市")}}}},
                    {QStringLiteral("link"), QStringLiteral("/hidden-address/")}};
    for (content::Kind &kind : m_site->snapshot().kinds)
        if (kind.name == QLatin1String("page"))
            kind.fields = {tableField(), fieldOf("link", content::FieldType::Url)};
    m_site->page(QStringLiteral("/b/"), house);
    build();
    QTEST(Reader(*m_sink).find(words), "titles");
}

void TestSearch::findsWhatNearlyAllPagesHold()
{
    for (int number = 0; number < 40; ++number)
        m_site->page(QStringLiteral("/n%1/").arg(number),
                     {.title = QString::number(number),
                      .body = number == 35 ? QString() : QStringLiteral("共通の言葉。"),
                      .date = QDate(2026, 1, 1).addDays(number)});
    build();
    QCOMPARE(Reader(*m_sink).find(QStringLiteral("共通")).join(u' '),
             QStringLiteral("39 38 37 36 34 33 32 31 30 29"));
}

void TestSearch::leavesOutWhatIsNotForSearching()
{
    content::PageContent hidden{.title = QStringLiteral("秘密の頁")};
    hidden.seo.noindex = true;
    m_site->page(QStringLiteral("/hidden/"), hidden);
    content::PageContent later{.title = QStringLiteral("翌月の頁")};
    later.window.opens = m_site->snapshot().asOf.addDays(30);
    m_site->page(QStringLiteral("/later/"), later);
    build();
    QCOMPARE(Reader(*m_sink).find(QStringLiteral("の頁")), QStringList());
    for (const QString &path : m_sink->paths())
        if (path.startsWith(QLatin1String("assets/search/")))
            QVERIFY(!m_sink->bytes(path).contains("の頁"));
}

void TestSearch::listsAllPagesWithoutScript()
{
    m_site->page(QStringLiteral("/kenmin/join/"), {.title = QStringLiteral("会員になる")});
    build();
    const QByteArray html = m_sink->bytes(QStringLiteral("search/index.html"));
    QVERIFY(html.contains("<a href=\"/kenmin/\">県民会議</a><ul>\n<li><a href=\"/kenmin/join/\">"));
    QVERIFY(html.contains("role=\"status\"") && html.contains("content=\"noindex\""));
    QVERIFY(!m_sink->bytes(QStringLiteral("sitemap.xml")).contains("search"));
    const QByteArray home = m_sink->bytes(QStringLiteral("index.html"));
    QVERIFY(home.contains("role=\"search\"") && home.contains("action=\"/search/\""));
    QVERIFY(!home.contains("assets/search."));
    const auto served = render::renderPath(m_site->snapshot(), *m_theme, m_site->options(),
                                           QStringLiteral("/search/"));
    VERIFY_OK(served);
    QCOMPARE(served->bytes, html);
}

void TestSearch::leavesLongListsToTheirPages()
{
    m_site->page(QStringLiteral("/topics/"), {.title = QStringLiteral("一覧")},
                 QStringLiteral("list"));
    makePages(201);
    build();
    const QByteArray html = m_sink->bytes(QStringLiteral("search/index.html"));
    QVERIFY(html.contains("<a href=\"/topics/\">一覧</a>（全201件）"));
    QVERIFY(!html.contains("/topics/n1/"));
}

void TestSearch::needsATemplateAlone()
{
    // A page of a former version gives way: without the search page visitors find nothing.
    m_site->page(QStringLiteral("/search/"), {.title = QStringLiteral("職員の頁")});
    build();
    const QByteArray html = m_sink->bytes(QStringLiteral("search/index.html"));
    QVERIFY(html.contains("role=\"status\"") && !html.contains("職員の頁</h1>"));
    QVERIFY(m_sink->bytes(QStringLiteral("index.html")).contains("role=\"search\""));
    render::MemorySink other;
    VERIFY_OK(m_site->build(other)); // the test's own theme has no such template
    for (const QString &path : other.paths())
        QVERIFY(!path.startsWith(QLatin1String("assets/search/")));
}

void TestSearch::readsLittleForAFirstQuery()
{
    makePages(1000);
    build();
    qsizetype total = 0;
    qsizetype files = 0;
    for (const render::OutputFile &file : m_tree.files)
        if (file.path.startsWith(QLatin1String("assets/search/"))) {
            total += file.size;
            ++files;
        }
    qInfo("index of 1,000 pages: %lld files, %lld KB", qint64(files), qint64(total / 1000));
    for (const char *words : {"温暖化対策", "再生可能エネルギー", "県民会議", "太陽光発電",
                              "補助金", "二酸化炭素排出量", "学生アンバサダー", "zeh"}) {
        Reader reader(*m_sink);
        const QStringList found = reader.find(QString::fromUtf8(words));
        qInfo("%s: %lld results shown, %lld files, %lld bytes", words, qint64(found.size()),
              qint64(reader.filesRead()), qint64(reader.bytesRead()));
        // The parts of the index and the texts of what is shown, before the server packs them.
        QVERIFY2(reader.bytesRead() < 150'000, words);
    }
}

void TestSearch::changesLittleForANewPage()
{
    makePages(600);
    build();
    const render::OutputTree before = m_tree;
    makePages(0);
    m_site->page(QStringLiteral("/topics/new/"),
                 {.title = QStringLiteral("新しいお知らせ"),
                  .body = sampleSentences().mid(0, 10).join(QString())},
                 QStringLiteral("topic"));
    build();
    qsizetype changed = 0;
    qint64 bytes = 0;
    for (const render::OutputFile &file : m_tree.files) {
        const render::OutputFile *old = before.find(file.path);
        if (!file.path.startsWith(QLatin1String("assets/search/")) ||
            (old && old->hash == file.hash))
            continue;
        ++changed;
        bytes += file.size;
    }
    qInfo("one page more of 600 changes %lld files of the index, %lld KB", qint64(changed),
          bytes / 1000);
    QVERIFY(changed > 0);
    QVERIFY(bytes < 120'000);
}

void TestSearch::readsWordsOfHtml()
{
    QCOMPARE(QString::fromStdString(render::wordsOf("<p>省<strong>エネ</strong>ルギー</p><p>次</"
                                                    "p><svg><title>図</title></svg>&amp;<br>終")),
             QStringLiteral("省エネルギー 次 & 終"));
    QCOMPARE(QString::fromStdString(render::wordsOf("a<b")), QStringLiteral("a"));
    QCOMPARE(QString::fromStdString(render::wordsOf(
                 "<p>脱炭<ruby>素<rp>(</rp><rt>そ</rt><rp>)</rp></ruby>社会<del>の</del>文</p>")),
             QStringLiteral("脱炭素社会の文 そ"));
}

void TestSearch::saysWhatIsTrue_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("says");
    QTest::addColumn<QString>("row"); ///< the first
    const auto row = [](const char *words, const char *says, const char *first) {
        QTest::newRow(words) << QString::fromUtf8(words) << QString::fromUtf8(says)
                             << QString::fromUtf8(first);
    };
    row("令和9年度", "見つかりませんでした", "");
    row("令和８年度", "1件見つかりました", "計画（[令和8年度]）");
    row("電気自動車の補助金", "見つかりませんでした", "");
    row("9号", "1件見つかりました", "第[9号]");
    row("案内…", "1件見つかりました", "第9号…[案内…]次の[案内…]終");
    row("ｶﾞｲﾄﾞ", "1件見つかりました", "[ガイド]と[ｶﾞｲﾄﾞ]");
    row("脱炭素", "1件見つかりました", "[脱炭素]社会");
    row("の", "2文字以上", "");
    row("！？", "含む言葉", "");
    row("話す 会議", "1件見つかりました", "[会議]を開き、県民が[話す]");
}

/// What the page's own script says and shows, on the built site.
QJsonObject TestSearch::inTheBrowser(const QString &words)
{
    const QTemporaryDir folder;
    render::FolderSink sink(folder.path());
    if (!render::renderSite(m_site->snapshot(), *m_theme, m_site->options(), sink))
        return {};
    QProcess run;
    run.start(QStringLiteral("node"),
              {QStringLiteral(KAKEHASHI_SOURCE_DIR "/tests/render/spec/search.mjs"), folder.path(),
               words});
    run.waitForFinished();
    return QJsonDocument::fromJson(run.readAllStandardOutput()).object();
}

void TestSearch::saysWhatIsTrue()
{
    if (QStandardPaths::findExecutable(QStringLiteral("node")).isEmpty())
        QSKIP("there is no node to run the browser's script with");
    int number = 0;
    for (const char *text :
         {"計画（令和8年度）は9のうち年度の終わりに。", "電気自動車と補助金。自動車の補助の金。",
          "第9号…案内…次の案内…終", "ガイドとｶﾞｲﾄﾞ", "脱炭<ruby>素<rt>そ</rt></ruby>社会",
          "会議を開き、県民が話す。"})
        m_site->page(QStringLiteral("/n%1/").arg(++number),
                     {.title = QStringLiteral("頁"), .body = QString::fromUtf8(text)});
    QFETCH(QString, words);
    const QJsonObject said = inTheBrowser(words);
    QFETCH(QString, says);
    QVERIFY2(said[QLatin1String("says")].toString().contains(says),
             qPrintable(said[QLatin1String("says")].toString()));
    QFETCH(QString, row);
    const QString first = said[QLatin1String("rows")][0][1].toString();
    QVERIFY2(first.contains(row), qPrintable(first));
}

void TestSearch::goesOnOnceAPress_data()
{
    QTest::addColumn<int>("pages");
    QTest::addColumn<QStringList>("presses"); ///< rows, where the focus is, is there more
    QTest::newRow("no button where nothing follows") << 10 << QStringList();
    QTest::newRow("one more") << 11 << QStringList{u"11 first new row, end"_qs};
    QTest::newRow("twice at once, and a server that fails once")
        << 45
        << QStringList{u"20 first new row"_qs, u"30 first new row"_qs,
                       u"30 button 続きを読み込めませんでした"_qs, u"40 first new row"_qs,
                       u"45 first new row, end"_qs};
}

void TestSearch::goesOnOnceAPress()
{
    if (QStandardPaths::findExecutable(QStringLiteral("node")).isEmpty())
        QSKIP("there is no node to run the browser's script with");
    QFETCH(const int, pages);
    for (int number = 0; number < 60; ++number)
        m_site->page(QStringLiteral("/n%1/").arg(number),
                     {.title = QStringLiteral("頁"),
                      .body = number < pages ? u"電気自動車の話。"_qs : u"電気自動、動車の話。"_qs,
                      .date = QDate(2026, 12, 31).addDays(-number)});
    QStringList presses;
    for (const QJsonValue &each :
         inTheBrowser(QStringLiteral("電気自動車"))[QLatin1String("presses")].toArray()) {
        const QString says = each[QLatin1String("says")].toString();
        presses +=
            QString::number(each[QLatin1String("rows")].toInt()) + u' ' +
            each[QLatin1String("focused")].toString() +
            (each[QLatin1String("hidden")].toBool() ? u", end"_qs : QString()) +
            (says.contains(u"ませんでした"_qs) ? u' ' + says.section(u'。', 0, 0) : QString());
    }
    QTEST(presses, "presses");
}

QTEST_GUILESS_MAIN(TestSearch)
#include "test_search.moc"
