#include "app/desktop/features.h"
#include "opensite.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/sidebar.h"
#include "ui/preview/page/scheme.h"
#include "ui/shell/elidedlabel.h"
#include "ui/style/style.h"
#include "workspace/workspace.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QScrollArea>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

using namespace kakehashi;
using namespace kakehashi::ui;

namespace {

constexpr int slack = 1;      // pixels of rounding
constexpr int leastField = 8; // letters that a field must show

bool scrolls(const QWidget *widget)
{
    for (const QWidget *each = widget; each; each = each->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea *>(each))
            return true;
    }
    return false;
}

QString nameOf(const QWidget &widget)
{
    const auto *button = qobject_cast<const QAbstractButton *>(&widget);
    const auto *label = qobject_cast<const QLabel *>(&widget);
    QString text = button ? button->text() : label ? label->text() : widget.accessibleName();
    if (text.isEmpty())
        text = widget.accessibleName() + widget.objectName();
    return QStringLiteral("%1 “%2” in %3")
        .arg(QLatin1String(widget.metaObject()->className()), text.left(40),
             QLatin1String(widget.parentWidget() ? widget.parentWidget()->metaObject()->className()
                                                 : "no parent"));
}

/// The room that the words of this widget need; nothing for what may be cut or scrolls.
QSize needed(const QWidget &widget)
{
    if (qobject_cast<const ElidedLabel *>(&widget))
        return {};
    if (const auto *label = qobject_cast<const QLabel *>(&widget)) {
        if (label->text().isEmpty())
            return {};
        return label->wordWrap() ? QSize(0, label->heightForWidth(label->width()))
                                 : label->sizeHint();
    }
    if (const auto *button = qobject_cast<const QToolButton *>(&widget))
        return button->minimumSizeHint();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return {button->sizeHint().width(), button->fontMetrics().height()};
    if (qobject_cast<const QLineEdit *>(&widget) &&
        !qobject_cast<const QComboBox *>(widget.parentWidget()) &&
        !qobject_cast<const QAbstractSpinBox *>(widget.parentWidget()))
        return {leastField * widget.fontMetrics().height(), 0};
    if (qobject_cast<const QComboBox *>(&widget))
        return widget.minimumSizeHint();
    return {};
}

/// What is cut, or stands outside its place.
QStringList faultsIn(const QWidget &root)
{
    QStringList faults;
    // Texts that have just changed, such as a progress, have their room a moment later.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    const auto widgets = root.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (!widget->isVisibleTo(&root) || widget->window() != root.window())
            continue;
        // What the style places itself.
        if (qobject_cast<QLineEdit *>(widget->parentWidget()) ||
            qobject_cast<QTabBar *>(widget->parentWidget()))
            continue;
        const QSize room = needed(*widget);
        if (room.width() > widget->width() + slack || room.height() > widget->height() + slack)
            faults << QStringLiteral("%1: %2×%3, needs %4×%5")
                          .arg(nameOf(*widget))
                          .arg(widget->width())
                          .arg(widget->height())
                          .arg(room.width())
                          .arg(room.height());
        const QWidget *parent = widget->parentWidget();
        if (!room.isEmpty() && parent && !scrolls(parent) &&
            !parent->rect().adjusted(-slack, -slack, slack, slack).contains(widget->geometry()))
            faults << nameOf(*widget) + QStringLiteral(": outside its place");
        const auto *label = qobject_cast<const QLabel *>(widget);
        static const QRegularExpression key(QStringLiteral("\\(&[A-Z]\\)"));
        if (label && !label->buddy() && label->text().contains(key))
            faults << nameOf(*widget) + QStringLiteral(": shows the mark of its key");
    }
    return faults;
}

} // namespace

/// Every part and every dialog of the window where there is little room: nothing is cut.
class TestLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void theWindowIsNoLargerThanTheScreen_data() { rooms(); }
    void theWindowIsNoLargerThanTheScreen();
    void everyPartIsWhole_data() { rooms(); }
    void everyPartIsWhole();
    void everyDialogIsWhole_data() { rooms(); }
    void everyDialogIsWhole();

private:
    static void rooms();
    void open();

    QTemporaryDir m_folder;
    QFont m_usual;
    std::unique_ptr<MainWindow> m_window;
};

void TestLayout::rooms()
{
    QTest::addColumn<QSize>("room");
    QTest::addColumn<double>("letters");
    QTest::newRow("1024 x 600") << QSize(1024, 600) << 1.0;
    QTest::newRow("1440 x 900 at 150 %") << QSize(960, 600) << 1.0;
    QTest::newRow("larger letters") << QSize(1024, 600) << 1.5;
}

void TestLayout::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
    const auto made = workspace::createSample(m_folder.filePath(QStringLiteral("site")));
    QVERIFY2(made, made ? "" : qPrintable(made.error().text));
    m_usual = QApplication::font();
}

void TestLayout::init()
{
    QSettings().clear();
}

void TestLayout::cleanup()
{
    m_window.reset();
    QApplication::setFont(m_usual);
}

void TestLayout::open()
{
    QFETCH(QSize, room);
    QFETCH(double, letters);
    QFont font = m_usual;
    font.setPointSizeF(font.pointSizeF() * letters);
    QApplication::setFont(font);
    style::apply(*qApp, style::Appearance::Light);
    m_window = std::make_unique<MainWindow>(allFeatures());
    m_window->resize(room);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_window->openSite(m_folder.filePath(QStringLiteral("site")));
    QVERIFY(m_window->session());
    QTest::qWait(100); // the preview comes a moment later
}

void TestLayout::theWindowIsNoLargerThanTheScreen()
{
    open();
    QFETCH(QSize, room);
    QString report;
    for (const char *panel : {"today", "pages", "media", "banners", "statistics", "check", "seo",
                              "publish", "history", "targets", "drift", "settings"}) {
        m_window->showPanel(QString::fromLatin1(panel));
        QTest::qWait(20);
        const QSize least = m_window->minimumSizeHint();
        if (least.width() > room.width() || least.height() > room.height() ||
            m_window->width() > room.width())
            report += QStringLiteral("%1 needs %2×%3\n")
                          .arg(QLatin1String(panel))
                          .arg(least.width())
                          .arg(least.height());
    }
    QVERIFY2(report.isEmpty(), qPrintable(report));
}

void TestLayout::everyPartIsWhole()
{
    open();
    QString report;
    for (const char *panel : {"today", "pages", "topics", "media", "banners", "statistics", "check",
                              "seo", "publish", "history", "targets", "drift", "settings"}) {
        m_window->showPanel(QString::fromLatin1(panel));
        QTest::qWait(150);
        const QStringList faults = faultsIn(*m_window);
        for (const QString &fault : faults)
            report += QLatin1String(panel) + QStringLiteral(": ") + fault + u'\n';
    }
    for (const char *part : {"edit.details", "edit.publish"}) {
        m_window->showPanel(QStringLiteral("pages"));
        m_window->session()->actions().action(QLatin1String(part))->trigger();
        QTest::qWait(150);
        const QStringList faults = faultsIn(*m_window);
        for (const QString &fault : faults)
            report += QLatin1String(part) + QStringLiteral(": ") + fault + u'\n';
    }
    QVERIFY2(report.isEmpty(), qPrintable(report));
}

void TestLayout::everyDialogIsWhole()
{
    open();
    QFETCH(QSize, room);
    QString report;
    m_window->showPanel(QStringLiteral("pages"));
    const QStringList leaving{QStringLiteral("site.sample"),   QStringLiteral("site.close"),
                              QStringLiteral("site.open"),     QStringLiteral("window.quit"),
                              QStringLiteral("site.backup"),   QStringLiteral("page.trash"),
                              QStringLiteral("page.withdraw"), QStringLiteral("takeover.export")};
    QSet<QString> opened;
    const QList<ActionSpec> specs = m_window->session()->actions().specs();
    for (const ActionSpec &spec : specs) {
        if (leaving.contains(spec.id))
            continue;
        m_window->session()->actions().action(spec.id)->trigger();
        QTest::qWait(150);
        const auto all = QApplication::topLevelWidgets();
        for (QWidget *dialog : all) {
            if (!dialog->isVisible() || dialog == m_window.get() ||
                dialog->windowType() == Qt::ToolTip)
                continue;
            opened << spec.id;
            const QSize least = dialog->minimumSizeHint();
            if (least.width() > room.width() || least.height() > room.height())
                report += QStringLiteral("%1 needs %2×%3\n")
                              .arg(spec.id)
                              .arg(least.width())
                              .arg(least.height());
            // As every desktop does it; the offscreen one takes no hints.
            dialog->resize(dialog->size().expandedTo(least));
            QTest::qWait(30);
            const QStringList faults = faultsIn(*dialog);
            for (const QString &fault : faults)
                report += spec.id + QStringLiteral(": ") + fault + u'\n';
            dialog->close();
        }
    }
    for (const char *dialog : {"page.new", "page.move", "page.history", "takeover.import",
                               "report.accessibility", "help.about"})
        QVERIFY2(opened.contains(QLatin1String(dialog)), dialog);
    QVERIFY2(report.isEmpty(), qPrintable(report));
}

int main(int argc, char **argv)
{
    // Chromium's sandbox refuses to start as root, which containers and CI run as.
    qputenv("QTWEBENGINE_DISABLE_SANDBOX", "1");
    registerPreviewScheme();
    QApplication application(argc, argv);
    TestLayout test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_layout.moc"
