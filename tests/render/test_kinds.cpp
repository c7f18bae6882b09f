#include "content/kind.h"
#include "content/page/terms.h"
#include "render/sinks.h"
#include "support/sitefixture.h"
#include "support/testsite.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::test;
using content::Field;
using content::FieldType;

namespace {

/// A value that no other field has, as the page shows it.
struct Filled
{
    QJsonObject values;
    QStringList shown;
};

QString valueOf(const Field &field, int number)
{
    switch (field.type) {
    case FieldType::Choice:
        return field.choices.value(number % static_cast<int>(field.choices.size()));
    case FieldType::Url:
        return QStringLiteral("https://www.example.jp/%1/").arg(field.name);
    case FieldType::Date:
    case FieldType::DateTime:
        return QStringLiteral("2026-05-%1T10:30").arg(number % 28 + 1, 2, 10, QLatin1Char('0'));
    case FieldType::Number:
        return QString::number(7000 + number);
    default:
        return QStringLiteral("値の%1の%2").arg(field.name).arg(number);
    }
}

QString shownOf(const Field &field, const QString &value)
{
    // Programs read when it begins; people read it as the field "when" says it.
    if (field.type == FieldType::DateTime)
        return value.left(16);
    return field.type == FieldType::Date ? QStringLiteral("令和8年5月") : value;
}

Filled filled(const QList<Field> &fields, int &number)
{
    Filled all;
    for (const Field &field : fields) {
        if (field.type == FieldType::Table) {
            QJsonArray rows;
            for (int row = 0; row < 2; ++row) {
                const Filled cells = filled(field.columns, number);
                rows.append(cells.values);
                all.shown += cells.shown;
            }
            all.values.insert(field.name, rows);
            continue;
        }
        if (content::taxonomyOf(field)) {
            const QStringList terms{QStringLiteral("%1の語").arg(field.name),
                                    QStringLiteral("%1の別の語").arg(field.name)};
            all.values.insert(field.name, QJsonArray::fromStringList(terms));
            all.shown += terms;
            continue;
        }
        QString value = valueOf(field, ++number);
        if (field.type == FieldType::Date)
            value = value.left(10);
        all.values.insert(field.name, value);
        all.shown.append(shownOf(field, value));
    }
    return all;
}

} // namespace

/// Every theme shows all that is typed into the form of every kind.
class TestKinds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsEveryField_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::addColumn<QString>("kind");
        const auto kinds = *content::builtInKinds();
        for (const char *theme : {":/theme", ":/themes/plain"})
            for (const content::Kind &kind : kinds)
                QTest::addRow("%s %s", theme, qPrintable(kind.name))
                    << QString::fromLatin1(theme) << kind.name;
    }

    void showsEveryField()
    {
        QFETCH(QString, theme);
        QFETCH(QString, kind);
        const bool isHome = kind == QLatin1String("home");
        int number = 0;
        const auto kinds = *content::builtInKinds();
        const Filled all = filled(content::kindNamed(kinds, kind).fields, number);
        const QString path = isHome ? QStringLiteral("/") : QStringLiteral("/x/");
        const QString html = rendered(theme, kinds, kind, path,
                                      {.title = QStringLiteral("題"), .fields = all.values});
        // Keywords of JSON-LD are not shown; of the times, that alone is asked.
        const QString body = html.section(QStringLiteral("<body"), 1);
        for (const QString &text : all.shown)
            QVERIFY2((text.endsWith(QLatin1String("T10:30")) ? html : body).contains(text),
                     qPrintable(text));
    }

    void showsTermsOfEveryKind_data() { showsEveryField_data(); }

    void showsTermsOfEveryKind()
    {
        QFETCH(QString, theme);
        QFETCH(QString, kind);
        if (kind == QLatin1String("home") || kind == QLatin1String("list") ||
            kind == QLatin1String("notfound"))
            return; // they lead to pages and say little themselves
        const QString html = rendered(
            theme, *content::builtInKinds(), kind, QStringLiteral("/x/"),
            {.title = QStringLiteral("題"),
             .fields = {{QStringLiteral("category"), QJsonArray{QStringLiteral("水素の類")}},
                        {QStringLiteral("tags"), QJsonArray{QStringLiteral("学校の札")}}}});
        const QString body = html.section(QStringLiteral("<body"), 1);
        for (const char *text : {"水素の類", "学校の札"})
            QVERIFY2(body.contains(QString::fromUtf8(text)), text);
    }

    void tablesShowWithoutWhatStandsBeforeThem()
    {
        const auto kinds = *content::builtInKinds();
        const QJsonObject team{{QStringLiteral("team"), QStringLiteral("学びの班")},
                               {QStringLiteral("aim"), QStringLiteral("目標の文")}};
        const QString html = rendered(
            QStringLiteral(":/theme"), kinds, QStringLiteral("ambassador"), QStringLiteral("/x/"),
            {.title = QStringLiteral("題"),
             .fields = {{QStringLiteral("period"), QStringLiteral("一年の間")},
                        {QStringLiteral("teams"), QJsonArray{team}}}});
        for (const char *text : {"学びの班", "目標の文", "一年の間"})
            QVERIFY2(html.contains(QString::fromUtf8(text)), text);
    }

    void sayTheirLabelsInThePagesLanguage_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::addColumn<QString>("tag");
        QTest::addColumn<QString>("mark");
        for (const char *theme : {":/theme", ":/themes/plain"}) {
            QTest::addRow("%s en", theme) << QString::fromLatin1(theme) << "en" << QString();
            QTest::addRow("%s fr", theme)
                << QString::fromLatin1(theme) << "fr" << QStringLiteral(" lang=\"en\"");
        }
    }

    void sayTheirLabelsInThePagesLanguage()
    {
        QFETCH(QString, theme);
        QFETCH(QString, tag);
        QFETCH(QString, mark);
        const auto kinds = *content::builtInKinds();
        content::PageContent page{.title = QStringLiteral("Fair")};
        page.language.tag = tag;
        page.fields = {{QStringLiteral("venue"), QStringLiteral("Hall")},
                       {QStringLiteral("status"), QStringLiteral("中止")}};
        const QString html =
            rendered(theme, kinds, QStringLiteral("event"), QStringLiteral("/x/"), page);
        QVERIFY2(html.contains(QStringLiteral("<dt%1>Venue</dt>").arg(mark)), qPrintable(html));
        QVERIFY(html.contains(QRegularExpression(QStringLiteral("lang=\"ja\">中止<"))));
        const QString main =
            html.section(QStringLiteral("<main"), 1).section(QStringLiteral("</main>"), 0, 0);
        QVERIFY(!main.contains(QStringLiteral("会場")));
    }

    void datesEventsByTheirDay()
    {
        const auto kinds = *content::builtInKinds();
        content::PageContent fair{.title = QStringLiteral("催し"), .date = QDate(2026, 3, 1)};
        fair.fields = {{QStringLiteral("startsAt"), QStringLiteral("2026-05-09T10:00")}};
        for (const char *block : {"pages", "cards"}) {
            SiteFixture site;
            site.snapshot().kinds = kinds;
            site.page(QStringLiteral("/events/a/"), fair, QStringLiteral("event"));
            const QString html =
                site.body(QStringLiteral("::: %1 {kind=event}\n:::").arg(QLatin1String(block)))
                    .html;
            QVERIFY2(html.contains(QStringLiteral("令和8年5月9日")), qPrintable(html));
            QVERIFY(!html.contains(QStringLiteral("令和8年3月1日")));
        }
    }

private:
    static QString rendered(const QString &theme, const QList<content::Kind> &kinds,
                            const QString &kind, const QString &path,
                            const content::PageContent &content)
    {
        SiteFixture site;
        site.snapshot().kinds = kinds;
        // The home page that is there is of its kind already.
        const Ulid id = site.page(path, content, kind);
        const auto loaded = render::Theme::load(theme);
        if (!loaded)
            return loaded.error().text;
        const auto page = render::renderPage(site.snapshot(), **loaded, site.options(), id);
        return page ? QString::fromUtf8(page->html) : page.error().text;
    }
};

QTEST_GUILESS_MAIN(TestKinds)
#include "test_kinds.moc"
