#include "ui/pages/dialogs/trashdialog.h"

#include "base/visibletext.h"
#include "ui/style/style.h"

#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace kakehashi::ui {

using workspace::PageUse;

namespace {

constexpr int mostRowsSeen = 8;

QString useText(const PageUse &use)
{
    switch (use.what) {
    case PageUse::What::Menu:
        return TrashDialog::tr("Menu: %1").arg(visible(use.label));
    case PageUse::What::Page:
        return TrashDialog::tr("Page: %1   %2").arg(visible(use.label), visible(use.path));
    case PageUse::What::Banner:
        return TrashDialog::tr("Banner: %1").arg(visible(use.label));
    case PageUse::What::Redirect:
        return TrashDialog::tr("Redirect: %1").arg(visible(use.label));
    }
    return {};
}

} // namespace

TrashDialog::TrashDialog(const render::SiteSnapshot &site, const render::PageValue &page,
                         const QList<PageUse> &uses, QWidget *parent)
    : QDialog(parent), m_redirect(new QRadioButton(this)), m_target(new QComboBox(this))
{
    setWindowTitle(tr("Move to the trash"));
    setMinimumWidth(520);
    auto *question = new QLabel(
        tr("%n place(s) of the site lead to “%1”.", nullptr, static_cast<int>(uses.size()))
            .arg(visible(page.content.title)),
        this);
    question->setWordWrap(true);
    question->setTextFormat(Qt::PlainText);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_trash = buttons->addButton(tr("Move to the trash"), QDialogButtonBox::AcceptRole);
    m_trash->setDefault(true);
    style::markPrimary(m_trash);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, style::margin);
    layout->setSpacing(style::gap);
    layout->addWidget(question);
    layout->addWidget(makeUses(uses));
    layout->addWidget(makeChoice(site, page));
    layout->addWidget(buttons);
    judge();
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QWidget *TrashDialog::makeUses(const QList<PageUse> &uses)
{
    auto *list = new QListWidget(this);
    list->setAccessibleName(tr("What leads to the page"));
    list->setProperty("role", QStringLiteral("boxed"));
    list->setSelectionMode(QAbstractItemView::NoSelection);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // it would hide the last row
    for (const PageUse &use : uses) {
        list->addItem(useText(use));
        list->item(list->count() - 1)->setToolTip(useText(use));
    }
    const int rows = std::min<int>(list->count(), mostRowsSeen);
    list->setFixedHeight(rows * list->sizeHintForRow(0) + 2 * style::hairGap);
    return list;
}

QWidget *TrashDialog::makeChoice(const render::SiteSnapshot &site, const render::PageValue &page)
{
    auto *choice = new QWidget(this);
    m_redirect->setText(tr("&Send visitors to"));
    m_redirect->setChecked(true);
    auto *nothing =
        new QRadioButton(tr("&No page there any more; those links will be broken"), this);
    m_target->setAccessibleName(tr("Where visitors are sent"));
    m_target->setEditable(true); // to find one among many by typing
    m_target->setInsertPolicy(QComboBox::NoInsert);
    m_target->completer()->setFilterMode(Qt::MatchContains);
    m_target->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_target->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const auto &each : site.pages) {
        if (each->id != page.id)
            m_target->addItem(
                QStringLiteral("%1   %2").arg(visible(each->content.title), visible(each->path)),
                each->path);
    }
    m_target->setCurrentIndex(m_target->findData(workspace::parentOf(site, page.path)));
    connect(m_redirect, &QRadioButton::toggled, m_target, &QWidget::setEnabled);
    connect(m_redirect, &QRadioButton::toggled, this, &TrashDialog::judge);
    connect(m_target, &QComboBox::editTextChanged, this, &TrashDialog::judge);
    auto *row = new QHBoxLayout;
    row->addWidget(m_redirect);
    row->addWidget(m_target, 1);
    auto *layout = new QVBoxLayout(choice);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(style::hairGap);
    layout->addLayout(row);
    layout->addWidget(nothing);
    return choice;
}

QString TrashDialog::redirectTo() const
{
    if (!m_redirect->isChecked())
        return {};
    return m_target->itemData(m_target->findText(m_target->currentText())).toString();
}

/// What is typed counts only when it names a page.
void TrashDialog::judge()
{
    m_trash->setEnabled(!m_redirect->isChecked() || !redirectTo().isEmpty());
}

} // namespace kakehashi::ui
