#include "ui/publish/plan/guardlist.h"

#include "base/visibletext.h"
#include "check/gate/gate.h"
#include "ui/shell/column.h"
#include "ui/style/style.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace kakehashi::ui {

GuardList::GuardList(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(style::hairGap);
}

void GuardList::setPlan(const publish::Plan &plan)
{
    clearLayout(m_layout);
    m_ticks.clear();
    for (const Issue &guard : plan.guards) {
        if (guard.rule == QLatin1String(check::gateRule))
            continue; // the list of what the check found says it at length
        addGuard(guard);
        if (guard.rule == QLatin1String(publish::guard::conflict))
            addConflictChoice();
    }
    for (const Issue &note : plan.notes)
        addNote(note);
    setVisible(m_layout->count() > 0);
}

QStringList GuardList::confirmed() const
{
    QStringList rules;
    for (const QCheckBox *tick : m_ticks) {
        if (tick->isChecked())
            rules.append(tick->property("rule").toString());
    }
    return rules;
}

void GuardList::addGuard(const Issue &guard)
{
    auto *text = new QLabel(visible(guard.text), this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    text->setProperty("role", guard.severity == Severity::Must ? QStringLiteral("danger")
                                                               : QStringLiteral("warning"));
    m_layout->addWidget(text);
    if (guard.severity != Severity::Ask)
        return;
    auto *tick = new QCheckBox(tr("I know this, go on all the same"), this);
    tick->setObjectName(QStringLiteral("guard"));
    tick->setProperty("rule", guard.rule);
    tick->setAccessibleDescription(visible(guard.text));
    connect(tick, &QCheckBox::toggled, this, &GuardList::changed);
    m_ticks.append(tick);
    m_layout->addWidget(tick);
    if (guard.rule != QLatin1String(publish::guard::keyMissing))
        return;
    auto *import = new QPushButton(tr("Import the key…"), this);
    import->setObjectName(QStringLiteral("importKey"));
    connect(import, &QPushButton::clicked, this, &GuardList::keyRequested);
    m_layout->insertWidget(m_layout->count() - 1, import, 0, Qt::AlignLeft);
}

void GuardList::addConflictChoice()
{
    auto *row = new QHBoxLayout;
    auto *keep = new QPushButton(tr("Leave the server's files as they are"), this);
    auto *take = new QPushButton(tr("Put ours there (theirs are kept aside)"), this);
    row->addWidget(keep);
    row->addWidget(take);
    row->addStretch(1);
    keep->setObjectName(QStringLiteral("keepTheirs"));
    take->setObjectName(QStringLiteral("takeOurs"));
    m_layout->addLayout(row);
    using publish::Resolution;
    connect(keep, &QPushButton::clicked, this,
            [this] { Q_EMIT resolutionChosen(Resolution::KeepTheirs); });
    connect(take, &QPushButton::clicked, this,
            [this] { Q_EMIT resolutionChosen(Resolution::TakeOurs); });
}

void GuardList::addNote(const Issue &note)
{
    auto *text = new QLabel(visible(note.text), this);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    style::markMuted(text);
    m_layout->addWidget(text);
}

} // namespace kakehashi::ui
