#pragma once

#include "check/gate/gate.h"
#include "publish/plan.h"
#include "publish/target.h"

#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QSortFilterProxyModel;
class QSplitter;
class QTextBrowser;
class QTreeView;

namespace kakehashi::ui {

class GateList;
class GuardList;
class PlanModel;

/// What a publish will do, before it does it: each file, how much is sent, and why.
class PlanView final : public QWidget
{
    Q_OBJECT

public:
    using FileFor = std::function<Result<QString>(const Sha256 &)>;

    explicit PlanView(FileFor fileFor, QWidget *parent = nullptr);

    void showPlan(const publish::Target &target, const publish::Plan &plan);
    void showGate(const render::SnapshotPtr &site, const check::Gate &gate);
    QStringList confirmed() const;

Q_SIGNALS:
    void publishRequested();
    void backRequested();
    void keyRequested(); ///< the list is signed and this computer has no key
    void resolutionChosen(kakehashi::publish::Resolution resolution);
    void findingRequested(const kakehashi::check::Finding &finding);
    void exceptionRequested(const kakehashi::check::Findings &findings);

private:
    QWidget *makeHead();
    QWidget *makeFoot();
    void makeTree();
    void updateButton();
    void showDifference();
    QString difference(const publish::PlanItem &item) const;

    FileFor m_fileFor;
    publish::Plan m_plan;
    PlanModel *m_model;
    QSortFilterProxyModel *m_filtered;
    QLabel *m_dot = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_totals = nullptr;
    GateList *m_gate;
    GuardList *m_guards;
    QTreeView *m_tree;
    QSplitter *m_split;
    QTextBrowser *m_difference;
    QPushButton *m_go = nullptr;
};

} // namespace kakehashi::ui
