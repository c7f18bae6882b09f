#include "ui/check/decisions/decisionsdialog.h"

#include "check/decisions/decisionrepository.h"
#include "ui/check/decisions/termtable.h"
#include "ui/check/decisions/weightmodel.h"
#include "ui/check/decisions/weightview.h"
#include "ui/shell/session.h"
#include "ui/shell/text/person.h"
#include "ui/style/style.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace kakehashi::ui {

DecisionsDialog::DecisionsDialog(Session &session, check::RuleBook::Ptr rules,
                                 const check::Decisions &decisions, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_before(decisions)
    , m_weights(new WeightModel(std::move(rules), decisions.weights, this))
    , m_terms(new TermTable(decisions.terms, this))
    , m_error(new QLabel(this))
{
    setWindowTitle(tr("Rules and terms of this site"));
    resize(760, 600);
    auto *tabs = new QTabWidget(this);
    tabs->addTab(new WeightView(m_weights, tabs), tr("&Rules"));
    tabs->addTab(m_terms, tr("&Terms"));
    auto *note = new QLabel(tr("They go with the site, also to whoever takes it over."), this);
    style::markMuted(note);
    m_error->setObjectName(QStringLiteral("error"));
    m_error->setProperty("role", QStringLiteral("danger"));
    m_error->setWordWrap(true);
    m_error->hide();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *keep = buttons->addButton(tr("Keep"), QDialogButtonBox::AcceptRole);
    keep->setObjectName(QStringLiteral("keep"));
    style::markPrimary(keep);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(style::margin, style::margin, style::margin, style::margin);
    layout->setSpacing(style::gap);
    for (QWidget *widget : {static_cast<QWidget *>(tabs), static_cast<QWidget *>(note),
                            static_cast<QWidget *>(m_error), static_cast<QWidget *>(buttons)})
        layout->addWidget(widget, widget == tabs ? 1 : 0);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

check::Decisions DecisionsDialog::decisions() const
{
    return {m_weights->decided(), m_terms->terms()};
}

void DecisionsDialog::accept()
{
    workspace::Workspace &site = m_session.workspace();
    const auto stored = check::DecisionRepository(site.database())
                            .save(decisions(), personName(), site.clock().now());
    if (!stored) {
        m_error->setText(stored.error().text);
        m_error->show();
        return;
    }
    m_session.announceSiteChange();
    QDialog::accept();
}

void DecisionsDialog::reject()
{
    if (decisions() == m_before)
        return QDialog::reject();
    auto *ask =
        new QMessageBox(QMessageBox::Question, windowTitle(),
                        tr("Close without keeping the changes?"), QMessageBox::Cancel, this);
    ask->addButton(tr("Close"), QMessageBox::DestructiveRole);
    ask->setAttribute(Qt::WA_DeleteOnClose);
    connect(ask, &QMessageBox::buttonClicked, this, [this, ask](QAbstractButton *button) {
        if (ask->buttonRole(button) == QMessageBox::DestructiveRole)
            QDialog::reject();
    });
    ask->open();
}

void decideRules(Session &session, QWidget *parent)
{
    const auto rules = check::RuleBook::builtIn();
    const auto decisions = check::DecisionRepository(session.workspace().database()).decisions();
    if (!rules || !decisions)
        return session.showError(rules ? decisions.error() : rules.error());
    auto *dialog = new DecisionsDialog(session, *rules, *decisions, parent->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace kakehashi::ui
