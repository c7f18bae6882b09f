#include "ui/pages/navigator.h"

#include "ui/pages/pagedelegate.h"
#include "ui/pages/pagefilter.h"
#include "ui/pages/pagemenu.h"
#include "ui/pages/pagesearch.h"
#include "ui/pages/termchoice.h"
#include "ui/shell/background.h"
#include "ui/shell/elidedlabel.h"
#include "ui/shell/foldingrow.h"
#include "ui/shell/sitereading.h"
#include "ui/shell/text/kindtext.h"
#include "ui/style/style.h"

#include <QAction>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

namespace kakehashi::ui {

using content::PageState;

namespace {

constexpr int leastSearch = 140;

// Long enough not to search for every letter of a word that is being typed.
constexpr int searchDelay = 150;

} // namespace

PageNavigator::PageNavigator(Session &session, const QString &kind, const QString &heading,
                             QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_kind(kind)
    , m_model(new PageModel(kind.isEmpty() ? PageModel::Shape::Tree : PageModel::Shape::NewestFirst,
                            this))
    , m_filter(new PageFilter(this))
    , m_search(new QLineEdit(this))
    , m_states(new QComboBox(this))
    , m_terms(new TermChoice(session, kind, this))
    , m_view(new QTreeView(this))
    , m_empty(new QLabel(this))
{
    m_filter->setSourceModel(m_model);
    makeView();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header = makeHeader(heading));
    layout->addWidget(m_empty);
    layout->addWidget(m_view, 1);
    setFocusProxy(m_view);

    m_searchDelay.setSingleShot(true);
    m_searchDelay.setInterval(searchDelay);
    connect(m_search, &QLineEdit::textChanged, this, &PageNavigator::startSearch);
    connect(&m_searchDelay, &QTimer::timeout, this, &PageNavigator::searchBodies);
    connect(m_states, &QComboBox::currentIndexChanged, this, &PageNavigator::chooseState);
    connect(m_terms, &TermChoice::chosen, this, &PageNavigator::showOnly);
    connect(&session, &Session::siteChanged, this, &PageNavigator::reload);
    connect(&session, &Session::currentPageChanged, this, &PageNavigator::showCurrentPage);
    connect(&session, &Session::contentEdited, m_model,
            [this](const Ulid &page, const content::PageContent &content) {
                m_model->noteEdit(page, content.title);
            });
    reload();
}

QWidget *PageNavigator::makeHeader(const QString &heading)
{
    auto *header = new QWidget(this);
    style::markStrip(header);
    auto *name = new ElidedLabel(header);
    name->setText(heading);
    name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // the sidebar says it too
    QFont bold = name->font();
    bold.setWeight(QFont::DemiBold);
    name->setFont(bold);
    auto *add = new QToolButton(header);
    add->setIcon(style::icon(QStringLiteral("new")));
    add->setToolTip(tr("New page"));
    add->setAccessibleName(add->toolTip());
    connect(add, &QToolButton::clicked, this,
            [this] { askForNewPage(m_session, m_kind, window()); });

    m_search->setPlaceholderText(tr("Search"));
    m_search->setAccessibleName(tr("Search pages by title, path and text"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(style::icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_states->setAccessibleName(tr("Show which pages"));
    m_states->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_states->setMinimumContentsLength(4); // the column may be narrow
    m_states->addItem(tr("All"));
    for (const PageState state :
         {PageState::Draft, PageState::Changed, PageState::Live, PageState::Trashed})
        m_states->addItem(stateText(state), QVariant::fromValue(state));

    auto *top = new QHBoxLayout;
    top->addWidget(name, 1);
    top->addWidget(m_states);
    top->addWidget(add);
    auto *layout = new QVBoxLayout(header);
    layout->setContentsMargins(style::margin, style::gap, style::gap, style::gap);
    layout->setSpacing(style::gap);
    auto *below = new FoldingRow(header);
    below->add(m_search, 1, leastSearch);
    below->add(m_terms);
    layout->addLayout(top);
    layout->addWidget(below);
    return header;
}

QList<FocusStop> PageNavigator::mainStops() const
{
    return {{m_view, nullptr}};
}

QList<FocusStop> PageNavigator::toolStops() const
{
    return tabStopsIn(m_header);
}

void PageNavigator::makeView()
{
    m_view->setModel(m_filter);
    m_view->setHeaderHidden(true);
    m_view->setUniformRowHeights(!m_kind.isEmpty()); // in the tree long titles have two lines
    m_view->viewport()->installEventFilter(this);
    m_view->setItemDelegate(new PageDelegate(!m_kind.isEmpty(), m_view));
    m_view->setRootIsDecorated(m_kind.isEmpty());
    m_view->setIndentation(m_kind.isEmpty() ? 18 : 0);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setExpandsOnDoubleClick(true);
    m_view->setAccessibleName(tr("Pages"));
    m_view->installEventFilter(this);
    m_empty->setWordWrap(true);
    m_empty->setContentsMargins(style::margin, style::margin, style::margin, 0);
    style::markMuted(m_empty);
    connect(m_view, &QTreeView::clicked, this, &PageNavigator::openIndex);
    connect(m_view, &QTreeView::customContextMenuRequested, this, &PageNavigator::showMenu);
}

/// Pages of this list alone, and what of them is new.
Result<PageNavigator::Listed> PageNavigator::listed(const content::PageRepository &pages,
                                                    const QString &kind,
                                                    const QList<content::PageEntry> &before)
{
    auto entries = pages.list(true);
    if (!entries)
        return passOn(entries);
    if (!kind.isEmpty())
        entries->removeIf([&kind](const auto &entry) { return entry.page.kind != kind; });
    return Listed{*entries, PageModel::changedIn(before, *entries)};
}

void PageNavigator::reload()
{
    const int reading = ++m_reading;
    readWithoutWaiting(
        m_session, this,
        [kind = m_kind, before = m_entries](const workspace::SiteStores &stores) {
            return listed(stores.pages, kind, before);
        },
        [this, reading](const Result<Listed> &read) {
            if (reading == m_reading)
                showPages(read);
        });
}

void PageNavigator::showPages(const Result<Listed> &read)
{
    if (!read)
        return m_session.showError(read.error());
    m_entries = read->entries;
    const QSet<Ulid> edited = m_model->takeEdited();
    if (read->changed) {
        m_model->update(*read->changed);
        for (const content::PageEntry &entry : std::as_const(m_entries)) {
            if (edited.contains(entry.page.id)) // shown as it was typed
                m_model->update({entry});
        }
    } else {
        const QSet<Ulid> expanded = expandedPages();
        m_model->setEntries(m_entries);
        expandPages(expanded);
    }
    showCurrentPage();
    showEmptiness();
}

QSet<Ulid> PageNavigator::expandedPages() const
{
    QSet<Ulid> pages;
    const auto collect = [&](const auto &self, const QModelIndex &parent) -> void {
        for (int row = 0; row < m_filter->rowCount(parent); ++row) {
            const QModelIndex index = m_filter->index(row, 0, parent);
            if (!m_view->isExpanded(index))
                continue;
            pages.insert(index.data(PageModel::IdRole).value<Ulid>());
            self(self, index);
        }
    };
    collect(collect, {});
    return pages;
}

void PageNavigator::expandPages(const QSet<Ulid> &pages)
{
    for (const Ulid &page : pages)
        m_view->expand(m_filter->mapFromSource(m_model->indexOf(page)));
    if (!std::exchange(m_wasExpanded, true)) // home's children are the site
        m_view->expandToDepth(0);
}

void PageNavigator::startSearch()
{
    m_filter->setQuery(m_search->text());
    ++m_searchNumber; // an answer to a former question is no longer wanted
    m_searchDelay.start();
    if (!m_search->text().isEmpty())
        m_view->expandAll();
    showEmptiness();
}

void PageNavigator::searchBodies()
{
    if (searchWords(m_search->text()).isEmpty())
        return;
    m_session.takeSnapshot(
        this, [this, number = m_searchNumber](const Result<render::SnapshotPtr> &snapshot) {
            if (snapshot && number == m_searchNumber)
                searchIn(*snapshot);
        });
}

void PageNavigator::searchIn(const render::SnapshotPtr &snapshot)
{
    runInBackground(
        *QThreadPool::globalInstance(), this,
        [snapshot, query = m_search->text()] { return searchPages(*snapshot, query); },
        [this, number = m_searchNumber](const QSet<Ulid> &found) {
            if (number != m_searchNumber)
                return;
            m_filter->setFound(found);
            m_view->expandAll();
            showEmptiness();
        });
}

void PageNavigator::chooseState(int index)
{
    const QVariant chosen = m_states->itemData(index);
    m_filter->setState(chosen.isValid() ? std::optional(chosen.value<PageState>()) : std::nullopt);
    if (chosen.isValid())
        m_view->expandAll();
    showEmptiness();
}

void PageNavigator::showOnly(const std::optional<QSet<Ulid>> &pages)
{
    m_filter->setOnly(pages);
    if (pages)
        m_view->expandAll();
    showEmptiness();
}

void PageNavigator::showEmptiness()
{
    const bool isEmpty = m_filter->rowCount() == 0;
    m_empty->setVisible(isEmpty);
    if (!isEmpty)
        return;
    if (!m_search->text().isEmpty())
        m_empty->setText(tr("No page holds these words."));
    else
        m_empty->setText(m_model->rowCount() > 0 ? tr("No page is like this.")
                                                 : tr("Nothing here yet."));
}

void PageNavigator::openIndex(const QModelIndex &index)
{
    const Ulid page = index.data(PageModel::IdRole).value<Ulid>();
    if (!page.isNull())
        static_cast<void>(m_session.openPage(page)); // the session shows a failure itself
}

void PageNavigator::showCurrentPage()
{
    const QModelIndex index = m_filter->mapFromSource(m_model->indexOf(m_session.currentPage()));
    // Focus alone selects the first row; what is selected is what is open.
    if (!index.isValid())
        return m_view->clearSelection();
    if (index == m_view->currentIndex())
        return;
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
}

void PageNavigator::showMenu(const QPoint &position)
{
    const QModelIndex index = m_view->indexAt(position);
    if (!index.isValid())
        return;
    m_view->setCurrentIndex(index);
    QMenu *menu = makePageMenu(m_session, index.data(PageModel::IdRole).value<Ulid>(), this);
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

bool PageNavigator::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view->viewport() && event->type() == QEvent::Resize && m_kind.isEmpty())
        Q_EMIT m_view->itemDelegate()->sizeHintChanged({}); // titles fold at another place
    if (watched == m_view && event->type() == QEvent::FocusIn)
        QTimer::singleShot(0, this, &PageNavigator::showCurrentPage);
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_search && key == Qt::Key_Down) {
        m_view->setFocus();
        return true;
    }
    if (watched == m_search && key == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    if (watched == m_view && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        openIndex(m_view->currentIndex());
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kakehashi::ui
