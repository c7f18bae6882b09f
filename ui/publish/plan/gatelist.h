#pragma once

#include "check/gate/gate.h"
#include "render/snapshot.h"

#include <QWidget>

class QLabel;
class QTreeWidget;

namespace kakehashi::ui {

/// The musts that stop a publish, each with the way to its place, and the way past them: an
/// exception with a reason. Takes no room while nothing stops it.
class GateList final : public QWidget
{
    Q_OBJECT

public:
    explicit GateList(QWidget *parent = nullptr);
    void showGate(const render::SnapshotPtr &site, const check::Gate &gate);

Q_SIGNALS:
    void openRequested(const kakehashi::check::Finding &finding);
    void exceptionRequested(const kakehashi::check::Findings &findings);

private:
    QWidget *makeButtons();
    check::Findings selected() const;

    render::SnapshotPtr m_site;
    check::Findings m_blocking;
    QLabel *m_title;
    QTreeWidget *m_list;
};

} // namespace kakehashi::ui
