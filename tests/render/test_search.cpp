#include "render/search/terms.h"
#include "render/sinks.h"
#include "support/sitefixture.h"
#include "support/testsite.h"

#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
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
        QStringList titles;
        for (const int page : pages(index[QLatin1String("parts")].toArray(), words).mid(0, 10)) {
            const QJsonArray entries = json(QStringLiteral("d%1.json").arg(page / block)).array();
            titles.append(entries[page % block][0].toString());
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
    void needsATemplateAndAFreeAddress();
    void readsLittleForAFirstQuery();
    void changesLittleForANewPage();
    void readsWordsOfHtml();

private:
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
}

void TestSearch::finds()
{
    QFETCH(QString, words);
    m_site->page(QStringLiteral("/a/"), {.title = QStringLiteral("水素の補助"),
                                         .body = QStringLiteral("燃料**電池**とカーポートに。")});
    content::PageContent house{.title = QStringLiteral("省エネ住宅"),
                               .body = QStringLiteral("断熱改修、ZEHなど。")};
    house.fields = {{QStringLiteral("rows"),
                     QJsonArray{QJsonObject{{QStringLiteral("a"), QStringLiteral("仙台市")}}}}};
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

void TestSearch::needsATemplateAndAFreeAddress()
{
    m_site->page(QStringLiteral("/search/"), {.title = QStringLiteral("職員の頁")});
    build();
    QVERIFY(m_sink->bytes(QStringLiteral("search/index.html")).contains("職員の頁"));
    QVERIFY(!m_sink->bytes(QStringLiteral("index.html")).contains("role=\"search\""));
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
        QVERIFY2(reader.bytesRead() < 30'000, words);
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
}

QTEST_GUILESS_MAIN(TestSearch)
#include "test_search.moc"
