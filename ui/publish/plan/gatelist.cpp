#include "ui/publish/plan/gatelist.h"

#include "ui/check/findingtext.h"
#include "ui/shell/mark.h"
#include "ui/style/style.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>

#include <algorithm>

namespace kakehashi::ui {
namespace {

constexpr int signSize = 16;
constexpr int rowHeight = 28;
constexpr int pageColumnWidth = 260;
constexpr int ruleColumnWidth = 200;
constexpr int mostRows = 6;       ///< that are seen without scrolling
constexpr int mostFindings = 300; ///< that are listed; the check lists them all

} // namespace

GateList::GateList(QWidget *parent)
    : QWidget(parent), m_title(new QLabel(this)), m_list(new QTreeWidget(this))
{
    m_title->setWordWrap(true);
    m_title->setProperty("role", QStringLiteral("danger"));
    m_list->setProperty("role", QStringLiteral("boxed"));
    m_list->setAccessibleName(tr("Problems that stop the publish"));
    m_list->setColumnCount(3);
    m_list->setHeaderLabels({tr("Page"), tr("Problem"), tr("Rule")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setIconSize({signSize, signSize});
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_list->setColumnWidth(0, pageColumnWidth);
    m_list->setColumnWidth(2, ruleColumnWidth);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * style::margin, style::gap, 2 * style::margin, style::gap);
    layout->setSpacing(style::gap);
    layout->addWidget(m_title);
    layout->addWidget(m_list);
    layout->addWidget(makeButtons());
    connect(m_list, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        Q_EMIT openRequested(m_blocking.at(item->data(0, Qt::UserRole).toInt()));
    });
    hide();
}

QWidget *GateList::makeButtons()
{
    auto *buttons = new QWidget(this);
    auto *layout = new QHBoxLayout(buttons);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const char *name, const QString &text, auto then) {
        auto *button = new QPushButton(text, buttons);
        button->setObjectName(QLatin1String(name));
        connect(button, &QPushButton::clicked, this, then);
        layout->addWidget(button);
    };
    add("openBlocking", tr("Open the page"), [this] {
        const check::Findings findings = selected();
        if (!findings.isEmpty())
            Q_EMIT openRequested(findings.constFirst());
    });
    add("exceptBlocking", tr("Make an exception…"), [this] {
        if (const check::Findings findings = selected(); !findings.isEmpty())
            Q_EMIT exceptionRequested(findings);
    });
    add("exceptAll", tr("An exception for all of them…"),
        [this] { Q_EMIT exceptionRequested(m_blocking); });
    layout->addStretch(1);
    return buttons;
}

check::Findings GateList::selected() const
{
    check::Findings findings;
    const QList<QTreeWidgetItem *> items = m_list->selectedItems();
    for (const QTreeWidgetItem *item : items)
        findings.append(m_blocking.at(item->data(0, Qt::UserRole).toInt()));
    return findings;
}

void GateList::showGate(const render::SnapshotPtr &site, const check::Gate &gate)
{
    m_site = site;
    m_blocking = gate.blocking;
    m_list->clear();
    const QIcon sign(mark(severityIcon(Severity::Must), severityColor(Severity::Must), signSize));
    const auto shown = static_cast<int>(std::min<qsizetype>(m_blocking.size(), mostFindings));
    for (int i = 0; i < shown; ++i) {
        const check::Finding &finding = m_blocking.at(i);
        const render::PageValue *page = site ? site->pageAt(finding.issue.place.pagePath) : nullptr;
        const content::Kind kind =
            page ? content::kindNamed(site->kinds, page->kind) : content::Kind();
        auto *item =
            new QTreeWidgetItem(m_list, {page ? page->content.title : tr("The site as a whole"),
                                         placedText(kind, finding), ruleTitle(finding.issue.rule)});
        item->setIcon(0, sign);
        item->setData(0, Qt::UserRole, i);
        item->setToolTip(1, findingHtml(finding, false));
        item->setSizeHint(0, {0, rowHeight});
    }
    m_list->setCurrentItem(m_list->topLevelItem(0));
    m_list->setFixedHeight(m_list->header()->sizeHint().height() +
                           std::min(shown, mostRows) * rowHeight + style::gap);
    m_title->setText(check::guardOf(gate).text);
    setVisible(!gate.isOpen());
}

} // namespace kakehashi::ui
