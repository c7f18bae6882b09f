#include "ui/theme/renewdialog.h"

#include "base/visibletext.h"
#include "ui/style/style.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace kakehashi::ui {

using workspace::ThemeFileNews;
using State = ThemeFileNews::State;
using Take = ThemeFileNews::Take;

RenewDialog::RenewDialog(const workspace::ThemeNews &news, QWidget *parent)
    : QDialog(parent), m_news(news), m_list(new QTreeWidget(this))
{
    constexpr int edge = 24;
    setWindowTitle(tr("Renew the theme"));
    resize(820, 520);
    auto *text = new QLabel(tr("The program has a newer version of the theme %1. What was changed "
                               "here stays, unless you decide otherwise. The folder as it is now "
                               "is kept among the backups.")
                                .arg(visible(news.theme.name)),
                            this);
    text->setWordWrap(true);
    m_list->setHeaderLabels({tr("File"), tr("State"), tr("What happens")});
    m_list->setRootIsDecorated(false);
    m_list->setAccessibleName(tr("Files of the theme"));
    m_list->header()->resizeSection(0, 320);
    m_list->header()->resizeSection(1, 180);
    for (qsizetype index = 0; index < m_news.files.size(); ++index)
        addRow(index);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *renew = buttons->addButton(tr("Renew"), QDialogButtonBox::AcceptRole);
    style::markPrimary(renew);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(edge, edge, edge, style::margin);
    layout->setSpacing(style::margin);
    layout->addWidget(text);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void RenewDialog::addRow(qsizetype index)
{
    const ThemeFileNews &one = m_news.files.at(index);
    auto *row = new QTreeWidgetItem(m_list);
    row->setText(0, visible(one.file));
    switch (one.state) {
    case State::Added:
        row->setText(1, tr("New"));
        row->setText(2, tr("Comes"));
        return;
    case State::Renewed:
        row->setText(1, tr("Newer"));
        row->setText(2, tr("Is renewed"));
        return;
    case State::Removed:
        row->setText(1, tr("No longer needed"));
        row->setText(2, tr("Goes"));
        return;
    case State::Mine:
        row->setText(1, tr("Changed here"));
        row->setText(2, tr("Stays"));
        return;
    case State::Both:
    case State::Unchanged:
        break;
    }
    row->setText(1, tr("Changed here and newer"));
    auto *choice = new QComboBox(m_list);
    choice->addItem(tr("Keep ours"), int(Take::Mine));
    choice->addItem(tr("Take the new one"), int(Take::New));
    choice->addItem(tr("Take the new one, put ours aside"), int(Take::KeepBoth));
    choice->setAccessibleName(tr("What happens to %1").arg(visible(one.file)));
    choice->setCurrentIndex(choice->findData(int(one.take)));
    m_list->setItemWidget(row, 2, choice);
    connect(choice, &QComboBox::currentIndexChanged, this, [this, index, choice] {
        m_news.files[index].take = Take(choice->currentData().toInt());
    });
}

} // namespace kakehashi::ui
