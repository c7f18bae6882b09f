#pragma once

#include "workspace/themes/themerenewal.h"

#include <QDialog>

class QTreeWidget;

namespace kakehashi::ui {

/// What a newer theme would change, file by file, and the decision where both sides changed.
class RenewDialog final : public QDialog
{
    Q_OBJECT

public:
    RenewDialog(const workspace::ThemeNews &news, QWidget *parent);
    /// With the decisions as they were made.
    const workspace::ThemeNews &news() const { return m_news; }

private:
    void addRow(qsizetype index);

    workspace::ThemeNews m_news;
    QTreeWidget *m_list;
};

} // namespace kakehashi::ui
