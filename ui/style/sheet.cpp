#include "ui/style/sheet.h"

#include "ui/style/style.h"

#include <QString>

namespace kakehashi::ui::style {

namespace {

// $name stands for a token. Sizes are device-independent pixels.
const char fields[] = R"(
QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit[role="field"] {
    background: $surface; border: 1px solid $line; border-radius: 5px;
    padding: 3px 7px; min-height: 22px; selection-background-color: $accent;
    selection-color: $onAccent; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus, QPlainTextEdit[role="field"]:focus {
    border: 1px solid $accent; }
QLineEdit[invalid="true"] { border: 1px solid $danger; }
QLineEdit[role="title"] { font-size: 15pt; font-weight: 600; border: 1px solid transparent;
    background: transparent; padding: 3px 7px; }
QLineEdit[role="title"]:hover { border-color: $line; }
QLineEdit[role="title"]:focus { border-color: $accent; background: $surface; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url(:/icons/fixed-down.svg); width: 10px; height: 10px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $line; outline: none;
    selection-background-color: $accentSoft; selection-color: $text; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: 18px; }
QAbstractSpinBox::up-arrow { image: url(:/icons/fixed-up.svg); width: 8px; height: 8px; }
QAbstractSpinBox::down-arrow { image: url(:/icons/fixed-down.svg); width: 8px; height: 8px; }
QDateEdit::drop-down, QDateTimeEdit::drop-down { border: none; width: 22px; }
QDateEdit::down-arrow, QDateTimeEdit::down-arrow { image: url(:/icons/fixed-down.svg);
    width: 10px; height: 10px; }
)";

const char buttons[] = R"(
QPushButton { background: $surface; border: 1px solid $line; border-radius: 5px;
    padding: 4px 14px; min-height: 22px; }
QPushButton:hover { background: $window; border-color: $muted; }
QPushButton:pressed { background: $sunken; }
QPushButton:focus { border-color: $accent; }
QPushButton:disabled { color: $muted; background: $window; }
QPushButton[role="primary"] { background: $accent; color: $onAccent; border-color: $accent;
    font-weight: 600; }
QPushButton[role="primary"]:focus { border: 2px solid $text; padding: 3px 13px; }
QPushButton[role="primary"]:disabled { background: $line; border-color: $line; color: $muted; }
QPushButton[flat="true"] { background: transparent; border-color: transparent; }
QPushButton[flat="true"]:hover { background: $accentSoft; }
QPushButton[flat="true"]:focus { border-color: $accent; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 5px;
    padding: 3px 6px; }
QToolButton:hover { background: $accentSoft; }
QToolButton:pressed, QToolButton:checked { background: $accentSoft; }
QToolButton:focus { border-color: $accent; }
QToolButton[popupMode="2"] { padding-right: 16px; }
QToolButton::menu-indicator { image: url(:/icons/fixed-down.svg); width: 8px; height: 8px;
    subcontrol-origin: padding; subcontrol-position: center right; right: 5px; }
)";

const char parts[] = R"(
QWidget[role="strip"] { background: $window; border: none; border-bottom: 1px solid $line; }
QWidget[role="strip-bottom"] { background: $window; border: none; border-top: 1px solid $line; }
QWidget[role="sidebar"] { background: $sunken; border: none; border-right: 1px solid $line; }
QFrame[role="card"] { background: $surface; border: 1px solid $line; border-radius: 8px; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="heading"] { font-size: 15pt; font-weight: 600; }
QLabel[role="warning"] { color: $warning; }
QLabel[role="danger"] { color: $danger; }
QCheckBox::indicator, QTreeView::indicator, QListView::indicator, QTableView::indicator {
    width: 16px; height: 16px; border: 1px solid $muted; border-radius: 4px; background: $surface; }
QCheckBox::indicator:checked, QTreeView::indicator:checked, QListView::indicator:checked,
QTableView::indicator:checked {
    background: $accent; border-color: $accent; image: url(:/icons/$check.svg); }
QCheckBox::indicator:disabled, QTreeView::indicator:disabled { border-color: $line; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: $accent; }
QRadioButton::indicator {
    width: 16px; height: 16px; border: 1px solid $muted; border-radius: 9px; background: $surface; }
QRadioButton::indicator:checked {
    width: 8px; height: 8px; border: 5px solid $accent; background: $onAccent; }
QRadioButton::indicator:disabled { border-color: $line; }
QSplitter::handle { background: $line; }
QTabWidget::pane { border: 1px solid $line; border-radius: 5px; background: $window; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QTreeView, QListView, QTableView { background: $surface; border: none; outline: none; }
QTreeView[role="boxed"], QListView[role="boxed"], QTableView[role="boxed"] {
    border: 1px solid $line; border-radius: 5px; }
QTreeView, QListView { show-decoration-selected: 1; }
QTreeView::item, QListView::item { min-height: 28px; }
QTreeView::item:hover, QListView::item:hover { background: $window; }
QTreeView::item:selected, QListView::item:selected, QTableView::item:selected {
    background: $accentSoft; color: $text; }
QTreeView::branch { background: transparent; }
QTreeView::branch:selected { background: $accentSoft; }
QTreeView::branch:has-children:closed { image: url(:/icons/fixed-right.svg); }
QTreeView::branch:has-children:open { image: url(:/icons/fixed-down-small.svg); }
QHeaderView::section { background: $window; border: none; border-bottom: 1px solid $line;
    padding: 5px 8px; color: $muted; }
QTableView { gridline-color: $line; }
QPlainTextEdit, QTextEdit { background: $surface; border: none;
    selection-background-color: $accent; selection-color: $onAccent; }
QScrollArea { border: none; background: transparent; }
QTabBar::tab { background: transparent; border: none; border-bottom: 2px solid transparent;
    padding: 6px 12px; color: $muted; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:focus { color: $accent; }
QMenuBar { background: $window; border-bottom: 1px solid $line; }
QMenuBar::item { padding: 5px 10px; background: transparent; }
QMenuBar::item:selected { background: $accentSoft; border-radius: 4px; }
QMenu { background: $surface; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 5px 28px 5px 10px; border-radius: 4px; }
QMenu::icon { padding-left: 6px; }
QMenu::item:selected { background: $accentSoft; color: $text; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: 4px 6px; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
QDialog[role="palette"] { background: $surface; border: 1px solid $line; }
QToolTip { background: $surface; color: $text; border: 1px solid $line; padding: 4px 6px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $scroll; border-radius: 4px; margin: 2px; min-height: 28px;
    min-width: 28px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $sunken; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
)";

QString mixed(const QColor &a, const QColor &b)
{
    return QColor((a.red() + b.red()) / 2, (a.green() + b.green()) / 2, (a.blue() + b.blue()) / 2)
        .name();
}

} // namespace

QString sheetFor(const Tokens &t)
{
    QString sheet = QLatin1String(fields) + QLatin1String(buttons) + QLatin1String(parts);
    // Longer names first, so that $accent does not eat into $accentSoft.
    const std::pair<const char *, QString> names[] = {
        {"$accentSoft", t.accentSoft.name()},
        {"$check", t.onAccent.lightness() > 127 ? QStringLiteral("fixed-check-white")
                                                : QStringLiteral("fixed-check-dark")},
        {"$onAccent", t.onAccent.name()},
        {"$accent", t.accent.name()},
        {"$surface", t.surface.name()},
        {"$sunken", t.sunken.name()},
        {"$success", t.success.name()},
        {"$warning", t.warning.name()},
        {"$danger", t.danger.name()},
        {"$window", t.window.name()},
        {"$scroll", mixed(t.line, t.muted)},
        {"$muted", t.muted.name()},
        {"$line", t.line.name()},
        {"$text", t.text.name()},
    };
    for (const auto &[name, value] : names)
        sheet.replace(QLatin1String(name), value);
    return sheet;
}

} // namespace kakehashi::ui::style
