#include "ui/pages/dialogs/movepagedialog.h"

#include "ui/pages/dialogs/pathfield.h"
#include "ui/style/style.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>

namespace kakehashi::ui {

MovePageDialog::MovePageDialog(content::PageRepository &pages, const content::Page &page,
                               QWidget *parent)
    : QDialog(parent), m_path(new PathField(pages, page.id, this))
{
    setWindowTitle(tr("Move page"));
    setMinimumWidth(480);
    m_path->setPath(page.path);
    auto *note = new QLabel(
        page.live > 0 ? tr("Pages under it move along. Visitors who kept the old address are sent "
                           "to the new one; menus follow.")
                      : tr("Pages under it move along; menus follow."),
        this);
    note->setWordWrap(true);
    style::markMuted(note);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *move = buttons->addButton(tr("Move"), QDialogButtonBox::AcceptRole);
    move->setDefault(true);
    move->setEnabled(false);
    style::markPrimary(move);

    auto *form = new QFormLayout(this);
    form->setContentsMargins(24, 24, 24, style::margin);
    form->setVerticalSpacing(style::gap);
    form->addRow(tr("New &path"), m_path);
    form->addRow(note);
    form->addRow(buttons);
    m_path->setFocus();
    connect(m_path, &PathField::judged, this, [this, move, old = page.path] {
        move->setEnabled(m_path->isGood() && m_path->path() != old);
    });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QString MovePageDialog::path() const
{
    return m_path->path();
}

} // namespace kakehashi::ui
