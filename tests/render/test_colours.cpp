#include "render/theme/compiled.h"
#include "render/theme/csstokens.h"
#include "support/testsite.h"

#include <QFile>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::render;

namespace {

QByteArray standardSheet()
{
    QFile file(QStringLiteral(":/theme/assets/style.css"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray say(const WeakPair &pair)
{
    return QStringLiteral("%1 on %2 %3: %4")
        .arg(pair.front, pair.ground, pair.dark ? QStringLiteral("dark") : QStringLiteral("light"))
        .arg(pair.ratio)
        .toUtf8();
}

} // namespace

/// The site's colour: what becomes of it, and who judges it.
class TestColours : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastIsThatOfWcag_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<double>("ratio");
        // Those of DADS as measured in the standards' notes.
        QTest::newRow("black") << QStringLiteral("#000") << QStringLiteral("#fff") << 21.0;
        QTest::newRow("same") << QStringLiteral("#777") << QStringLiteral("#777") << 1.0;
        QTest::newRow("blue-900") << QStringLiteral("#0017c1") << QStringLiteral("#fff") << 11.1;
        QTest::newRow("gray-536") << QStringLiteral("#767676") << QStringLiteral("#fff") << 4.54;
    }

    void contrastIsThatOfWcag()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(double, ratio);
        QVERIFY(std::abs(contrast(QColor(one), QColor(other)) - ratio) < 0.05);
        QCOMPARE(contrast(QColor(one), QColor(other)), contrast(QColor(other), QColor(one)));
    }

    void theThemeThatShipsPasses()
    {
        const CssTokens tokens = cssTokens(standardSheet());
        QVERIFY(tokens.light.size() > 20 && tokens.dark.size() > 20);
        QCOMPARE(tokens.light.value(QStringLiteral("--accent")), QColor(0x11, 0x5a, 0x36));
        const auto weak = weakPairs(tokens);
        QVERIFY2(weak.isEmpty(), weak.isEmpty() ? "" : say(weak.first()).constData());
    }

    void everyColourGivesAThemeThatPasses()
    {
        const auto theme = Theme::load(QStringLiteral(":/theme"));
        VERIFY_OK(theme);
        const QByteArray sheet = standardSheet();
        for (int hue = 0; hue < 360; hue += 15) {
            for (const int saturation : {0, 90, 180, 255}) {
                for (const int lightness : {0, 40, 80, 120, 160, 200, 255}) {
                    const QColor chosen = QColor::fromHsl(hue, saturation, lightness);
                    const auto weak = weakPairs(
                        cssTokens(sheet + recolouring(paletteFrom(chosen),
                                                      (*theme)->compiled().cssVariables)));
                    QVERIFY2(
                        weak.isEmpty(),
                        weak.isEmpty()
                            ? ""
                            : QByteArray(chosen.name().toUtf8() + say(weak.first())).constData());
                }
            }
        }
    }

    void aColourThatPassesStaysAndTheNearestOneIsNear()
    {
        const QColor good(0x00, 0x17, 0xc1);
        QCOMPARE(nearestAccent(good), good);
        QCOMPARE(paletteFrom(good).light.value(QStringLiteral("accent")), good);
        const QColor weak(0xff, 0x8c, 0x00);
        const QColor near = nearestAccent(weak);
        QVERIFY(accentContrast(near) >= textContrast);
        QVERIFY(accentContrast(near) < textContrast + 0.2);
        QVERIFY(std::abs(near.hslHue() - weak.hslHue()) <= 2);
    }

    void aThemeInAnotherColourHasAnotherSheetAndNothingElse()
    {
        const auto theme = Theme::load(QStringLiteral(":/theme"));
        const auto blue = (*theme)->recoloured(QStringLiteral("#0017c1"));
        QVERIFY(blue != *theme);
        const auto *before = (*theme)->asset(QStringLiteral("style.css"));
        const auto *after = blue->asset(QStringLiteral("style.css"));
        QVERIFY(after->publishedPath != before->publishedPath);
        QVERIFY(after->bytes.startsWith(before->bytes));
        QVERIFY(after->bytes.contains("--accent:#0017c1;"));
        QCOMPARE(blue->asset(QStringLiteral("script.js"))->publishedPath,
                 (*theme)->asset(QStringLiteral("script.js"))->publishedPath);
        for (const QString &none : {QString(), QStringLiteral("blue"), QStringLiteral("#12345"),
                                    QStringLiteral("#123456;}body{}")})
            QCOMPARE((*theme)->recoloured(none), *theme);
    }

    void aWeakThemeIsToldWithItsLine()
    {
        const auto weak =
            weakPairs(cssTokens("/* --link: #ccc */\n:root {\n  --bg: #fff;\n  --link: #ccc;\n}\n"
                                "@media (prefers-color-scheme: dark) { :root { --bg: #000 } }\n"
                                "@media print { :root { --link: #fff; } }"));
        QCOMPARE(weak.size(), 1);
        QCOMPARE(weak.first().front, QStringLiteral("--link"));
        QCOMPARE(weak.first().line, 4);
        QVERIFY(!weak.first().dark);
    }
};

QTEST_GUILESS_MAIN(TestColours)
#include "test_colours.moc"
