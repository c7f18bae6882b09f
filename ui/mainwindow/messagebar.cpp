#include "ui/mainwindow/messagebar.h"

#include "base/visibletext.h"
#include "ui/style/style.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace kakehashi::ui {

namespace {

constexpr int goodNewsMilliseconds = 6000;

QString iconOf(Message::Level level)
{
    switch (level) {
    case Message::Level::Info:
        return QStringLiteral("info");
    case Message::Level::Success:
        return QStringLiteral("success");
    case Message::Level::Warning:
        return QStringLiteral("warning");
    case Message::Level::Error:
        return QStringLiteral("error");
    }
    return {};
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_button(new QPushButton(this))
{
    setAttribute(Qt::WA_StyledBackground);
    setProperty("role", QStringLiteral("strip-bottom"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *close = new QToolButton(this);
    close->setIcon(style::icon(QStringLiteral("close")));
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(close->toolTip());
    for (QWidget *button : {static_cast<QWidget *>(m_button), static_cast<QWidget *>(close)})
        button->setFocusPolicy(Qt::TabFocus); // a click leaves the keyboard where it is
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(style::margin, style::hairGap, style::gap, style::hairGap);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_button);
    layout->addWidget(close);
    m_leave.setSingleShot(true);
    connect(&m_leave, &QTimer::timeout, this, &QWidget::hide);
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    connect(m_button, &QPushButton::clicked, this, [this] {
        hide();
        if (const auto action = std::exchange(m_action, {}))
            action();
    });
    hide();
}

void MessageBar::showMessage(const Message &message)
{
    m_icon->setPixmap(style::icon(iconOf(message.level)).pixmap(style::iconSize));
    m_text->setText(visibleLines(message.text)); // it may name what strangers have named
    m_button->setText(message.actionText);
    m_button->setVisible(!message.actionText.isEmpty());
    m_action = message.action;
    const bool isGood =
        message.level == Message::Level::Info || message.level == Message::Level::Success;
    if (isGood && message.actionText.isEmpty())
        m_leave.start(goodNewsMilliseconds);
    else
        m_leave.stop();
    show();
    QAccessibleEvent spoken(this, QAccessible::Alert);
    setAccessibleName(message.text);
    QAccessible::updateAccessibility(&spoken);
}

QString MessageBar::text() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace kakehashi::ui
