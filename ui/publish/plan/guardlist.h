#pragma once

#include "publish/plan.h"

#include <QWidget>

class QCheckBox;
class QVBoxLayout;

namespace kakehashi::ui {

/// What a plan warns of. What may go on needs a tick of its own; a conflict needs a decision.
class GuardList final : public QWidget
{
    Q_OBJECT

public:
    explicit GuardList(QWidget *parent = nullptr);

    void setPlan(const publish::Plan &plan);
    QStringList confirmed() const; ///< rules that are ticked

Q_SIGNALS:
    void changed();
    void keyRequested();
    void resolutionChosen(kakehashi::publish::Resolution resolution);

private:
    void addGuard(const Issue &guard);
    void addConflictChoice();
    void addNote(const Issue &note);

    QVBoxLayout *m_layout;
    QList<QCheckBox *> m_ticks;
};

} // namespace kakehashi::ui
