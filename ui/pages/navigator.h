#pragma once

#include "render/snapshot.h"
#include "ui/pages/pagemodel.h"
#include "ui/shell/focusorder.h"

#include <QSet>
#include <QTimer>
#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QTreeView;

namespace kakehashi::ui {

class PageFilter;
class Session;
class TermChoice;

/// The column beside the editor: pages as a tree, or those of one kind with the newest first, with
/// search and a choice of states.
class PageNavigator final : public QWidget, public FocusOrder
{
    Q_OBJECT

public:
    /// An empty `kind` shows every page as a tree.
    PageNavigator(Session &session, const QString &kind, const QString &heading,
                  QWidget *parent = nullptr);

    QTreeView *view() const { return m_view; }
    QLineEdit *searchField() const { return m_search; }
    QList<FocusStop> mainStops() const override;
    QList<FocusStop> toolStops() const override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeHeader(const QString &heading);
    void makeView();
    void reload();
    struct Listed
    {
        QList<content::PageEntry> entries;
        /// Of them; nothing: they have other places than before.
        std::optional<QList<content::PageEntry>> changed;
    };
    static Result<Listed> listed(const content::PageRepository &pages, const QString &kind,
                                 const QList<content::PageEntry> &before);
    void showPages(const Result<Listed> &read);
    void startSearch();
    void searchBodies();
    void searchIn(const render::SnapshotPtr &snapshot);
    void openIndex(const QModelIndex &index);
    void showCurrentPage();
    void showMenu(const QPoint &position);
    void chooseState(int index);
    void showOnly(const std::optional<QSet<Ulid>> &pages);
    QSet<Ulid> expandedPages() const;
    void expandPages(const QSet<Ulid> &pages);
    void showEmptiness();

    Session &m_session;
    QString m_kind;
    PageModel *m_model;
    PageFilter *m_filter;
    QLineEdit *m_search;
    QComboBox *m_states;
    TermChoice *m_terms;
    QTreeView *m_view;
    QWidget *m_header = nullptr;
    QLabel *m_empty;
    QTimer m_searchDelay;
    int m_searchNumber = 0;
    int m_reading = 0;
    QList<content::PageEntry> m_entries; ///< as they are shown
    bool m_wasExpanded = false;
};

} // namespace kakehashi::ui
