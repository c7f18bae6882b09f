#include "ui/publish/plan/planview.h"

#include "base/file.h"
#include "ui/publish/plan/gatelist.h"
#include "ui/publish/plan/guardlist.h"
#include "ui/publish/plan/planmodel.h"
#include "ui/publish/plan/textdiff.h"
#include "ui/publish/plan/wording.h"
#include "ui/style/style.h"
#include "ui/targets/targetdot.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTextBrowser>
#include <QTreeView>
#include <QVBoxLayout>

#include <cmath>

namespace kakehashi::ui {
namespace {

constexpr int pathColumnWidth = 460;
constexpr int sizeColumnWidth = 90;
constexpr int shownGroupLimit = 200; // larger groups start closed
constexpr qint64 comparedBytes = 2'000'000;

} // namespace

PlanView::PlanView(FileFor fileFor, QWidget *parent)
    : QWidget(parent)
    , m_fileFor(std::move(fileFor))
    , m_model(new PlanModel(this))
    , m_filtered(new QSortFilterProxyModel(this))
    , m_gate(new GateList(this))
    , m_guards(new GuardList(this))
    , m_tree(new QTreeView(this))
    , m_split(new QSplitter(Qt::Vertical, this))
    , m_difference(new QTextBrowser(this))
{
    makeTree();
    setFocusProxy(m_tree);
    m_difference->setOpenLinks(false);
    m_difference->setAccessibleName(tr("What changes in the text of the page"));
    m_difference->hide();
    m_split->addWidget(m_tree);
    m_split->addWidget(m_difference);
    m_split->setStretchFactor(0, 3);
    m_split->setStretchFactor(1, 2);
    m_split->setChildrenCollapsible(false);
    m_guards->setContentsMargins(2 * style::margin, style::gap, 2 * style::margin, style::gap);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_gate);
    layout->addWidget(m_guards);
    layout->addWidget(m_split, 1);
    layout->addWidget(makeFoot());
    connect(m_gate, &GateList::openRequested, this, &PlanView::findingRequested);
    connect(m_gate, &GateList::exceptionRequested, this, &PlanView::exceptionRequested);
    connect(m_guards, &GuardList::changed, this, &PlanView::updateButton);
    connect(m_guards, &GuardList::resolutionChosen, this, &PlanView::resolutionChosen);
    connect(m_guards, &GuardList::keyRequested, this, &PlanView::keyRequested);
}

void PlanView::makeTree()
{
    m_filtered->setSourceModel(m_model);
    m_filtered->setRecursiveFilteringEnabled(true);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filtered->setFilterKeyColumn(-1);
    m_tree->setModel(m_filtered);
    m_tree->setAccessibleName(tr("Files of this publish"));
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    QHeaderView *header = m_tree->header();
    header->setSectionsMovable(false);
    header->setStretchLastSection(true);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &PlanView::showDifference);
}

QWidget *PlanView::makeHead()
{
    auto *head = new QWidget(this);
    m_title = new QLabel(head);
    style::markHeading(m_title);
    m_totals = new QLabel(head);
    style::markMuted(m_totals);
    auto *filter = new QLineEdit(head);
    filter->setPlaceholderText(tr("Filter files"));
    filter->setAccessibleName(tr("Filter files"));
    filter->setClearButtonEnabled(true);
    filter->setFixedWidth(240);
    connect(filter, &QLineEdit::textChanged, m_filtered,
            &QSortFilterProxyModel::setFilterFixedString);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(style::hairGap);
    m_dot = new QLabel(head);
    auto *titleRow = new QHBoxLayout;
    titleRow->addWidget(m_dot);
    titleRow->addWidget(m_title, 1);
    texts->addLayout(titleRow);
    texts->addWidget(m_totals);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(2 * style::margin, style::margin, 2 * style::margin, style::margin);
    layout->addLayout(texts, 1);
    layout->addWidget(filter, 0, Qt::AlignBottom);
    return head;
}

QWidget *PlanView::makeFoot()
{
    auto *foot = new QWidget(this);
    foot->setProperty("role", QStringLiteral("strip-bottom"));
    m_go = new QPushButton(foot);
    m_go->setObjectName(QStringLiteral("publish"));
    style::markPrimary(m_go);
    auto *back = new QPushButton(tr("Back"), foot);
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(2 * style::margin, style::gap, 2 * style::margin, style::gap);
    layout->addWidget(m_go);
    layout->addWidget(back);
    layout->addStretch(1);
    connect(m_go, &QPushButton::clicked, this, &PlanView::publishRequested);
    connect(back, &QPushButton::clicked, this, &PlanView::backRequested);
    return foot;
}

void PlanView::showPlan(const publish::Target &target, const publish::Plan &plan)
{
    m_plan = plan;
    m_model->setPlan(plan);
    m_guards->setPlan(plan);
    m_title->setText(plan.hasChanges() ? tr("What will change on %1").arg(target.name)
                                       : tr("%1 is up to date").arg(target.name));
    QStringList totals{changeSummary(plan)};
    if (plan.bytesToSend > 0)
        totals << tr("%1 to send").arg(bytesText(plan.bytesToSend));
    if (plan.hasChanges())
        totals << durationText(static_cast<qint64>(std::ceil(plan.expectedSeconds)));
    if (plan.unchanged > 0)
        totals << tr("%n file(s) stay as they are", nullptr, plan.unchanged);
    totals.removeAll(QString());
    if (plan.hasChanges() && target.switching == publish::Target::Switching::ByLink)
        totals << tr("all pages change at once");
    m_totals->setText(totals.join(QStringLiteral("  ·  ")));
    m_go->setText(tr("Publish to %1").arg(target.name));
    m_dot->setPixmap(targetDot(target.color).pixmap(style::iconSize, style::iconSize));
    for (int row = 0; row < m_filtered->rowCount(); ++row) {
        const QModelIndex group = m_filtered->index(row, 0);
        const bool isOnly = m_filtered->rowCount() == 1;
        m_tree->setExpanded(group, isOnly || m_filtered->rowCount(group) <= shownGroupLimit);
    }
    m_tree->setColumnWidth(PlanModel::SizeColumn, sizeColumnWidth);
    m_tree->setColumnWidth(PlanModel::PathColumn, pathColumnWidth);
    m_tree->setCurrentIndex({});
    m_difference->hide();
    updateButton();
}

void PlanView::showGate(const render::SnapshotPtr &site, const check::Gate &gate)
{
    m_gate->showGate(site, gate);
}

QStringList PlanView::confirmed() const
{
    return m_guards->confirmed();
}

void PlanView::updateButton()
{
    m_go->setEnabled(m_plan.hasChanges() && m_plan.openGuards(confirmed()).isEmpty());
}

void PlanView::showDifference()
{
    const publish::PlanItem *item = m_model->item(m_filtered->mapToSource(m_tree->currentIndex()));
    const QString html = item ? difference(*item) : QString();
    m_difference->setHtml(html);
    m_difference->document()->setDocumentMargin(style::margin);
    m_difference->setVisible(!html.isEmpty());
}

QString PlanView::difference(const publish::PlanItem &item) const
{
    if (!item.path.endsWith(QLatin1String(".html")) || item.before.isNull() || item.after.isNull())
        return {};
    const auto before = m_fileFor(item.before);
    const auto after = m_fileFor(item.after);
    if (!before || !after)
        return {};
    const auto oldBytes = readFile(*before, comparedBytes);
    const auto newBytes = readFile(*after, comparedBytes);
    if (!oldBytes || !newBytes)
        return {};
    return diffHtml(textDiff(visibleLines(*oldBytes), visibleLines(*newBytes)));
}

} // namespace kakehashi::ui
