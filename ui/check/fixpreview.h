#pragma once

#include "ui/check/list/findingmodel.h"
#include "ui/check/manyfixes.h"

#include <QDialog>

class QPushButton;
class QTreeWidget;

namespace kakehashi::ui {

/// Shows what mending many places at once would change, before it does: each with the words
/// around it, before and after. Pages can be left out.
class FixPreview final : public QDialog
{
    Q_OBJECT

public:
    FixPreview(const render::SiteSnapshot &site, const QList<FindingRow> &rows, QWidget *parent);
    QList<PageFixes> chosen() const;

private:
    void addPage(const render::PageValue &page, const QList<check::Fix> &fixes);
    void countChosen();

    QList<PageFixes> m_pages;
    QTreeWidget *m_list;
    QPushButton *m_mend = nullptr;
};

} // namespace kakehashi::ui
