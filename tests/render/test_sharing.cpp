#include "render/card/card.h"
#include "render/card/linebreak.h"
#include "render/sinks.h"
#include "support/sitefixture.h"
#include "support/testsite.h"

#include <QDir>
#include <QElapsedTimer>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::test;

namespace {

/// schema.org: the properties that each type has of its own or inherits, as far as we write them.
const QHash<QString, QStringList> &schemaOrg()
{
    static const QStringList thing = QStringLiteral("@type @id name description url image "
                                                    "mainEntityOfPage potentialAction sameAs")
                                         .split(u' ');
    static const QStringList work =
        thing + QStringLiteral("headline inLanguage datePublished dateModified author publisher "
                               "creator isPartOf mainEntity temporalCoverage isAccessibleForFree")
                    .split(u' ');
    static const auto with = [](const QStringList &base, const char *more) {
        return base + QString::fromLatin1(more).split(u' ', Qt::SkipEmptyParts);
    };
    static const QHash<QString, QStringList> types{
        {QStringLiteral("GovernmentOrganization"), with(thing, "logo address telephone email")},
        {QStringLiteral("Organization"), with(thing, "logo address telephone email")},
        {QStringLiteral("WebSite"), work},
        {QStringLiteral("WebPage"), with(work, "breadcrumb primaryImageOfPage")},
        {QStringLiteral("AboutPage"), with(work, "breadcrumb")},
        {QStringLiteral("CollectionPage"), with(work, "breadcrumb")},
        {QStringLiteral("SearchResultsPage"), with(work, "breadcrumb")},
        {QStringLiteral("Article"), with(work, "articleSection")},
        {QStringLiteral("NewsArticle"), with(work, "articleSection")},
        {QStringLiteral("Event"), with(thing, "startDate endDate location eventStatus "
                                              "eventAttendanceMode organizer")},
        {QStringLiteral("Dataset"), with(work, "variableMeasured distribution")},
        {QStringLiteral("DataDownload"), with(work, "encodingFormat contentUrl")},
        {QStringLiteral("PropertyValue"), with(thing, "unitText value")},
        {QStringLiteral("Place"), with(thing, "address")},
        {QStringLiteral("VirtualLocation"), thing},
        {QStringLiteral("PostalAddress"),
         with(thing, "addressCountry postalCode streetAddress addressRegion")},
        {QStringLiteral("ImageObject"), with(work, "contentUrl")},
        {QStringLiteral("SearchAction"), with(thing, "target query-input")},
        {QStringLiteral("EntryPoint"), with(thing, "urlTemplate")},
        {QStringLiteral("BreadcrumbList"), with(thing, "itemListElement")},
        {QStringLiteral("ListItem"), with(thing, "position item")}};
    return types;
}

/// What Google asks for besides.
const QHash<QString, QStringList> &required()
{
    static const QHash<QString, QStringList> names{
        {QStringLiteral("NewsArticle"), {QStringLiteral("headline"), QStringLiteral("author")}},
        {QStringLiteral("Event"),
         {QStringLiteral("name"), QStringLiteral("startDate"), QStringLiteral("location")}},
        {QStringLiteral("Dataset"), {QStringLiteral("name"), QStringLiteral("description")}},
        {QStringLiteral("BreadcrumbList"), {QStringLiteral("itemListElement")}},
        {QStringLiteral("GovernmentOrganization"),
         {QStringLiteral("name"), QStringLiteral("url")}}};
    return names;
}

void collect(const QJsonValue &value, QStringList &wrong, QSet<QString> &ids,
             QStringList &references)
{
    for (const QJsonValue each : value.toArray())
        collect(each, wrong, ids, references);
    const QJsonObject node = value.toObject();
    const QString type = node.value(QLatin1String("@type")).toString();
    const QString id = node.value(QLatin1String("@id")).toString();
    if (type.isEmpty()) {
        if (!id.isEmpty())
            references.append(id);
        return;
    }
    if (!id.isEmpty())
        ids.insert(id);
    if (!schemaOrg().contains(type))
        wrong.append(QStringLiteral("type ") + type);
    for (auto each = node.begin(); each != node.end(); ++each) {
        if (!schemaOrg().value(type).contains(each.key()))
            wrong.append(type + u'.' + each.key());
        collect(each.value(), wrong, ids, references);
    }
    for (const QString &name : required().value(type))
        if (!node.contains(name))
            wrong.append(type + QStringLiteral(" lacks ") + name);
}

} // namespace

/// What search engines and services that show shared addresses are told.
class TestSharing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void saysOnlyWhatSchemaOrgKnows();
    void describesEvents_data();
    void describesEvents();
    void describesCharts();
    void breaksTitles_data();
    void breaksTitles();
    void neverBreaksWhereItMayNot();
    void breaksTitlesOfAnyLength_data();
    void breaksTitlesOfAnyLength();
    void paintsNamesOfAnyLength();
    void stopsBetweenCards();
    void paintsACardForEachPage();
    void paintsCardsOnce();
    void paintsNoCardsWithoutACache();

private:
    QJsonArray graphOf(const QString &path);
    QJsonObject nodeOf(const QString &path, const QString &type);

    std::unique_ptr<SiteFixture> m_site;
    render::ThemePtr m_theme;
};

void TestSharing::init()
{
    m_site = std::make_unique<SiteFixture>();
    m_theme = *render::Theme::load(QStringLiteral(":/theme"));
    m_site->snapshot().kinds = *content::builtInKinds();
    m_site->snapshot().site.address = QStringLiteral("〒980-0000 宮城県仙台市見本町1番1号");
}

QJsonArray TestSharing::graphOf(const QString &path)
{
    const auto served = render::renderPath(m_site->snapshot(), *m_theme, m_site->options(), path);
    if (!served)
        return {};
    static const QRegularExpression script(QStringLiteral("ld\\+json\">(.*)</script>"));
    const QString text = script.match(QString::fromUtf8(served->bytes)).captured(1);
    return QJsonDocument::fromJson(text.toUtf8())[QLatin1String("@graph")].toArray();
}

QJsonObject TestSharing::nodeOf(const QString &path, const QString &type)
{
    for (const QJsonValue node : graphOf(path))
        if (node[QLatin1String("@type")].toString() == type)
            return node.toObject();
    return {};
}

void TestSharing::saysOnlyWhatSchemaOrgKnows()
{
    int number = 0;
    for (const content::Kind &kind : m_site->snapshot().kinds) {
        content::PageContent content{.title = kind.label, .summary = kind.label};
        content.date = QDate(2026, 3, 1);
        content.fields = {{QStringLiteral("startsAt"), QStringLiteral("2026-05-01T13:00:00+09:00")},
                          {QStringLiteral("venue"), QStringLiteral("見本会館")},
                          {QStringLiteral("address"), m_site->snapshot().site.address}};
        content.body = QStringLiteral("::: chart {series=s}\n:::\n");
        if (kind.name != QLatin1String("home"))
            m_site->page(QStringLiteral("/k%1/").arg(number++), content, kind.name);
    }
    statistics::SeriesData data;
    data.series.name = QStringLiteral("s");
    data.series.title = QStringLiteral("会員数");
    data.observations = {{QDate(2026, 1, 1), 5.0}};
    m_site->snapshot().series = {data};
    QStringList paths{QStringLiteral("/"), QStringLiteral("/search/")};
    while (--number >= 0)
        paths.append(QStringLiteral("/k%1/").arg(number));
    for (const QString &path : paths) {
        QStringList wrong;
        QSet<QString> ids;
        QStringList references;
        const QJsonArray graph = graphOf(path);
        QVERIFY2(graph.size() >= 3, qPrintable(path));
        collect(graph, wrong, ids, references);
        for (const QString &reference : references)
            if (!ids.contains(reference))
                wrong.append(QStringLiteral("no node ") + reference);
        QVERIFY2(wrong.isEmpty(), qPrintable(path + u' ' + wrong.join(QLatin1String(", "))));
    }
}

void TestSharing::describesEvents_data()
{
    QTest::addColumn<QString>("venue");
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("mode");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const char *venue, const char *status, const char *mode,
                        const char *said) {
        QTest::newRow(name) << QString::fromUtf8(venue) << QString::fromUtf8(status)
                            << QString::fromUtf8(mode) << QString::fromUtf8(said);
    };
    row("hall", "見本会館", "受付中", "Offline", "EventScheduled");
    row("online", "オンライン（配信）", "", "Online", "EventScheduled");
    row("both", "見本会館とオンライン", "延期", "Mixed", "EventPostponed");
    row("cancelled", "見本会館", "中止", "Offline", "EventCancelled");
}

void TestSharing::describesEvents()
{
    QFETCH(QString, venue);
    QFETCH(QString, status);
    content::PageContent content{.title = QStringLiteral("催し")};
    content.fields = {{QStringLiteral("startsAt"), QStringLiteral("2026-05-01T13:00:00+09:00")},
                      {QStringLiteral("venue"), venue},
                      {QStringLiteral("status"), status}};
    m_site->page(QStringLiteral("/e/"), content, QStringLiteral("event"));
    const QJsonObject event = nodeOf(QStringLiteral("/e/"), QStringLiteral("Event"));
    QTEST(event[QLatin1String("eventAttendanceMode")].toString().mid(19).chopped(19), "mode");
    QTEST(event[QLatin1String("eventStatus")].toString().mid(19), "said");
    content.fields.remove(QStringLiteral("startsAt"));
    m_site->page(QStringLiteral("/e/"), content, QStringLiteral("event"));
    QVERIFY(nodeOf(QStringLiteral("/e/"), QStringLiteral("Event")).isEmpty());
}

void TestSharing::describesCharts()
{
    statistics::SeriesData data;
    data.series.name = QStringLiteral("members");
    data.series.title = QStringLiteral("会員数");
    data.series.unit = QStringLiteral("人");
    data.observations = {{QDate(2026, 1, 1), 5.0},
                         {QDate(2026, 2, 1), {}, true, QStringLiteral("a\"b")}};
    m_site->snapshot().series = {data};
    m_site->page(QStringLiteral("/p/"),
                 {.title = QStringLiteral("p"),
                  .body = QStringLiteral("::: chart {series=members}\n:::\n")});
    const QJsonObject set = nodeOf(QStringLiteral("/p/"), QStringLiteral("Dataset"));
    QCOMPARE(set[QLatin1String("temporalCoverage")].toString(),
             QStringLiteral("2026-01-01/2026-02-01"));
    const QString url = set[QLatin1String("distribution")][QLatin1String("contentUrl")].toString();
    QCOMPARE(url, QStringLiteral("https://site.example.jp/assets/data/members.csv"));
    render::MemorySink sink;
    VERIFY_OK(render::renderSite(m_site->snapshot(), *m_theme, m_site->options(), sink));
    QCOMPARE(QString::fromUtf8(sink.bytes(QStringLiteral("assets/data/members.csv")).mid(3)),
             QStringLiteral("\"期間の初日\",\"会員数（人）\",\"速報値\",\"注記\"\r\n"
                            "2026-01-01,5,0,\r\n2026-02-01,,1,\"a\"\"b\"\r\n"));
    m_site->page(QStringLiteral("/p/"), {.title = QStringLiteral("p")});
    render::MemorySink without;
    VERIFY_OK(render::renderSite(m_site->snapshot(), *m_theme, m_site->options(), without));
    QVERIFY(without.bytes(QStringLiteral("assets/data/members.csv")).isEmpty());
}

void TestSharing::breaksTitles_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<int>("width"); ///< in full-width letters
    QTest::addColumn<QString>("lines");
    const auto row = [](const char *title, int width, const char *lines) {
        QTest::newRow(title) << QString::fromUtf8(title) << width << QString::fromUtf8(lines);
    };
    row("短い題名", 10, "短い題名");
    row("夏の省エネ教室を開催しました", 10, "夏の省エネ教室を/開催しました");
    row("令和8年度の補助金の受付を始めます", 12, "令和8年度の補助金の/受付を始めます");
    row("みやぎゼロカーボンミーティングを開きます", 16,
        "みやぎゼロカーボンミーティングを/開きます");
    row("会員が「450社」になりました。", 9, "会員が「450社」に/なりました。");
    row("あいうえおかきくけこさしすせそたちつてと", 5, "あいうえお/かきくけこ/さしすせ…");
    row("ゼロカーボンチャレンジ", 6, "ゼロカーボン/チャレンジ");
}

void TestSharing::breaksTitles()
{
    QFETCH(QString, title);
    QFETCH(int, width);
    const auto widthOf = [](const QString &text) {
        double sum = 0;
        for (const QChar c : text)
            sum += c.unicode() < 0x80 ? 0.5 : 1;
        return sum;
    };
    QTEST(render::brokenLines(title, width, 3, widthOf).join(u'/'), "lines");
}

void TestSharing::neverBreaksWhereItMayNot()
{
    const QString text = QStringLiteral("「令和7年度」の、ゼロカーボン大作戦（第2回）CO2ゼロ！");
    for (qsizetype at = 1; at < text.size(); ++at) {
        const bool bad = QStringLiteral("、」）！ー").contains(text[at]) ||
                         QStringLiteral("「（第").contains(text[at - 1]);
        QVERIFY2(!bad || render::breakPenalty(text, at) == 3, qPrintable(text.mid(at)));
    }
    QCOMPARE(render::breakPenalty(QStringLiteral("CO2"), 1), 3);
    QCOMPARE(render::breakPenalty(QStringLiteral("7年"), 1), 3);
    QCOMPARE(render::breakPenalty(QStringLiteral("を開"), 1), 0);
}

void TestSharing::breaksTitlesOfAnyLength_data()
{
    QTest::addColumn<QString>("piece");
    QTest::newRow("kana") << QStringLiteral("あ");
    QTest::newRow("phrases") << QStringLiteral("県民の取組を、");
    QTest::newRow("one word") << QStringLiteral("a");
    QTest::newRow("outside the basic plane") << QStringLiteral("𠮷");
    QTest::newRow("joined emoji") << QStringLiteral("👩‍👧");
    QTest::newRow("without width") << QString(QChar(0x200B));
    QTest::newRow("marks on one letter") << QString(QChar(0x0301));
}

void TestSharing::breaksTitlesOfAnyLength()
{
    QFETCH(QString, piece);
    int measured = 0;
    const auto widthOf = [&measured](const QString &text) {
        measured += static_cast<int>(text.size());
        return text.startsWith(QChar(0x200B)) ? 0.0 : 1.0;
    };
    const QStringList lines = render::brokenLines(piece.repeated(60'000), 10, 4, widthOf);
    QVERIFY(lines.size() <= 4);
    QVERIFY2(measured < 5'000, qPrintable(QString::number(measured)));
    for (const QString &line : lines) {
        QVERIFY(line.isValidUtf16());
        QVERIFY(!line.startsWith(QChar(0x200D)));
    }
    if (piece == QStringLiteral("あ") || piece == QStringLiteral("a"))
        QVERIFY2(lines.last().endsWith(u'…'), qPrintable(lines.last()));
}

void TestSharing::paintsNamesOfAnyLength()
{
    const QString much = QStringLiteral("県民のみなさんの取組").repeated(6'000);
    QElapsedTimer took;
    took.start();
    const QByteArray bytes = render::paintCard({much, much, much, QStringLiteral("#0B6B3A")});
    QCOMPARE(QImage::fromData(bytes).size(), QSize(1200, 630));
    // Minutes before there was a bound; the room is for slow machines under a sanitizer.
    QVERIFY2(took.elapsed() < 10'000, qPrintable(QString::number(took.elapsed())));
}

void TestSharing::stopsBetweenCards()
{
    for (int number = 0; number < 20; ++number)
        m_site->page(QStringLiteral("/p%1/").arg(number),
                     {.title = QStringLiteral("題名%1").arg(number)});
    render::RenderOptions options = m_site->options();
    options.threads = 1;
    JobContext context;
    context.progress = [&](const Progress &now) {
        if (now.phase.contains(QStringLiteral("sharing")))
            context.cancel.cancel();
    };
    render::MemorySink sink;
    const auto stopped = render::renderSite(m_site->snapshot(), *m_theme, options, sink, context);
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, ErrorCode::Cancelled);
    QVERIFY(sink.paths().filter(QStringLiteral("assets/card/")).size() < 2);
}

void TestSharing::paintsACardForEachPage()
{
    m_site->page(QStringLiteral("/topics/a/"), {.title = QStringLiteral("お知らせ")},
                 QStringLiteral("topic"));
    render::MemorySink sink;
    VERIFY_OK(render::renderSite(m_site->snapshot(), *m_theme, m_site->options(), sink));
    for (const char *file : {"index.html", "kenmin/index.html", "topics/a/index.html"}) {
        static const QRegularExpression image(
            QStringLiteral("og:image\" content=\"https://site.example.jp/(assets/card/[^\"]+)\""));
        const QString html = QString::fromUtf8(sink.bytes(QString::fromLatin1(file)));
        const QString path = image.match(html).captured(1);
        const QByteArray bytes = sink.bytes(path);
        QCOMPARE(QImage::fromData(bytes).size(), QSize(1200, 630));
        QVERIFY2(bytes.size() < 100'000, file);
        const auto served =
            render::renderPath(m_site->snapshot(), *m_theme, m_site->options(), u'/' + path);
        VERIFY_OK(served);
        QCOMPARE(served->bytes, bytes);
    }
    QVERIFY(!sink.bytes(QStringLiteral("404.html")).contains("assets/card/"));
}

void TestSharing::paintsCardsOnce()
{
    render::MemorySink sink;
    const auto first = render::renderSite(m_site->snapshot(), *m_theme, m_site->options(), sink);
    VERIFY_OK(first);
    const QDir cache(m_site->options().media.variants);
    const QStringList kept = cache.entryList({QStringLiteral("card-*.png")}, QDir::Files);
    QCOMPARE(kept.size(), 2);
    // What lies in the cache is taken: a rebuild paints nothing.
    put(cache.filePath(kept.first()), "painted before");
    const auto second = render::renderSite(m_site->snapshot(), *m_theme, m_site->options(), sink);
    VERIFY_OK(second);
    QVERIFY(sink.paths().filter(QStringLiteral("assets/card/")).size() == 2);
    bool taken = false;
    for (const QString &path : sink.paths())
        taken = taken || sink.bytes(path) == "painted before";
    QVERIFY(taken);
    m_site->page(QStringLiteral("/kenmin/"), {.title = QStringLiteral("別の題名")});
    VERIFY_OK(render::renderSite(m_site->snapshot(), *m_theme, m_site->options(), sink));
    QCOMPARE(cache.entryList({QStringLiteral("card-*.png")}, QDir::Files).size(), 3);
}

void TestSharing::paintsNoCardsWithoutACache()
{
    render::MemorySink sink;
    VERIFY_OK(render::renderSite(m_site->snapshot(), *m_theme, {}, sink));
    for (const QString &path : sink.paths())
        QVERIFY2(!sink.bytes(path).contains("assets/card/"), qPrintable(path));
}

QTEST_MAIN(TestSharing)
#include "test_sharing.moc"
