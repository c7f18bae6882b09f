#include "ui/style/style.h"

#include "ui/style/sheet.h"

#include <QApplication>
#include <QGuiApplication>
#include <QPalette>
#include <QSettings>
#include <QStyle>
#include <QStyleFactory>
#include <QWidget>
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
#include <QStyleHints>
#endif

namespace kakehashi::ui::style {

namespace {

const Tokens lightTokens{
    .window = QColor(0xf4f5f7),
    .surface = QColor(0xffffff),
    .sunken = QColor(0xebedf0),
    .line = QColor(0xd5d9df),
    .text = QColor(0x1b1f24),
    .muted = QColor(0x57606a),
    .accent = QColor(0x0b5cad),
    .onAccent = QColor(0xffffff),
    .accentSoft = QColor(0xdbe8f6),
    .success = QColor(0x1a6f35),
    .warning = QColor(0x8a5300),
    .danger = QColor(0xb3261e),
};

const Tokens darkTokens{
    .window = QColor(0x1c1e22),
    .surface = QColor(0x232629),
    .sunken = QColor(0x17191c),
    .line = QColor(0x383d43),
    .text = QColor(0xe4e7ea),
    .muted = QColor(0xa3abb4),
    .accent = QColor(0x74b3f2),
    .onAccent = QColor(0x0c1a28),
    .accentSoft = QColor(0x27394b),
    .success = QColor(0x74c98f),
    .warning = QColor(0xe2b45f),
    .danger = QColor(0xf28f86),
};

Appearance chosen = Appearance::System;
bool dark = false;

bool isSystemDark()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#elif defined(Q_OS_WIN)
    const QSettings theme(
        QStringLiteral("HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\"
                       "Personalize"),
        QSettings::NativeFormat);
    return theme.value(QStringLiteral("AppsUseLightTheme"), 1).toInt() == 0;
#else
    // Before Qt 6.5 the platform's palette is the only hint; it is read once, before ours is set.
    static const bool answer = QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
    return answer;
#endif
}

QPalette paletteOf(const Tokens &t)
{
    QPalette palette;
    palette.setColor(QPalette::Window, t.window);
    palette.setColor(QPalette::WindowText, t.text);
    palette.setColor(QPalette::Base, t.surface);
    palette.setColor(QPalette::AlternateBase, t.window);
    palette.setColor(QPalette::Text, t.text);
    palette.setColor(QPalette::PlaceholderText, t.muted);
    palette.setColor(QPalette::Button, t.surface);
    palette.setColor(QPalette::ButtonText, t.text);
    palette.setColor(QPalette::BrightText, t.danger);
    palette.setColor(QPalette::ToolTipBase, t.surface);
    palette.setColor(QPalette::ToolTipText, t.text);
    palette.setColor(QPalette::Highlight, t.accent);
    palette.setColor(QPalette::HighlightedText, t.onAccent);
    palette.setColor(QPalette::Link, t.accent);
    palette.setColor(QPalette::LinkVisited, t.accent);
    palette.setColor(QPalette::Mid, t.line);
    palette.setColor(QPalette::Dark, t.line);
    palette.setColor(QPalette::Midlight, t.line);
    palette.setColor(QPalette::Light, t.surface);
    palette.setColor(QPalette::Shadow, t.sunken);
    QColor faded = t.muted;
    faded.setAlphaF(0.6F);
    for (const QPalette::ColorRole role :
         {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faded);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, t.line);
    return palette;
}

void mark(QWidget *widget, const char *role)
{
    widget->setProperty("role", QLatin1String(role));
    // Some widgets are styled as soon as they are made: buttons of a QDialogButtonBox.
    if (widget->testAttribute(Qt::WA_WState_Polished)) {
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
    }
}

} // namespace

void apply(QApplication &application, Appearance appearance)
{
    const bool systemDark = isSystemDark();
    chosen = appearance;
    dark = appearance == Appearance::Dark || (appearance == Appearance::System && systemDark);
    static const bool fusion = [] {
        QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
        return true;
    }();
    Q_UNUSED(fusion);
    QApplication::setPalette(paletteOf(tokens()));
    application.setStyleSheet(sheetFor(tokens()));
}

Appearance appearance()
{
    return chosen;
}

bool isDark()
{
    return dark;
}

const Tokens &tokens()
{
    return dark ? darkTokens : lightTokens;
}

void markPrimary(QWidget *button)
{
    mark(button, "primary");
}

void markMuted(QWidget *label)
{
    mark(label, "muted");
}

void markHeading(QWidget *label)
{
    mark(label, "heading");
}

void markStrip(QWidget *bar)
{
    bar->setAttribute(Qt::WA_StyledBackground);
    mark(bar, "strip");
}

} // namespace kakehashi::ui::style
