#include "opensite.h"
#include "ui/preview/page/livepage.h"
#include "ui/preview/page/scheme.h"
#include "ui/preview/previewpanel.h"

#include <QApplication>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace kakehashi;
using namespace kakehashi::test;
using namespace kakehashi::ui;

namespace {

void open(OpenSite &site)
{
    if (!site.session->openPage(site.page(QStringLiteral("/kenmin/"), QStringLiteral("県民会議"))))
        qFatal("no page");
}

} // namespace

/// The panel around the page: devices and zoom.
class TestPreviewPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNarrowPanelShowsAllOfThePage();
    void aZoomIsKeptForEachDevice();
    void theDeviceIsRemembered();
};

void TestPreviewPanel::aNarrowPanelShowsAllOfThePage()
{
    OpenSite site;
    open(site);
    PreviewPanel panel(*site.session, nullptr);
    panel.resize(400, 600);
    panel.show();
    const LivePage *page = panel.livePage();
    QTRY_COMPARE(page->width(), 400);
    QVERIFY(!panel.findChild<QScrollBar *>()->isVisible());
    QCOMPARE(panel.findChild<QToolButton *>(QStringLiteral("zoom"))->text(),
             QStringLiteral("37 %"));
}

void TestPreviewPanel::aZoomIsKeptForEachDevice()
{
    OpenSite site;
    open(site);
    PreviewPanel panel(*site.session, nullptr);
    panel.resize(600, 600);
    panel.show();
    const LivePage *page = panel.livePage();
    panel.setZoom(100);
    QCOMPARE(page->width(), 1080); // the PC's layout, and a bar to see the rest of it
    QVERIFY(panel.findChild<QScrollBar *>()->isVisible());
    panel.setDevice(Device::Phone);
    QCOMPARE(page->width(), 390);
    panel.stepZoom(1);
    QCOMPARE(page->width(), 488); // 125 %
    panel.setDevice(Device::Desktop);
    QCOMPARE(page->width(), 1080);
    panel.setZoom(Stage::fit);
    QCOMPARE(page->width(), 600);
}

void TestPreviewPanel::theDeviceIsRemembered()
{
    OpenSite site;
    open(site);
    {
        PreviewPanel panel(*site.session, nullptr);
        panel.setDevice(Device::Tablet);
        panel.setZoom(75);
    }
    PreviewPanel again(*site.session, nullptr);
    again.resize(1000, 600);
    again.show();
    QTRY_COMPARE(again.livePage()->width(), 615); // 75 % of a tablet
}

int main(int argc, char **argv)
{
    // Chromium's sandbox refuses to start as root, which containers and CI run as.
    qputenv("QTWEBENGINE_DISABLE_SANDBOX", "1");
    registerPreviewScheme();
    QApplication application(argc, argv);
    TestPreviewPanel test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_previewpanel.moc"
