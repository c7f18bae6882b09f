#pragma once

#include "check/finding.h"
#include "content/kind.h"

#include <QIcon>
#include <QWidget>

#include <array>

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

namespace kakehashi::ui {

/// What the check found in the open page, under the editor, the gravest first. A click goes to the
/// place, one on the right end mends it.
class IssueStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit IssueStrip(QWidget *parent = nullptr);
    void showFindings(const content::Kind &kind, const check::Findings &findings);
    /// The row that a step through the findings has come to.
    void select(const check::Finding &finding);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void chosen(const kakehashi::check::Finding &finding);
    void mendRequested(const kakehashi::check::Finding &finding);
    void stepRequested(bool backward);

private:
    QWidget *makeHead();
    void makeList();
    void addRow(const content::Kind &kind, int index);
    void mend(const QTreeWidgetItem *item);
    const check::Finding &findingAt(const QTreeWidgetItem *item) const;

    check::Findings m_findings;
    std::array<QIcon, 3> m_signs; ///< by severity; made once for all rows
    QLabel *m_count = nullptr;
    QTreeWidget *m_list;
};

} // namespace kakehashi::ui
