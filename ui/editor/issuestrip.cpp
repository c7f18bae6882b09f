#include "ui/editor/issuestrip.h"

#include "ui/check/findingtext.h"
#include "ui/shell/mark.h"
#include "ui/style/style.h"

#include <QHeaderView>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QToolButton>
#include <QToolTip>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace kakehashi::ui {

namespace {

constexpr int mostRows = 4;
constexpr int rowHeight = 28;
constexpr int signSize = 16;
// More would cost time at every pause in the typing and be read by nobody.
constexpr int mostFindings = 60;
constexpr int widestFix = 200;

enum Column { TextColumn, FixColumn };

} // namespace

IssueStrip::IssueStrip(QWidget *parent) : QWidget(parent), m_list(new QTreeWidget(this))
{
    setAttribute(Qt::WA_StyledBackground);
    setProperty("role", QStringLiteral("strip-bottom"));
    makeList();
    setFocusProxy(m_list);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_list);
    hide();
}

QWidget *IssueStrip::makeHead()
{
    auto *head = new QWidget(this);
    m_count = new QLabel(head);
    m_count->setObjectName(QStringLiteral("count"));
    style::markMuted(m_count);
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(style::margin, style::hairGap, style::gap, 0);
    layout->setSpacing(0);
    layout->addWidget(m_count, 1);
    const auto add = [&](const QString &icon, const QString &text, bool backward) {
        auto *button = new QToolButton(head);
        button->setIcon(style::icon(icon));
        button->setIconSize({signSize, signSize});
        button->setAutoRaise(true);
        button->setToolTip(text);
        button->setAccessibleName(text);
        connect(button, &QToolButton::clicked, this,
                [this, backward] { Q_EMIT stepRequested(backward); });
        layout->addWidget(button);
    };
    add(QStringLiteral("up"), tr("Previous problem (Shift+F8)"), true);
    add(QStringLiteral("down"), tr("Next problem (F8)"), false);
    return head;
}

void IssueStrip::makeList()
{
    m_list->setAccessibleName(tr("Problems in the page"));
    m_list->setColumnCount(2);
    m_list->setHeaderHidden(true);
    m_list->setRootIsDecorated(false);
    m_list->setIconSize({signSize, signSize});
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(TextColumn, QHeaderView::Stretch);
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    connect(m_list, &QTreeWidget::itemClicked, this,
            [this](const QTreeWidgetItem *item, int column) {
                if (column == FixColumn && !item->text(FixColumn).isEmpty())
                    mend(item);
                else
                    Q_EMIT chosen(findingAt(item));
            });
    connect(m_list, &QTreeWidget::itemActivated, this,
            [this](const QTreeWidgetItem *item) { Q_EMIT chosen(findingAt(item)); });
}

bool IssueStrip::eventFilter(QObject *watched, QEvent *event)
{
    // Made when asked for: hundreds of rows come and go while somebody types.
    if (watched == m_list->viewport() && event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QTreeWidgetItem *item = m_list->itemAt(help->pos());
        QToolTip::showText(help->globalPos(), item ? findingHtml(findingAt(item), true) : QString(),
                           m_list->viewport());
        return true;
    }
    if (watched == m_list && event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (key->modifiers() == Qt::AltModifier && key->key() == Qt::Key_Return) {
            event->accept(); // not the editor's menu: the row is meant
            mend(m_list->currentItem());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

const check::Finding &IssueStrip::findingAt(const QTreeWidgetItem *item) const
{
    return m_findings.at(item->data(TextColumn, Qt::UserRole).toInt());
}

void IssueStrip::mend(const QTreeWidgetItem *item)
{
    if (!item)
        return;
    const check::Finding finding = findingAt(item);
    if (finding.fix)
        Q_EMIT mendRequested(finding);
}

void IssueStrip::showFindings(const content::Kind &kind, const check::Findings &findings)
{
    m_findings = findings;
    std::stable_sort(m_findings.begin(), m_findings.end(),
                     [](const check::Finding &a, const check::Finding &b) {
                         return a.issue.severity < b.issue.severity;
                     });
    m_list->clear();
    for (const Severity severity : {Severity::Must, Severity::Should, Severity::Ask})
        m_signs[static_cast<size_t>(severity)] =
            mark(severityIcon(severity), severityColor(severity), signSize);
    const auto shown = static_cast<int>(std::min<qsizetype>(m_findings.size(), mostFindings));
    for (int i = 0; i < shown; ++i)
        addRow(kind, i);
    m_list->resizeColumnToContents(FixColumn);
    m_list->setColumnWidth(FixColumn, std::min(m_list->columnWidth(FixColumn), widestFix));
    m_list->setFixedHeight(std::min(shown, mostRows) * rowHeight + style::hairGap);
    QString count = countText(findings);
    if (shown < findings.size())
        count = tr("%1 (the first %2 are listed)").arg(count).arg(shown);
    m_count->setText(count);
    setVisible(!findings.isEmpty());
}

void IssueStrip::addRow(const content::Kind &kind, int index)
{
    const check::Finding &finding = m_findings.at(index);
    const Severity severity = finding.issue.severity;
    auto *item = new QTreeWidgetItem(m_list);
    item->setIcon(TextColumn, m_signs[static_cast<size_t>(severity)]);
    item->setText(TextColumn, placedText(kind, finding));
    item->setData(TextColumn, Qt::UserRole, index);
    item->setData(
        TextColumn, Qt::AccessibleTextRole,
        tr("%1: %2", "severity, problem").arg(severityText(severity), placedText(kind, finding)));
    item->setSizeHint(TextColumn, {0, rowHeight});
    if (finding.fix) {
        item->setText(FixColumn, finding.fix->label);
        item->setForeground(FixColumn, style::tokens().accent);
    }
}

void IssueStrip::select(const check::Finding &finding)
{
    const qsizetype index = m_findings.indexOf(finding);
    if (QTreeWidgetItem *item = m_list->topLevelItem(static_cast<int>(index)))
        m_list->setCurrentItem(item);
}

} // namespace kakehashi::ui
