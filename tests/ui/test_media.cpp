#include "content/media/mediarepository.h"
#include "opensite.h"
#include "ui/media/mediadetails.h"
#include "ui/media/mediaimport.h"
#include "ui/media/mediamodel.h"
#include "ui/media/mediapanel.h"
#include "ui/media/mediapicker.h"
#include "ui/media/thumbnail.h"

#include <QBuffer>
#include <QImage>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::test;
using namespace kakehashi::ui;

namespace {

QByteArray picture()
{
    QImage image(40, 30, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray document()
{
    return "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n";
}

content::MediaAsset add(OpenSite &site, const QByteArray &bytes, const QString &name)
{
    const auto added = site.session->workspace().media().addBytes(bytes, name);
    if (!added)
        qFatal("%s", qPrintable(added.error().text));
    return *added;
}

QPushButton *primary(const QWidget &dialog)
{
    const auto all = dialog.findChildren<QPushButton *>();
    const auto found = std::find_if(all.cbegin(), all.cend(), [](const QPushButton *each) {
        return each->property("role") == QLatin1String("primary");
    });
    return found == all.cend() ? nullptr : *found;
}

} // namespace

/// The media panel, the picker, and files that come from outside.
class TestMedia : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePanelListsAndFilters();
    void aPickerOffersOneKind();
    void nothingChosenCannotBeUsed();
    void everyBadFileIsTold();
    void aPageIsListedOnceWhereItUsesAFile();
    void lettersOfADrawingStayWithinIt();
    void linesOfADrawingStandInTheirPlaces();
    void wordsBesideThemAreDrawnToo();
};

void TestMedia::thePanelListsAndFilters()
{
    OpenSite site;
    add(site, picture(), QStringLiteral("bay.png"));
    add(site, document(), QStringLiteral("report.pdf"));
    MediaPanel panel(*site.session);
    auto *view = panel.findChild<QListView *>();
    QCOMPARE(view->model()->rowCount(), 2);
    const auto search = panel.findChildren<QLineEdit *>();
    for (QLineEdit *field : search) {
        if (field->placeholderText().startsWith(QLatin1String("Search")))
            field->setText(QStringLiteral("ｂａｙ")); // as wide as typed in Japan
    }
    QCOMPARE(view->model()->rowCount(), 1);
    view->setCurrentIndex(view->model()->index(0, 0));
    const auto fields = panel.findChild<MediaDetails *>()->findChildren<QLineEdit *>();
    QCOMPARE(fields.constFirst()->text(), QStringLiteral("bay.png"));
}

void TestMedia::aPickerOffersOneKind()
{
    OpenSite site;
    add(site, picture(), QStringLiteral("bay.png"));
    add(site, document(), QStringLiteral("report.pdf"));
    const auto names = [&site](MediaPicker::Offer offer) {
        const MediaModel model(*site.session, offer);
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row)
            all << model.index(row, 0).data().toString();
        return all;
    };
    QCOMPARE(names(MediaPicker::Offer::Pictures), {QStringLiteral("bay.png")});
    QCOMPARE(names(MediaPicker::Offer::Files), {QStringLiteral("report.pdf")});
    QCOMPARE(names(MediaPicker::Offer::Everything).size(), 2);
}

void TestMedia::nothingChosenCannotBeUsed()
{
    OpenSite site;
    add(site, picture(), QStringLiteral("bay.png"));
    MediaPicker picker(*site.session, MediaPicker::Offer::Pictures);
    picker.show();
    QSignalSpy picked(&picker, &MediaPicker::picked);
    auto *view = picker.findChild<QListView *>();
    QVERIFY(!primary(picker)->isEnabled());
    view->setCurrentIndex(view->model()->index(0, 0));
    QVERIFY(primary(picker)->isEnabled());
    view->clearSelection();
    QVERIFY(!primary(picker)->isEnabled());
    view->setCurrentIndex(view->model()->index(0, 0));
    primary(picker)->click();
    QCOMPARE(picked.count(), 1);
}

void TestMedia::everyBadFileIsTold()
{
    OpenSite site;
    for (const char *name : {"one.php", "two.html", "good.png"})
        put(site.file(QLatin1String(name)),
            QByteArray(name).endsWith("png") ? picture() : QByteArray("<?php echo 1;"));
    QString told;
    connect(site.session.get(), &Session::messageShown, this,
            [&told](const Message &message) { told = message.text; });
    bool done = false;
    importFiles(*site.session, this,
                {site.file(QStringLiteral("one.php")), site.file(QStringLiteral("good.png")),
                 site.file(QStringLiteral("two.html"))},
                [&done](const auto &assets) { done = assets.size() == 1; });
    QTRY_VERIFY(done && !told.isEmpty());
    QVERIFY2(told.contains(QStringLiteral("one.php")), qPrintable(told));
    QVERIFY2(told.contains(QStringLiteral("two.html")), qPrintable(told));
    QCOMPARE(told.split(u'\n').size(), 3); // and the one that was added
}

void TestMedia::aPageIsListedOnceWhereItUsesAFile()
{
    OpenSite site;
    const content::MediaAsset bay = add(site, picture(), QStringLiteral("bay.png"));
    const Ulid page = site.page(QStringLiteral("/bay/"), QStringLiteral("松島湾"),
                                QStringLiteral("![湾](media:bay.png)"));
    QVERIFY(site.pages().approve(page));
    content::PageContent changed = site.pages().working(page)->content;
    changed.title = QStringLiteral("松島湾の今");
    changed.picture = bay.id;
    QVERIFY(site.pages().saveWorking(page, changed, {}));
    const auto uses = site.session->workspace().media().uses(bay.id);
    QVERIFY(uses);
    QCOMPARE(uses->size(), 1);
    QCOMPARE(uses->constFirst().label, QStringLiteral("松島湾の今"));
}

void TestMedia::lettersOfADrawingStayWithinIt()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("sign.svg"));
    put(file, "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 600 120' width='600' "
              "height='120'><rect width='600' height='120' fill='#fff'/><text x='300' y='80' "
              "text-anchor='middle' font-size='56' fill='#000'>WWWWWWWWWW</text></svg>");
    const QImage large = readThumbnail(file, {600, 120});
    const QImage small = readThumbnail(file, {128, 128});
    const auto inkUntil = [](const QImage &image) {
        double last = 0;
        for (int x = 0; x < image.width(); ++x)
            for (int y = 0; y < image.height(); ++y)
                if (qGray(image.pixel(x, y)) < 200)
                    last = static_cast<double>(x) / image.width();
        return last;
    };
    QVERIFY(inkUntil(large) > 0.5);
    QVERIFY(qAbs(inkUntil(large) - inkUntil(small)) < 0.03);
}

/// Qt's SVG Tiny would draw both lines at the upper edge.
void TestMedia::linesOfADrawingStandInTheirPlaces()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("sign.svg"));
    put(file, "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 200' width='200' "
              "height='200'><rect width='200' height='200' fill='#fff'/><text fill='#000'>"
              "<tspan x='20' y='180' font-size='40'>HHHH</tspan></text></svg>");
    const QImage image = readThumbnail(file, {200, 200});
    const auto inkIn = [&image](int top, int bottom) {
        int ink = 0;
        for (int y = top; y < bottom; ++y)
            for (int x = 0; x < image.width(); ++x)
                ink += qGray(image.pixel(x, y)) < 128 ? 1 : 0;
        return ink;
    };
    QCOMPARE(inkIn(0, 130), 0);
    QVERIFY(inkIn(130, 190) > 100);
}

void TestMedia::wordsBesideThemAreDrawnToo()
{
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("sign.svg"));
    put(file, "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 200' width='200' "
              "height='200'><rect width='200' height='200' fill='#fff'/><text fill='#000' x='20' "
              "y='60' font-size='40'>HH<tspan font-weight='bold'>H</tspan>"
              "<tspan x='20' y='180'>H</tspan>HH</text></svg>");
    const QImage image = readThumbnail(file, {200, 200});
    const auto inkIn = [&image](const QRect &part) {
        int ink = 0;
        for (int y = part.top(); y < part.bottom(); ++y)
            for (int x = part.left(); x < part.right(); ++x)
                ink += qGray(image.pixel(x, y)) < 128 ? 1 : 0;
        return ink;
    };
    QVERIFY(inkIn({0, 20, 200, 60}) > 300);  // HHH
    QVERIFY(inkIn({60, 140, 140, 50}) > 50); // what follows the placed H
}

QTEST_MAIN(TestMedia)

#include "test_media.moc"
