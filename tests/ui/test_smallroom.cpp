#include "ui/shell/elidedlabel.h"
#include "ui/shell/foldingrow.h"
#include "ui/shell/linestart.h"
#include "ui/shell/overflowbar.h"
#include "ui/shell/rowdelegate.h"
#include "ui/style/style.h"

#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QTest>
#include <QToolButton>

using namespace kakehashi::ui;

namespace {

/// The column of the first pixel that is not the ground.
int inkAt(const QImage &image)
{
    const QColor ground = image.pixelColor(1, 1);
    for (int x = 0; x < image.width(); ++x) {
        for (int y = 0; y < image.height(); ++y) {
            const QColor here = image.pixelColor(x, y);
            if (std::abs(here.lightness() - ground.lightness()) > 60)
                return x;
        }
    }
    return -1;
}

} // namespace

/// Parts that give way where there is little room, and rows that stand still.
class TestSmallRoom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void buttonsWithoutRoomGoIntoTheMenu();
    void aRowWithoutRoomFolds();
    void aLongTextShowsItsBeginning();
    void aChosenRowStandsWhereTheOthersDo();
};

void TestSmallRoom::initTestCase()
{
    style::apply(*qApp, style::Appearance::Light);
    showLineStarts(*qApp);
}

void TestSmallRoom::buttonsWithoutRoomGoIntoTheMenu()
{
    OverflowBar bar;
    QList<QToolButton *> buttons;
    for (const char *icon : {"bold", "list", "table", "link", "picture", "file"}) {
        auto *button = new QToolButton(&bar);
        button->setIcon(style::icon(QLatin1String(icon)));
        button->setText(QLatin1String(icon));
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        bar.add(button);
        buttons << button;
    }
    bar.show();
    bar.resize(bar.sizeHint());
    QVERIFY(!bar.findChild<QToolButton *>(QStringLiteral("more"))->isVisible());
    bar.resize(150, bar.height());
    QTRY_VERIFY(bar.findChild<QToolButton *>(QStringLiteral("more"))->isVisible());
    QVERIFY(!buttons.last()->isVisible());
    QMenu *menu = bar.findChild<QToolButton *>(QStringLiteral("more"))->menu();
    Q_EMIT menu->aboutToShow();
    bool clicked = false;
    connect(buttons.last(), &QToolButton::clicked, this, [&clicked] { clicked = true; });
    menu->actions().last()->trigger();
    QVERIFY(clicked);
    for (const QToolButton *button : std::as_const(buttons))
        QVERIFY(!button->isVisible() || button->width() >= button->minimumSizeHint().width());
}

void TestSmallRoom::aRowWithoutRoomFolds()
{
    FoldingRow row;
    auto *field = new QLineEdit(&row);
    auto *done = new QPushButton(QStringLiteral("Done"), &row);
    row.add(field, 1, 240);
    row.add(done);
    row.resize(500, 40);
    row.show();
    QTRY_VERIFY(done->y() < field->geometry().bottom());
    row.resize(250, 80);
    QTRY_VERIFY(done->y() > field->geometry().bottom());
    QVERIFY(field->width() >= 240);
}

void TestSmallRoom::aLongTextShowsItsBeginning()
{
    QWidget window;
    QLineEdit edit(&window);
    edit.resize(80, 24);
    window.show();
    edit.setText(QStringLiteral("令和7年度の脱炭素アワードの受賞者を募集します"));
    QCOMPARE(edit.cursorPosition(), 0);
}

void TestSmallRoom::aChosenRowStandsWhereTheOthersDo()
{
    QListWidget list;
    list.setItemDelegate(new RowDelegate(&list));
    list.addItem(new QListWidgetItem(style::icon(QStringLiteral("pages")), QStringLiteral("題")));
    list.show();
    const auto painted = [&list](QStyle::State state) {
        QImage image(200, 32, QImage::Format_RGB32);
        image.fill(style::tokens().surface);
        QPainter painter(&image);
        QStyleOptionViewItem option;
        option.initFrom(&list);
        option.widget = &list;
        option.rect = image.rect();
        option.state = state;
        list.itemDelegate()->paint(&painter, option, list.model()->index(0, 0));
        return image;
    };
    const int usual = inkAt(painted(QStyle::State_Enabled));
    QVERIFY(usual > 0);
    QCOMPARE(inkAt(painted(QStyle::State_Enabled | QStyle::State_Selected)), usual);
    QCOMPARE(inkAt(painted(QStyle::State_Enabled | QStyle::State_MouseOver)), usual);
}

QTEST_MAIN(TestSmallRoom)

#include "test_smallroom.moc"
