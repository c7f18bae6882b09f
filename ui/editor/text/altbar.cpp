#include "ui/editor/text/altbar.h"

#include "ui/style/style.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

namespace kakehashi::ui {

AltBar::AltBar(QWidget *parent)
    : QWidget(parent), m_question(new QLabel(this)), m_alt(new QLineEdit(this))
{
    style::markStrip(this);
    auto *done = new QPushButton(tr("Done"), this);
    auto *decorative = new QPushButton(tr("Only decoration"), this);
    auto *later = new QToolButton(this);
    later->setIcon(style::icon(QStringLiteral("close")));
    later->setToolTip(tr("Later"));
    later->setAccessibleName(later->toolTip());
    m_question->setBuddy(m_alt);
    m_alt->setPlaceholderText(tr("Describe it in a short sentence"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(style::margin, style::hairGap, style::gap, style::hairGap);
    layout->addWidget(m_question);
    layout->addWidget(m_alt, 1);
    layout->addWidget(done);
    layout->addWidget(decorative);
    layout->addWidget(later);
    connect(m_alt, &QLineEdit::returnPressed, this, [this] { answer(false); });
    connect(done, &QPushButton::clicked, this, [this] { answer(false); });
    connect(decorative, &QPushButton::clicked, this, [this] { answer(true); });
    connect(later, &QToolButton::clicked, this, [this] {
        m_waiting.removeFirst();
        askNext();
    });
    hide();
}

void AltBar::ask(const content::MediaAsset &asset)
{
    m_waiting << asset;
    if (m_waiting.size() == 1)
        askNext();
}

void AltBar::askNext()
{
    setVisible(!m_waiting.isEmpty());
    m_alt->clear();
    if (m_waiting.isEmpty())
        return;
    m_question->setText(tr("What does %1 show?").arg(m_waiting.constFirst().fileName));
    m_alt->setAccessibleName(m_question->text());
    m_alt->setFocus();
}

void AltBar::answer(bool decorative)
{
    const QString alt = m_alt->text().trimmed();
    if (m_waiting.isEmpty() || (alt.isEmpty() && !decorative))
        return;
    content::MediaAsset asset = m_waiting.takeFirst();
    asset.alt = decorative ? QString() : alt;
    asset.decorative = decorative;
    Q_EMIT answered(asset);
    askNext();
}

} // namespace kakehashi::ui
