#include "ui/check/list/findingmodel.h"

#include "base/visibletext.h"
#include "ui/check/findingtext.h"
#include "ui/shell/mark.h"
#include "ui/style/style.h"

#include <QFont>

#include <algorithm>

namespace kakehashi::ui {
namespace {

constexpr int signSize = 16;
constexpr quintptr groupId = 0; ///< rows carry the number of their group from 1

} // namespace

bool FindingFilter::shows(const FindingRow &row) const
{
    const Severity severity = row.finding.issue.severity;
    const bool wanted = row.exception                  ? excepted
                        : severity == Severity::Must   ? musts
                        : severity == Severity::Should ? shoulds
                                                       : asks;
    return wanted && (rule.isEmpty() || row.finding.issue.rule == rule);
}

FindingModel::FindingModel(QObject *parent) : QAbstractItemModel(parent) {}

void FindingModel::setSite(const CheckedSite &checked, const QList<content::Kind> &kinds)
{
    beginResetModel();
    m_site = checked.snapshot;
    m_kinds = kinds;
    m_rows.clear();
    m_rows.reserve(checked.report.findings.size());
    // The gate keeps the order of the findings, so one pass finds the exceptions.
    auto excepted = checked.gate.excepted.cbegin();
    for (const check::Finding &finding : checked.report.findings) {
        FindingRow row{finding, {}};
        if (excepted != checked.gate.excepted.cend() && excepted->first == finding) {
            row.exception = excepted->second;
            ++excepted;
        }
        m_rows.append(row);
    }
    for (const Severity severity : {Severity::Must, Severity::Should, Severity::Ask})
        m_signs[static_cast<size_t>(severity)] =
            mark(severityIcon(severity), severityColor(severity), signSize);
    regroup();
    endResetModel();
}

void FindingModel::setFilter(const FindingFilter &filter)
{
    beginResetModel();
    m_filter = filter;
    regroup();
    endResetModel();
}

void FindingModel::regroup()
{
    m_groups.clear();
    m_shown = 0;
    const QString words = m_filter.words.trimmed();
    QString path;
    bool pageMatches = false;
    for (int i = 0; i < m_rows.size(); ++i) {
        const FindingRow &row = m_rows.at(i);
        const Place &place = row.finding.issue.place;
        if (i == 0 || place.pagePath != path) {
            path = place.pagePath;
            const render::PageValue *page = pageOf(path);
            pageMatches = !words.isEmpty() &&
                          (path.contains(words, Qt::CaseInsensitive) ||
                           (page && page->content.title.contains(words, Qt::CaseInsensitive)));
        }
        const bool matches = words.isEmpty() || pageMatches ||
                             row.finding.issue.text.contains(words, Qt::CaseInsensitive);
        if (!matches || !m_filter.shows(row))
            continue;
        if (m_groups.isEmpty() || m_groups.constLast().path != path)
            m_groups.append({path, {}, 0});
        m_groups.last().rows.append(i);
        if (row.finding.issue.severity == Severity::Must && !row.exception)
            ++m_groups.last().musts;
        ++m_shown;
    }
    for (Group &group : m_groups) {
        std::stable_sort(group.rows.begin(), group.rows.end(), [this](int a, int b) {
            return m_rows.at(a).finding.issue.severity < m_rows.at(b).finding.issue.severity;
        });
    }
    std::stable_sort(m_groups.begin(), m_groups.end(),
                     [](const Group &a, const Group &b) { return (a.musts > 0) > (b.musts > 0); });
}

const render::PageValue *FindingModel::pageOf(const QString &path) const
{
    return m_site && !path.isEmpty() ? m_site->pageAt(path) : nullptr;
}

const content::Kind &FindingModel::kindOf(const QString &path) const
{
    const render::PageValue *page = pageOf(path);
    return content::kindNamed(m_kinds, page ? page->kind : QString());
}

const FindingRow *FindingModel::row(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == groupId)
        return nullptr;
    const Group &group = m_groups.at(static_cast<int>(index.internalId()) - 1);
    return &m_rows.at(group.rows.at(index.row()));
}

QList<FindingRow> FindingModel::rowsOf(const QModelIndex &index) const
{
    if (const FindingRow *one = row(index))
        return {*one};
    QList<FindingRow> rows;
    if (index.isValid()) {
        for (const int at : m_groups.at(index.row()).rows)
            rows.append(m_rows.at(at));
    }
    return rows;
}

QList<FindingRow> FindingModel::shownRows() const
{
    QList<FindingRow> rows;
    rows.reserve(m_shown);
    for (const Group &group : m_groups) {
        for (const int at : group.rows)
            rows.append(m_rows.at(at));
    }
    return rows;
}

QHash<QString, int> FindingModel::countByRule() const
{
    QHash<QString, int> counts;
    for (const FindingRow &row : m_rows)
        ++counts[row.finding.issue.rule];
    return counts;
}

QModelIndex FindingModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column,
                       parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : groupId);
}

QModelIndex FindingModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == groupId)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, groupId);
}

int FindingModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    if (parent.internalId() != groupId || parent.column() > 0)
        return 0;
    return static_cast<int>(m_groups.at(parent.row()).rows.size());
}

int FindingModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QVariant FindingModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (const FindingRow *one = row(index))
        return rowData(*one, index.column(), role);
    return groupData(m_groups.at(index.row()), index.column(), role);
}

QVariant FindingModel::groupData(const Group &group, int column, int role) const
{
    if (role == Qt::FontRole && column == TextColumn) {
        QFont bold;
        bold.setWeight(QFont::DemiBold);
        return bold;
    }
    if (role != Qt::DisplayRole)
        return {};
    if (column == RuleColumn)
        return tr("%n problem(s)", nullptr, static_cast<int>(group.rows.size()));
    if (column != TextColumn)
        return {};
    const render::PageValue *page = pageOf(group.path);
    if (group.path.isEmpty())
        return tr("The site as a whole");
    return page ? QStringLiteral("%1   %2").arg(visible(page->content.title), visible(group.path))
                : visible(group.path);
}

QVariant FindingModel::rowData(const FindingRow &row, int column, int role) const
{
    const check::Finding &finding = row.finding;
    switch (role) {
    case Qt::DecorationRole:
        return column == TextColumn ? m_signs[static_cast<size_t>(finding.issue.severity)]
                                    : QVariant();
    case Qt::ForegroundRole:
        if (row.exception)
            return style::tokens().muted;
        return column == FixColumn ? QVariant(style::tokens().accent) : QVariant();
    case Qt::AccessibleTextRole:
        if (column == TextColumn)
            return tr("%1: %2", "severity, problem")
                .arg(severityText(finding.issue.severity), finding.issue.text);
        return {};
    case Qt::ToolTipRole:
        return findingHtml(finding, false);
    case Qt::DisplayRole:
        break;
    default:
        return {};
    }
    if (column == RuleColumn)
        return ruleTitle(finding.issue.rule);
    if (column == FixColumn)
        return row.exception ? tr("Exception") : finding.fix ? finding.fix->label : QString();
    const QString text = visible(placedText(kindOf(finding.issue.place.pagePath), finding));
    return finding.issue.place.file.isEmpty()
               ? text
               : tr("%1: %2", "file, problem").arg(visible(finding.issue.place.file), text);
}

QVariant FindingModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TextColumn:
        return tr("Problem");
    case RuleColumn:
        return tr("Rule");
    default:
        return tr("Mending");
    }
}

} // namespace kakehashi::ui
