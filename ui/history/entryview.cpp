#include "ui/history/entryview.h"

#include "base/file.h"
#include "base/visibletext.h"
#include "ui/publish/plan/planmodel.h"
#include "ui/publish/plan/textdiff.h"
#include "ui/publish/plan/wording.h"
#include "ui/style/style.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>
#include <QTreeView>
#include <QVBoxLayout>

namespace kakehashi::ui {
namespace {

constexpr qint64 comparedBytes = 2'000'000;

QLabel *textLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    style::markMuted(label);
    return label;
}

} // namespace

EntryView::EntryView(const render::ByteSource &objects, QWidget *parent)
    : QWidget(parent)
    , m_objects(objects)
    , m_model(new PlanModel(this))
    , m_title(new QLabel(this))
    , m_facts(textLabel(this))
    , m_notes(textLabel(this))
    , m_tree(new QTreeView(this))
    , m_difference(new QTextBrowser(this))
{
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    makeTree();
    m_difference->setOpenLinks(false);
    m_difference->setAccessibleName(tr("What changed in the text of the page"));
    m_difference->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(style::margin, style::gap, 2 * style::margin, style::gap);
    layout->setSpacing(style::hairGap);
    layout->addWidget(m_title);
    layout->addWidget(m_facts);
    layout->addWidget(m_notes);
    layout->addWidget(makeButtons());
    layout->addWidget(m_tree, 3);
    layout->addWidget(m_difference, 2);
}

void EntryView::makeTree()
{
    m_tree->setModel(m_model);
    m_tree->setAccessibleName(tr("Files of this publish"));
    m_tree->setUniformRowHeights(true);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_tree->setProperty("role", QStringLiteral("boxed"));
    m_tree->header()->setStretchLastSection(true);
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &EntryView::showDifference);
}

QWidget *EntryView::makeButtons()
{
    auto *row = new QWidget(this);
    m_look = new QPushButton(tr("Look at the site of that moment"), row);
    m_look->setObjectName(QStringLiteral("look"));
    m_look->setIcon(style::icon(QStringLiteral("eye")));
    m_back = new QPushButton(tr("Go back to this state…"), row);
    m_back->setObjectName(QStringLiteral("back"));
    m_back->setIcon(style::icon(QStringLiteral("restore")));
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, style::hairGap, 0, style::gap);
    layout->addWidget(m_look);
    layout->addWidget(m_back);
    layout->addStretch(1);
    connect(m_look, &QPushButton::clicked, this, &EntryView::lookRequested);
    connect(m_back, &QPushButton::clicked, this, &EntryView::backRequested);
    return row;
}

void EntryView::showRow(const HistoryRow &row, const publish::Plan &plan, const QString &told)
{
    m_title->setText(tr("Publish %1 — %2").arg(row.generation).arg(whenText(row.at)));
    QStringList facts{tr("%1 on %2").arg(visible(row.author), visible(row.machine))};
    if (const QString changes = changeSummary(plan); !changes.isEmpty())
        facts << changes;
    if (!row.approval.isEmpty())
        facts << tr("Approval: %1").arg(visible(row.approval));
    if (row.entry && plan.unchanged > 0)
        facts << tr("%n file(s) stayed as they were", nullptr, plan.unchanged);
    m_facts->setText(facts.join(QStringLiteral("  ·  ")));
    QStringList notes;
    for (const Issue &note : plan.notes)
        notes << visible(note.text);
    if (!row.entry)
        notes << tr("Published from another computer: its plan is kept there.");
    if (!told.isEmpty())
        notes << told;
    m_notes->setText(notes.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
    m_model->setPlan(plan);
    m_tree->expandAll();
    m_tree->setColumnWidth(PlanModel::PathColumn, std::max(220, width() / 2));
    m_tree->setVisible(!plan.items.isEmpty());
    m_difference->hide();
    m_back->setEnabled(!row.live);
    m_back->setToolTip(row.live ? tr("This is what visitors see now") : QString());
}

void EntryView::showDifference()
{
    m_difference->hide();
    const publish::PlanItem *item = m_model->item(m_tree->currentIndex());
    if (!item || !item->path.endsWith(QLatin1String(".html")))
        return;
    const auto before = m_objects.fileFor(item->before);
    const auto after = m_objects.fileFor(item->after);
    if (!before || !after)
        return;
    const auto oldBytes = readFile(*before, comparedBytes);
    const auto newBytes = readFile(*after, comparedBytes);
    if (!oldBytes || !newBytes)
        return;
    m_difference->setHtml(diffHtml(textDiff(visibleLines(*oldBytes), visibleLines(*newBytes))));
    m_difference->show();
}

} // namespace kakehashi::ui
