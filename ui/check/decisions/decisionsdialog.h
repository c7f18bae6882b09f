#pragma once

#include "check/decisions/decisions.h"
#include "check/rulebook.h"

#include <QDialog>

class QLabel;

namespace kakehashi::ui {

class Session;
class TermTable;
class WeightModel;

/// How much each rule weighs on this site, and the site's own terms. Nothing counts before "Keep".
class DecisionsDialog final : public QDialog
{
    Q_OBJECT

public:
    DecisionsDialog(Session &session, check::RuleBook::Ptr rules, const check::Decisions &decisions,
                    QWidget *parent = nullptr);

    check::Decisions decisions() const; ///< as chosen now
    void accept() override;             ///< stores; stays open and says why when that is refused
    void reject() override;             ///< asks when something would be lost

private:
    Session &m_session;
    check::Decisions m_before;
    WeightModel *m_weights;
    TermTable *m_terms;
    QLabel *m_error;
};

/// Opens it over `parent`'s window.
void decideRules(Session &session, QWidget *parent);

} // namespace kakehashi::ui
