#include "ui/check/fixpreview.h"

#include "check/source/pagetexts.h"
#include "ui/style/style.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QMap>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace kakehashi::ui {
namespace {

constexpr qsizetype wordsAround = 16; ///< characters before and after a place
constexpr int placesShown = 20;       ///< of one page

QString around(const QString &text, const check::Fix &fix, const QString &middle)
{
    const qsizetype begin = std::max<qsizetype>(0, fix.begin - wordsAround);
    const qsizetype end = fix.begin + fix.original.size();
    QString words = text.mid(begin, fix.begin - begin) + QStringLiteral("【") + middle +
                    QStringLiteral("】") + text.mid(end, wordsAround);
    return words.simplified();
}

} // namespace

FixPreview::FixPreview(const render::SiteSnapshot &site, const QList<FindingRow> &rows,
                       QWidget *parent)
    : QDialog(parent), m_list(new QTreeWidget(this))
{
    setWindowTitle(tr("What will be changed"));
    resize(900, 560);
    auto *note = new QLabel(tr("Only the working texts change. What is public stays as it is until "
                               "the next publish, and all of it can be undone at once."),
                            this);
    note->setWordWrap(true);
    style::markMuted(note);
    m_list->setColumnCount(2);
    m_list->setHeaderLabels({tr("Now"), tr("Afterwards")});
    m_list->setAccessibleName(tr("Places that will be mended"));
    m_list->setUniformRowHeights(true);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->header()->setSectionResizeMode(QHeaderView::Stretch);
    QMap<QString, QList<check::Fix>> byPage;
    for (const FindingRow &row : rows) {
        if (row.finding.fix)
            byPage[row.finding.issue.place.pagePath].append(*row.finding.fix);
    }
    for (auto page = byPage.cbegin(); page != byPage.cend(); ++page) {
        if (const render::PageValue *value = site.pageAt(page.key()))
            addPage(*value, page.value());
    }
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_mend = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_mend->setObjectName(QStringLiteral("mend"));
    style::markPrimary(m_mend);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(style::margin, style::margin, style::margin, style::margin);
    layout->setSpacing(style::gap);
    layout->addWidget(note);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_list, &QTreeWidget::itemChanged, this, &FixPreview::countChosen);
    countChosen();
}

void FixPreview::addPage(const render::PageValue &page, const QList<check::Fix> &fixes)
{
    auto *item = new QTreeWidgetItem(m_list);
    item->setText(0, QStringLiteral("%1   %2").arg(page.content.title, page.path));
    item->setText(1, tr("%n place(s)", nullptr, static_cast<int>(fixes.size())));
    item->setCheckState(0, Qt::Checked);
    item->setData(0, Qt::UserRole, static_cast<int>(m_pages.size()));
    m_pages.append({page.id, fixes});
    int shown = 0;
    for (const check::Fix &fix : fixes) {
        if (++shown > placesShown)
            break;
        const QString text = check::textOfPart(page.content, fix.part);
        auto *place = new QTreeWidgetItem(item);
        place->setText(0, around(text, fix, fix.original));
        place->setText(1, around(text, fix, fix.replacement));
    }
    if (fixes.size() > placesShown)
        (new QTreeWidgetItem(item))
            ->setText(0, tr("And %n more place(s) like these", nullptr,
                            static_cast<int>(fixes.size()) - placesShown));
    item->setExpanded(m_pages.size() <= placesShown);
}

QList<PageFixes> FixPreview::chosen() const
{
    QList<PageFixes> pages;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        const QTreeWidgetItem *item = m_list->topLevelItem(i);
        if (item->checkState(0) == Qt::Checked)
            pages.append(m_pages.at(item->data(0, Qt::UserRole).toInt()));
    }
    return pages;
}

void FixPreview::countChosen()
{
    qsizetype places = 0;
    const QList<PageFixes> pages = chosen();
    for (const PageFixes &page : pages)
        places += page.fixes.size();
    m_mend->setText(tr("Mend %n place(s)", nullptr, static_cast<int>(places)));
    m_mend->setEnabled(places > 0);
}

} // namespace kakehashi::ui
