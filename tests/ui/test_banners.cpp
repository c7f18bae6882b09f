#include "opensite.h"

#include "banner/bannerrepository.h"
#include "content/media/mediarepository.h"
#include "ui/banner/bannerform.h"
#include "ui/banner/bannerpanel.h"
#include "ui/editor/fields/mediafield.h"
#include "ui/shell/unfinished.h"

#include <QImage>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

using namespace kakehashi;
using namespace kakehashi::ui;
using banner::Banner;

class TestBanners : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init();
    void cleanup();

    void aNewBannerOutlivesThePicturesText();
    void newsLeavesWhatIsTypedAlone();
    void aNewBannerIsListedAndStored();
    void aDeletedBannerComesBackInItsPlace();
    void storingLeavesABannerWhereItWasMoved();
    void leavingTheFormStoresIt();
    void whatIsRefusedStaysInTheForm();
    void aDeletedBannerStaysDeleted();

private:
    void press(const QString &text);
    QLineEdit *title() const
    {
        return m_panel->findChild<BannerForm *>()->findChild<QLineEdit *>();
    }
    QTableWidget *table() const { return m_panel->findChild<QTableWidget *>(); }
    QList<Banner> stored() const { return *m_site->session->workspace().banners().list(); }
    void waitForNews();

    std::unique_ptr<test::OpenSite> m_site;
    std::unique_ptr<BannerPanel> m_panel;
};

void TestBanners::init()
{
    m_site = std::make_unique<test::OpenSite>();
    for (const QString &name : {QStringLiteral("一"), QStringLiteral("二"), QStringLiteral("三")}) {
        Banner banner;
        banner.title = name;
        banner.target = QStringLiteral("/");
        banner.placement = QStringLiteral("home");
        VERIFY_OK(m_site->session->workspace().banners().save(banner));
    }
    m_panel = std::make_unique<BannerPanel>(*m_site->session);
    m_panel->show();
}

void TestBanners::cleanup()
{
    m_panel.reset();
    m_site.reset();
}

void TestBanners::press(const QString &text)
{
    const QList<QPushButton *> buttons = m_panel->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text() == text && button->isVisible())
            return button->click();
    }
    QFAIL(qPrintable(text));
}

void TestBanners::waitForNews()
{
    QSignalSpy changed(m_site->session.get(), &Session::siteChanged);
    m_site->session->announceSiteChange();
    QVERIFY(changed.wait());
}

void TestBanners::aNewBannerOutlivesThePicturesText()
{
    test::put(m_site->file(QStringLiteral("a.svg")),
              "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>");
    auto asset =
        m_site->session->workspace().media().addFile(m_site->file(QStringLiteral("a.svg")));
    VERIFY_OK(asset);
    press(BannerPanel::tr("New banner"));
    QTest::keyClicks(title(), QStringLiteral("new one"));
    auto *field = m_panel->findChild<MediaField *>();
    field->setAsset(asset->id);
    Q_EMIT field->chosen(asset->id);
    press(MediaField::tr("Only decoration")); // stores the picture's text: the site has changed
    waitForNews();
    QCOMPARE(title()->text(), QStringLiteral("new one"));
    m_panel->findChild<BannerForm *>()->findChildren<QLineEdit *>().at(1)->setText(
        QStringLiteral("/"));
    press(BannerForm::tr("Store"));
    QCOMPARE(stored().size(), 4);
    QCOMPARE(stored().constLast().title, QStringLiteral("new one"));
    QCOMPARE(stored().constLast().picture, asset->id);
}

void TestBanners::newsLeavesWhatIsTypedAlone()
{
    table()->selectRow(1);
    title()->setText(QStringLiteral("typed"));
    waitForNews();
    QCOMPARE(title()->text(), QStringLiteral("typed"));
    press(BannerForm::tr("Store"));
    QCOMPARE(stored().at(1).title, QStringLiteral("typed"));
}

void TestBanners::aDeletedBannerComesBackInItsPlace()
{
    const QList<Banner> before = stored();
    Message last;
    connect(m_site->session.get(), &Session::messageShown, this,
            [&last](const Message &message) { last = message; });
    table()->selectRow(1);
    press(BannerForm::tr("Delete"));
    QCOMPARE(stored().size(), 2);
    last.action();
    QCOMPARE(stored(), before);
}

void TestBanners::aNewBannerIsListedAndStored()
{
    press(QStringLiteral("New banner"));
    const auto fields = m_panel->findChild<BannerForm *>()->findChildren<QLineEdit *>();
    QTest::keyClicks(fields.at(0), QStringLiteral("Award 2026"));
    QTest::keyClicks(fields.at(1), QStringLiteral("/award/"));
    press(QStringLiteral("Store"));
    QCOMPARE(stored().size(), 4);
    QCOMPARE(stored().constLast().target, QStringLiteral("/award/"));
    QTRY_COMPARE(table()->rowCount(), 4);
    QCOMPARE(table()->item(3, 0)->text(), QStringLiteral("Award 2026"));
}

void TestBanners::storingLeavesABannerWhereItWasMoved()
{
    table()->selectRow(2);
    title()->setText(QStringLiteral("三の改め"));
    const QList<QToolButton *> tools = m_panel->findChildren<QToolButton *>();
    for (QToolButton *tool : tools) {
        if (tool->accessibleName().startsWith(QLatin1String("Earlier")))
            tool->click();
    }
    waitForNews();
    press(QStringLiteral("Store"));
    QCOMPARE(stored().at(1).title, QStringLiteral("三の改め"));
}

void TestBanners::leavingTheFormStoresIt()
{
    table()->selectRow(0);
    title()->setText(QStringLiteral("一の改め"));
    table()->selectRow(1);
    QCOMPARE(stored().at(0).title, QStringLiteral("一の改め"));
    QCOMPARE(title()->text(), QStringLiteral("二"));
    title()->setText(QStringLiteral("二の改め"));
    m_panel->hide(); // for another panel
    QCOMPARE(stored().at(1).title, QStringLiteral("二の改め"));
    m_panel->show();
    waitForNews();
    table()->selectRow(2);
    title()->setText(QStringLiteral("三の改め"));
    QVERIFY(Unfinished::of(*m_site->session).sentences().isEmpty()); // stored for the closing
    QCOMPARE(stored().at(2).title, QStringLiteral("三の改め"));
    title()->setText(QStringLiteral("三の結び"));
    m_panel.reset();
    QCOMPARE(stored().at(2).title, QStringLiteral("三の結び"));
}

void TestBanners::whatIsRefusedStaysInTheForm()
{
    table()->selectRow(0);
    title()->clear(); // a banner has a title
    table()->selectRow(1);
    QVERIFY(title()->text().isEmpty());
    QCOMPARE(table()->currentRow(), 0);
    QCOMPARE(Unfinished::of(*m_site->session).sentences().size(), 1);
    QCOMPARE(stored().at(0).title, QStringLiteral("一"));
    press(BannerPanel::tr("New banner"));
    QVERIFY(title()->text().isEmpty());
    QCOMPARE(table()->currentRow(), 0);
}

void TestBanners::aDeletedBannerStaysDeleted()
{
    table()->selectRow(0);
    title()->setText(QStringLiteral("一の改め"));
    press(BannerForm::tr("Delete"));
    waitForNews();
    QCOMPARE(stored().size(), 2);
    press(BannerPanel::tr("New banner"));
    title()->setText(QStringLiteral("四"));
    press(BannerForm::tr("Delete"));
    waitForNews();
    QCOMPARE(stored().size(), 2);
}

QTEST_MAIN(TestBanners)
#include "test_banners.moc"
