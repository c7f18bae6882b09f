#include "ui/editor/text/altbar.h"

#include "ui/shell/foldingrow.h"
#include "ui/style/style.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace kakehashi::ui {

namespace {

constexpr int leastField = 240; ///< a sentence of 15 letters is in view

} // namespace

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
    m_question->setWordWrap(true);
    auto *question = new QHBoxLayout;
    question->addWidget(m_question, 1);
    question->addWidget(later, 0, Qt::AlignTop);
    auto *line = new FoldingRow(this);
    line->add(m_alt, 1, leastField);
    line->add(done);
    line->add(decorative);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(style::margin, style::hairGap, style::gap, style::gap);
    layout->setSpacing(style::hairGap);
    layout->addLayout(question);
    layout->addWidget(line);
    connect(m_alt, &QLineEdit::returnPressed, this, [this] { answer(false); });
    connect(done, &QPushButton::clicked, this, [this] { answer(false); });
    connect(decorative, &QPushButton::clicked, this, [this] { answer(true); });
    connect(later, &QToolButton::clicked, this, &AltBar::putOff);
    hide();
}

void AltBar::ask(const content::MediaAsset &asset, bool takeFocus)
{
    m_waiting << asset;
    if (m_waiting.size() == 1)
        askNext(takeFocus);
}

void AltBar::putOff()
{
    if (m_waiting.isEmpty())
        return;
    m_waiting.removeFirst();
    askNext(true);
}

void AltBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return putOff();
    QWidget::keyPressEvent(event);
}

void AltBar::askNext(bool takeFocus)
{
    m_alt->clear();
    if (m_waiting.isEmpty()) {
        // Before it hides: Qt would look for the next widget by itself, a button of the toolbar.
        if (takeFocus)
            Q_EMIT finished();
        return hide();
    }
    show();
    m_question->setText(tr("What does %1 show?").arg(m_waiting.constFirst().fileName));
    m_alt->setAccessibleName(m_question->text());
    if (takeFocus)
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
    askNext(true);
}

} // namespace kakehashi::ui
