#include "checking.h"

#include <QTest>

using namespace kakehashi;

namespace {

const QDateTime noon(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);

struct Pair
{
    Pair()
    {
        original = checking::page(QStringLiteral("本文"));
        original.path = QStringLiteral("/a/");
        original.updatedAt = noon;
        translation = checking::page(QStringLiteral("Text"));
        translation.path = QStringLiteral("/en/a/");
        translation.content.language = {QStringLiteral("en"), original.id};
        translation.updatedAt = noon;
    }

    check::Findings found(const QString &rule) const
    {
        render::SiteSnapshot site = checking::emptySite();
        site.pages = {std::make_shared<render::PageValue>(original),
                      std::make_shared<render::PageValue>(translation)};
        const QString html = checking::documentAround(translation.content.body);
        return checking::ofRule(
            check::checkHtml(*checking::rules(), site, *site.pages.at(1), html.toUtf8()), rule);
    }

    render::PageValue original;
    render::PageValue translation;
};

} // namespace

/// What the check says of pages in other languages.
class TestTranslations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOlderTranslationIsAskedAbout_data()
    {
        QTest::addColumn<int>("later"); // seconds, the original after the translation
        QTest::addColumn<bool>("asked");
        QTest::newRow("newer") << -60 << false;
        QTest::newRow("same time") << 0 << false;
        QTest::newRow("a minute older") << 60 << true;
        QTest::newRow("a day older") << 86'400 << true;
        QTest::newRow("a year older") << 31'536'000 << true;
    }

    void anOlderTranslationIsAskedAbout()
    {
        QFETCH(const int, later);
        Pair pair;
        pair.original.updatedAt = noon.addSecs(later);
        const auto found = pair.found(QStringLiteral("translation-older"));
        QTEST(!found.isEmpty(), "asked");
        if (!found.isEmpty())
            QCOMPARE(found.first().issue.severity, Severity::Ask);
        pair.translation.content.language.original = {};
        QVERIFY(pair.found(QStringLiteral("translation-older")).isEmpty());
    }

    void japaneseRulesLeaveOthersAlone_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("rule");
        QTest::newRow("date") << "Held on 2026/3/1."
                              << "date-form";
        QTest::newRow("time") << "Open 9:00～17:00."
                              << "time-form";
    }

    void japaneseRulesLeaveOthersAlone()
    {
        QFETCH(const QString, body);
        QFETCH(const QString, rule);
        Pair pair;
        pair.translation.content.body = body;
        QVERIFY(pair.found(rule).isEmpty());
        pair.translation.content.language = {};
        QVERIFY(!pair.found(rule).isEmpty());
    }

    void latinTextsMayBeLonger()
    {
        Pair pair;
        pair.translation.content.title = QString(50, u'a');
        QVERIFY(pair.found(QStringLiteral("title-length")).isEmpty());
        pair.translation.content.language = {};
        QVERIFY(!pair.found(QStringLiteral("title-length")).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "test_translations.moc"
