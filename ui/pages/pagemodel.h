#pragma once

#include "content/page/pagerepository.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QSet>

#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace kakehashi::ui {

/// Pages as a tree by their paths, or as a flat list of one kind with the newest first.
class PageModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum class Shape { Tree, NewestFirst };
    enum Role { IdRole = Qt::UserRole, StateRole, PathRole, DateRole, HaystackRole, LanguageRole };

    explicit PageModel(Shape shape, QObject *parent = nullptr);
    ~PageModel() override;

    /// Shows these pages. When only titles and states differ, rows stay and nothing collapses.
    void setEntries(const QList<content::PageEntry> &entries);
    /// Only these say something else; all pages have the places that they had.
    void update(const QList<content::PageEntry> &entries);
    /// What of `after` says something else than `before`; nothing when places have changed, too.
    /// Pure: any thread.
    static std::optional<QList<content::PageEntry>>
    changedIn(const QList<content::PageEntry> &before, const QList<content::PageEntry> &after);
    QSet<Ulid> takeEdited() { return std::exchange(m_edited, {}); } ///< by noteEdit() since
    void noteEdit(const Ulid &page, const QString &title);          ///< as it is being typed
    QModelIndex indexOf(const Ulid &page) const;
    Ulid pageAt(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Node
    {
        content::PageEntry entry;
        QString haystack; ///< title and path, folded, for searching
        Node *parent = nullptr;
        int row = 0;
        std::vector<std::unique_ptr<Node>> children;
    };

    void build(QList<content::PageEntry> entries);
    Node *parentFor(const QString &path, const QHash<QString, Node *> &byPath);
    bool hasSamePlaces(const QList<content::PageEntry> &entries) const;
    void number(Node *node) const;
    Node *nodeOf(const QModelIndex &index) const;
    QVariant describe(const Node &node) const;

    Shape m_shape;
    std::unique_ptr<Node> m_root;
    QHash<Ulid, Node *> m_nodes;
    QSet<Ulid> m_edited;
};

} // namespace kakehashi::ui
