#include "ui/pages/pagemodel.h"

#include "base/text.h"
#include "base/visibletext.h"
#include "ui/shell/text/datetext.h"
#include "ui/shell/text/kindtext.h"

#include <algorithm>

namespace kakehashi::ui {

using content::PageEntry;
using content::PageState;

namespace {

QString haystackOf(const PageEntry &entry)
{
    return folded(entry.title + u' ' + entry.page.path).toCaseFolded();
}

/// What is typed and not yet a revision makes a live page a changed one, as the editor says too.
PageState shownState(const PageEntry &entry)
{
    const PageState state = stateOf(entry.page);
    return state == PageState::Live && entry.hasDraft ? PageState::Changed : state;
}

/// Whether a row says the same of both.
bool saysTheSame(const PageEntry &one, const PageEntry &other)
{
    return one.title == other.title && one.page.kind == other.page.kind &&
           shownState(one) == shownState(other) && one.hasDraft == other.hasDraft &&
           one.date == other.date && one.window == other.window && one.author == other.author &&
           one.updatedAt == other.updatedAt && one.language.tag == other.language.tag;
}

bool hasSamePlace(const PageEntry &one, const PageEntry &other)
{
    return one.page.id == other.page.id && one.page.path == other.page.path &&
           one.page.position == other.page.position && one.page.trashed == other.page.trashed &&
           one.date == other.date;
}

void sortForTree(QList<PageEntry> &entries)
{
    // A parent's path is a prefix of its children's, so it always comes first.
    std::sort(entries.begin(), entries.end(),
              [](const PageEntry &a, const PageEntry &b) { return a.page.path < b.page.path; });
}

void sortNewestFirst(QList<PageEntry> &entries)
{
    std::stable_sort(entries.begin(), entries.end(), [](const PageEntry &a, const PageEntry &b) {
        return a.date == b.date ? a.page.path > b.page.path : a.date > b.date;
    });
}

} // namespace

PageModel::PageModel(Shape shape, QObject *parent)
    : QAbstractItemModel(parent), m_shape(shape), m_root(std::make_unique<Node>())
{}

PageModel::~PageModel() = default;

void PageModel::setEntries(const QList<PageEntry> &entries)
{
    if (hasSamePlaces(entries))
        return update(entries);
    beginResetModel();
    build(entries);
    endResetModel();
}

bool PageModel::hasSamePlaces(const QList<PageEntry> &entries) const
{
    if (entries.size() != m_nodes.size())
        return false;
    return std::all_of(entries.cbegin(), entries.cend(), [this](const PageEntry &entry) {
        const Node *node = m_nodes.value(entry.page.id);
        return node && node->entry.page.path == entry.page.path &&
               node->entry.page.position == entry.page.position &&
               (m_shape == Shape::Tree || node->entry.date == entry.date);
    });
}

std::optional<QList<PageEntry>> PageModel::changedIn(const QList<PageEntry> &before,
                                                     const QList<PageEntry> &after)
{
    if (before.size() != after.size() || before.isEmpty())
        return {};
    QList<PageEntry> changed;
    for (qsizetype i = 0; i < after.size(); ++i) {
        if (!hasSamePlace(before.at(i), after.at(i)))
            return {};
        if (!saysTheSame(before.at(i), after.at(i)))
            changed << after.at(i);
    }
    return changed;
}

void PageModel::update(const QList<PageEntry> &entries)
{
    for (const PageEntry &entry : entries) {
        Node *node = m_nodes.value(entry.page.id);
        if (!node)
            continue;
        const bool isSame = saysTheSame(node->entry, entry);
        node->entry = entry;
        if (isSame) // nearly all of them, each time that a page is stored
            continue;
        node->haystack = haystackOf(entry);
        const QModelIndex at = createIndex(node->row, 0, node);
        Q_EMIT dataChanged(at, at);
    }
}

void PageModel::build(QList<PageEntry> entries)
{
    m_root = std::make_unique<Node>();
    m_nodes.clear();
    if (m_shape == Shape::Tree)
        sortForTree(entries);
    else
        sortNewestFirst(entries);
    QHash<QString, Node *> byPath;
    for (const PageEntry &entry : std::as_const(entries)) {
        auto node = std::make_unique<Node>();
        node->entry = entry;
        node->haystack = haystackOf(entry);
        node->parent = m_shape == Shape::Tree && !entry.page.trashed
                           ? parentFor(entry.page.path, byPath)
                           : m_root.get();
        m_nodes.insert(entry.page.id, node.get());
        if (!entry.page.trashed)
            byPath.insert(entry.page.path, node.get());
        node->parent->children.push_back(std::move(node));
    }
    number(m_root.get());
}

PageModel::Node *PageModel::parentFor(const QString &path, const QHash<QString, Node *> &byPath)
{
    QString above = path;
    while (above.size() > 1) {
        above.chop(1);
        above.truncate(above.lastIndexOf(u'/') + 1);
        if (Node *node = byPath.value(above))
            return node;
    }
    return m_root.get();
}

void PageModel::number(Node *node) const
{
    if (m_shape == Shape::Tree) {
        std::stable_sort(node->children.begin(), node->children.end(),
                         [](const auto &a, const auto &b) {
                             return a->entry.page.position < b->entry.page.position;
                         });
    }
    int row = 0;
    for (const auto &child : node->children) {
        child->row = row++;
        number(child.get());
    }
}

void PageModel::noteEdit(const Ulid &page, const QString &title)
{
    Node *node = m_nodes.value(page);
    if (!node || (node->entry.title == title && node->entry.hasDraft))
        return;
    m_edited.insert(page);
    node->entry.hasDraft = true;
    node->entry.title = title;
    node->haystack = haystackOf(node->entry);
    const QModelIndex at = createIndex(node->row, 0, node);
    Q_EMIT dataChanged(at, at);
}

QModelIndex PageModel::indexOf(const Ulid &page) const
{
    Node *node = m_nodes.value(page);
    return node ? createIndex(node->row, 0, node) : QModelIndex();
}

Ulid PageModel::pageAt(const QModelIndex &index) const
{
    return index.isValid() ? nodeOf(index)->entry.page.id : Ulid();
}

PageModel::Node *PageModel::nodeOf(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Node *>(index.internalPointer()) : m_root.get();
}

QModelIndex PageModel::index(int row, int column, const QModelIndex &parent) const
{
    const Node *above = nodeOf(parent);
    if (column != 0 || row < 0 || static_cast<size_t>(row) >= above->children.size())
        return {};
    return createIndex(row, column, above->children.at(static_cast<size_t>(row)).get());
}

QModelIndex PageModel::parent(const QModelIndex &child) const
{
    Node *above = child.isValid() ? nodeOf(child)->parent : nullptr;
    if (!above || above == m_root.get())
        return {};
    return createIndex(above->row, 0, above);
}

int PageModel::rowCount(const QModelIndex &parent) const
{
    return static_cast<int>(nodeOf(parent)->children.size());
}

int PageModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant PageModel::data(const QModelIndex &index, int role) const
{
    const Node &node = *nodeOf(index);
    const PageEntry &entry = node.entry;
    switch (role) {
    case Qt::DisplayRole:
        return visible(entry.title.isEmpty() ? entry.page.path : entry.title);
    case Qt::ToolTipRole: // a narrow list shows a part of the title
        return QString(visible(entry.title) + u'\n' + describe(node).toString());
    case Qt::AccessibleDescriptionRole:
        return describe(node);
    case LanguageRole: // empty: the site's
        return entry.language.tag;
    case IdRole:
        return QVariant::fromValue(entry.page.id);
    case StateRole:
        return QVariant::fromValue(shownState(entry));
    case PathRole:
        return entry.page.path;
    case DateRole:
        return entry.date;
    case HaystackRole:
        return node.haystack;
    default:
        return {};
    }
}

QVariant PageModel::describe(const Node &node) const
{
    const PageEntry &entry = node.entry;
    QStringList lines{entry.page.path, stateText(shownState(entry))};
    if (entry.updatedAt.isValid()) {
        const QString when = whenText(entry.updatedAt);
        lines << (entry.author.isEmpty() ? when : tr("%1 by %2").arg(when, entry.author));
    }
    return lines.join(u'\n');
}

} // namespace kakehashi::ui
