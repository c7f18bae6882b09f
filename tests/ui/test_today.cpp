#include "opensite.h"
#include "ui/today/todaypanel.h"
#include "ui/today/todayrow.h"

#include <QSignalSpy>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::test;
using namespace kakehashi::ui;

namespace {

TodayRow *rowOf(const QWidget &panel, const QString &text)
{
    const auto rows = panel.findChildren<TodayRow *>();
    const auto found = std::find_if(rows.cbegin(), rows.cend(), [&text](const TodayRow *row) {
        return row->isVisible() && row->text() == text;
    });
    return found == rows.cend() ? nullptr : *found;
}

} // namespace

class TestToday : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aDraftWaitsAndALineLeadsToIt();
    void withoutAServerItSaysSo();
    void whatIsDoneGoesAway();
};

void TestToday::aDraftWaitsAndALineLeadsToIt()
{
    OpenSite site;
    const Ulid draft = site.page(QStringLiteral("/news/"), QStringLiteral("お知らせ"));
    TodayPanel panel(*site.session, nullptr);
    panel.show();
    QTRY_VERIFY(rowOf(panel, QStringLiteral("お知らせ")));
    QSignalSpy shown(site.session.get(), &Session::panelRequested);
    rowOf(panel, QStringLiteral("お知らせ"))->click();
    QCOMPARE(site.session->currentPage(), draft);
    QCOMPARE(shown.last().first().toString(), QStringLiteral("pages"));
}

void TestToday::withoutAServerItSaysSo()
{
    OpenSite site;
    TodayPanel panel(*site.session, nullptr);
    panel.show();
    QTRY_VERIFY(rowOf(panel, QStringLiteral("Set up where to publish")));
}

void TestToday::whatIsDoneGoesAway()
{
    OpenSite site;
    const Ulid draft = site.page(QStringLiteral("/news/"), QStringLiteral("お知らせ"));
    TodayPanel panel(*site.session, nullptr);
    panel.show();
    QTRY_VERIFY(rowOf(panel, QStringLiteral("お知らせ")));
    QVERIFY(site.pages().trash(draft));
    QTRY_VERIFY(!rowOf(panel, QStringLiteral("お知らせ")));
}

QTEST_MAIN(TestToday)

#include "test_today.moc"
