#pragma once

#include "render/snapshot.h"
#include "workspace/pageuses.h"

#include <QDialog>

class QComboBox;
class QPushButton;
class QRadioButton;

namespace kakehashi::ui {

/// Shows what leads to a page before it goes into the trash, and asks where its visitors are to
/// be sent instead.
class TrashDialog final : public QDialog
{
    Q_OBJECT

public:
    TrashDialog(const render::SiteSnapshot &site, const render::PageValue &page,
                const QList<workspace::PageUse> &uses, QWidget *parent = nullptr);
    /// The path that the page's address is to lead to; empty: none.
    QString redirectTo() const;

private:
    QWidget *makeUses(const QList<workspace::PageUse> &uses);
    QWidget *makeChoice(const render::SiteSnapshot &site, const render::PageValue &page);

    void judge();

    QRadioButton *m_redirect;
    QComboBox *m_target;
    QPushButton *m_trash = nullptr;
};

} // namespace kakehashi::ui
