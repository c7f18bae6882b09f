#include "banner/bannerrepository.h"
#include "opensite.h"
#include "ui/banner/bannerpanel.h"

#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::test;
using namespace kakehashi::ui;

namespace {

/// The button of this text, or the n-th one of the panel.
QPushButton *button(const QWidget &panel, const QString &text)
{
    const auto all = panel.findChildren<QPushButton *>();
    const auto found = std::find_if(all.cbegin(), all.cend(), [&text](const QPushButton *each) {
        return each->text() == text;
    });
    return found == all.cend() ? nullptr : *found;
}

} // namespace

class TestBannerPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNewBannerIsListedAndStored();
    void aDeletedBannerComesBack();
};

void TestBannerPanel::aNewBannerIsListedAndStored()
{
    OpenSite site;
    BannerPanel panel(*site.session);
    button(panel, BannerPanel::tr("New banner"))->click();
    const auto fields = panel.findChildren<QLineEdit *>();
    QTest::keyClicks(fields.at(0), QStringLiteral("Award 2026"));
    QTest::keyClicks(fields.at(1), QStringLiteral("/award/"));
    button(panel, QStringLiteral("Store"))->click();
    const auto stored = site.session->workspace().banners().list();
    QVERIFY(stored);
    QCOMPARE(stored->size(), 1);
    QCOMPARE(stored->constFirst().target, QStringLiteral("/award/"));
    auto *table = panel.findChild<QTableWidget *>();
    QTRY_COMPARE(table->rowCount(), 1);
    QCOMPARE(table->item(0, 0)->text(), QStringLiteral("Award 2026"));
}

void TestBannerPanel::aDeletedBannerComesBack()
{
    OpenSite site;
    banner::Banner one;
    one.title = QStringLiteral("省エネ診断");
    one.target = QStringLiteral("/diagnosis/");
    one.placement = QStringLiteral("home");
    QVERIFY(site.session->workspace().banners().save(one));
    BannerPanel panel(*site.session);
    Message shown;
    connect(site.session.get(), &Session::messageShown, this,
            [&shown](const Message &message) { shown = message; });
    button(panel, QStringLiteral("Delete"))->click();
    QCOMPARE(site.session->workspace().banners().list()->size(), 0);
    QVERIFY(shown.action);
    shown.action();
    QCOMPARE(site.session->workspace().banners().list()->constFirst().title, one.title);
}

QTEST_MAIN(TestBannerPanel)

#include "test_bannerpanel.moc"
