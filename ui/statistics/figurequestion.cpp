#include "ui/statistics/figurequestion.h"

#include "ui/style/style.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace kakehashi::ui {

FigureQuestion::FigureQuestion(QWidget *parent)
    : QWidget(parent), m_text(new QLabel(this)), m_confirm(new QPushButton(this))
{
    style::markStrip(this);
    m_text->setWordWrap(true);
    m_text->setProperty("role", QStringLiteral("warning"));
    m_confirm->setObjectName(QStringLiteral("confirmFigure"));
    auto *correct = new QPushButton(tr("&Correct it"), this);
    correct->setObjectName(QStringLiteral("correctFigure"));
    auto *discard = new QPushButton(tr("&Keep the former value"), this);
    discard->setObjectName(QStringLiteral("discardFigure"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(style::margin, style::hairGap, style::margin, style::hairGap);
    layout->setSpacing(style::gap);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_confirm);
    layout->addWidget(correct);
    layout->addWidget(discard);
    connect(m_confirm, &QPushButton::clicked, this, &FigureQuestion::confirmed);
    connect(correct, &QPushButton::clicked, this, &FigureQuestion::corrected);
    connect(discard, &QPushButton::clicked, this, &FigureQuestion::discarded);
    hide();
}

void FigureQuestion::ask(const QString &question, const QString &confirm)
{
    const bool isNew = question != m_text->text();
    m_text->setText(question);
    m_confirm->setText(confirm);
    m_confirm->setVisible(!confirm.isEmpty());
    setVisible(!question.isEmpty());
    if (question.isEmpty() || !isNew)
        return;
    setAccessibleName(question);
    QAccessibleEvent spoken(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&spoken);
}

QString FigureQuestion::text() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace kakehashi::ui
