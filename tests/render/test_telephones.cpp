#include "render/site/telephones.h"

#include <QRegularExpression>
#include <QTest>

using namespace kakehashi;

/// Telephone numbers that dial, and numbers that must not.
class TestTelephones : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void links_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("dialled");
        const auto row = [](const char *text, const char *dialled) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(dialled);
        };
        row("電話：022-000-0001", "0220000001");
        row("０２２－０００－０００１", "0220000001");
        row("（022）000-0001", "0220000001");
        row("022（000）0001", "0220000001");
        row("022(000)0001（内線12）", "0220000001");
        row("0120-000-000", "0120000000");
        row("090-0000-0000", "09000000000");
        row("+81 22-000-0001", "+81220000001");
        row("電話 0220000001", "0220000001");
        row("電話・ファクス 022-000-0001", "0220000001");
        row("FAX 022-000-0002、電話 022-000-0001", "0220000001");
        row("電話 022-000-0001（FAX 022-000-0002）", "0220000001");
        row("0220000001", "");
        row("FAX：022-000-0002", "");
        row("ファクシミリ <b>022-000-0002</b>", "");
        row("2026-04-01", "");
        row("図書番号 978-4-00-000000-0", "");
        row("022-000-00012", "");
        row("<a href=\"/x/\">022-000-0001</a>", "");
        row("<code>022-000-0001</code>", "");
        row("<table><tr><th>電話</th><th>FAX</th></tr><tr><td>022-000-0001</td>"
            "<td>022-000-0002</td></tr></table>",
            "0220000001");
        row("<table><tr><th>窓口</th></tr><tr><th>FAX</th><td>022-000-0002</td></tr></table>", "");
        row("<dl><dt>FAX</dt><dd>022-000-0002</dd></dl>", "");
    }

    void links()
    {
        QFETCH(QString, text);
        std::string html = "<title>022-000-0009</title><body>" + text.toStdString() + "</body>";
        render::linkTelephones(html);
        const QString linked = QString::fromStdString(html);
        QStringList dialled;
        for (const QString &part : linked.split(QStringLiteral("href=\"tel:")).mid(1))
            dialled.append(part.section(u'"', 0, 0));
        QTEST(dialled.join(u' '), "dialled");
        // Nothing but the links is new.
        QString plain = linked;
        plain.remove(QRegularExpression(QStringLiteral("<a href=\"tel:[^>]*>([^<]*)</a>")));
        QVERIFY(plain.size() <= text.size() + 45);
    }
};

QTEST_APPLESS_MAIN(TestTelephones)
#include "test_telephones.moc"
