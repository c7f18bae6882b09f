#include "ui/mainwindow/mainwindow.h"

#include "base/visibletext.h"
#include "content/page/pagerepository.h"
#include "content/site/siterepository.h"
#include "ui/editing/document.h"
#include "ui/editing/undofocus.h"
#include "ui/mainwindow/dialogs/commandpalette.h"
#include "ui/mainwindow/dialogs/failurepage.h"
#include "ui/mainwindow/dialogs/recentsites.h"
#include "ui/mainwindow/dialogs/startpage.h"
#include "ui/mainwindow/focusframe.h"
#include "ui/mainwindow/messagebar.h"
#include "ui/mainwindow/sidebar.h"
#include "ui/mainwindow/windowactions.h"
#include "ui/mainwindow/windowcall.h"
#include "ui/mainwindow/workbench.h"
#include "ui/shell/calmwheel.h"
#include "ui/shell/clickthrough.h"
#include "ui/shell/session.h"
#include "ui/shell/setting.h"

#include <QApplication>
#include <QEvent>
#include <QMenuBar>
#include <QScreen>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>
#include <QtQuickWidgets/QQuickWidget>

namespace kakehashi::ui {

namespace {

const Setting<QByteArray> geometrySetting{"window/geometry"};
const Setting<QString> panelSetting{"window/panel"};
const Setting<QVariantMap> pagesSetting{"window/lastPages"}; // site folder → page id

/// A window that is shown already when its first WebEngine view comes is made anew by the system:
/// it flickers and moves. An empty part of the same making, there from the start, spares that.
void reserveSurface(QWidget *window)
{
    auto *part = new QQuickWidget(window);
    part->setFixedSize(1, 1);
    part->hide();
}

} // namespace

MainWindow::MainWindow(const QList<Feature> &features, QWidget *parent)
    : QMainWindow(parent)
    , m_registry(this)
    , m_root(new QStackedWidget(this))
    , m_start(new StartPage(this))
    , m_failure(new FailurePage(this))
    , m_messages(new MessageBar(this))
    , m_call(new WindowCall(this))
{
    reserveSurface(this);
    registerWindowActions(m_registry, *this);
    for (const Feature &feature : features)
        feature(m_registry);
    m_registry.addPanelActions();
    buildMenus();
    buildFrame();
    if (!restoreGeometry(geometrySetting.value()))
        resize(QSize(1440, 900).boundedTo(screen()->availableSize()));
    m_registry.actions().setSession(nullptr);
    qApp->installEventFilter(new ClickThrough(this));
    qApp->installEventFilter(new CalmWheel(this));
    updateTitle();
}

MainWindow::~MainWindow()
{
    remember();
    closeSite();
}

void MainWindow::buildMenus()
{
    const std::pair<MenuPlace, QString> menus[] = {
        {MenuPlace::File, tr("&File")}, {MenuPlace::Edit, tr("&Edit")},
        {MenuPlace::View, tr("&View")}, {MenuPlace::Page, tr("&Page")},
        {MenuPlace::Help, tr("&Help")},
    };
    for (const auto &[place, title] : menus) {
        QMenu *menu = menuBar()->addMenu(title);
        m_registry.actions().fill(menu, place);
        menu->menuAction()->setVisible(!menu->isEmpty());
    }
}

void MainWindow::buildFrame()
{
    m_root->addWidget(m_start);
    m_root->addWidget(m_failure);
    m_frame = new FocusFrame(this);
    auto *layout = new QVBoxLayout(m_frame);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_root, 1);
    layout->addWidget(m_messages);
    setCentralWidget(m_frame);

    connect(m_start, &StartPage::openRequested, this, &MainWindow::askForFolder);
    connect(m_start, &StartPage::newRequested, this, &MainWindow::askForNewSite);
    connect(m_start, &StartPage::sampleRequested, this, &MainWindow::tryTheSample);
    connect(m_start, &StartPage::siteRequested, this, &MainWindow::openSite);
    connect(m_failure, &FailurePage::retryRequested, this, &MainWindow::openSite);
    connect(m_failure, &FailurePage::restoreRequested, this, &MainWindow::restoreBackup);
    connect(m_failure, &FailurePage::takeOverRequested, this, &MainWindow::takeOver);
    connect(m_call, &WindowCall::called, this, &MainWindow::comeToFront);
    connect(m_failure, &FailurePage::otherRequested, this, [this] {
        m_start->refresh();
        m_root->setCurrentWidget(m_start);
    });
}

void MainWindow::showSite(std::unique_ptr<workspace::Workspace> workspace)
{
    closeSite();
    if (const auto settings = workspace->site().settings())
        m_siteName = settings->name;
    rememberSite(workspace->folder(), m_siteName);
    m_call->listen(workspace->folder());
    m_session = std::make_unique<Session>(std::move(workspace), m_registry.actions());

    m_site = new QWidget(m_root);
    m_sidebar = new Sidebar(m_registry.panels(), m_site);
    m_panels = new QStackedWidget(m_site);
    m_workbench = new Workbench(m_panels);
    m_panels->addWidget(m_workbench);
    UndoFocus::setStack(m_panels, nullptr); // panels without steps of their own
    auto *layout = new QHBoxLayout(m_site);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_sidebar);
    layout->addWidget(m_panels, 1);
    m_root->addWidget(m_site);
    m_root->setCurrentWidget(m_site);

    m_frame->addEdge(m_sidebar);
    m_frame->addEdge(m_messages);
    followSession();
    for (const auto &makeCompanion : m_registry.companions())
        makeCompanion(*m_session);
    m_registry.actions().setSession(m_session.get());
    placeEditorAndPreview();
    const QString last = panelSetting.value();
    showPanel(last.isEmpty() ? QStringLiteral("pages") : last);
    openLastPage();
    updateTitle();
    sayFindings();
}

void MainWindow::followSession()
{
    Session *session = m_session.get();
    connect(m_sidebar, &Sidebar::chosen, this, &MainWindow::showPanel);
    connect(session, &Session::panelRequested, this, &MainWindow::showPanel);
    connect(session, &Session::gotoLineRequested, this, &MainWindow::showEditor);
    connect(session, &Session::gotoFindingRequested, this, &MainWindow::showEditor);
    connect(session, &Session::messageShown, m_messages, &MessageBar::showMessage);
    connect(session, &Session::badgeChanged, m_sidebar, &Sidebar::setBadge);
    connect(session, &Session::currentPageChanged, this, &MainWindow::updateTitle);
    connect(session, &Session::currentPageChanged, this, [this] {
        Document *open = m_session->currentDocument();
        if (!m_workbench)
            return;
        UndoFocus::setStack(m_workbench, open ? &open->undoStack() : nullptr);
        UndoFocus::of(*m_session).refresh();
    });
    connect(session, &Session::contentEdited, this, &MainWindow::updateTitle);
    connect(session, &Session::pageSaved, this, &MainWindow::updateTitle);
    connect(session, &Session::siteChanged, this, [this] {
        const auto settings = m_session->workspace().site().settings();
        if (settings && settings->name != m_siteName) {
            m_siteName = settings->name;
            rememberSite(siteFolder(), m_siteName);
        }
        updateTitle();
    });
}

void MainWindow::placeEditorAndPreview()
{
    for (const Panel &panel : m_registry.panels()) {
        if (panel.place == PanelPlace::Editor)
            m_workbench->setEditor(panelWidget(panel));
        if (panel.place != PanelPlace::Preview)
            continue;
        // WebEngine takes a moment to load; the window is usable before it.
        QTimer::singleShot(0, m_workbench,
                           [this, &panel] { m_workbench->setPreview(panelWidget(panel)); });
    }
}

QWidget *MainWindow::panelWidget(const Panel &panel)
{
    if (QWidget *known = m_panelWidgets.value(panel.id))
        return known;
    QWidget *widget = panel.make(*m_session, m_panels);
    m_panelWidgets.insert(panel.id, widget);
    if (panel.place != PanelPlace::Full)
        m_frame->addPanel(widget, panel.place);
    widget->setProperty("panel", panel.id); // the guide opens at the chapter of the focused one
    if (panel.place == PanelPlace::Full)
        m_panels->addWidget(widget);
    if (panel.place == PanelPlace::Navigator)
        m_workbench->addNavigator(widget);
    return widget;
}

void MainWindow::showPanel(const QString &id)
{
    if (!m_session)
        return;
    const QList<Panel> &panels = m_registry.panels();
    const auto panel = std::find_if(panels.cbegin(), panels.cend(),
                                    [&id](const Panel &each) { return each.id == id; });
    if (panel == panels.cend()) // a panel of another version, remembered in the settings
        return id == QLatin1String("pages") ? void() : showPanel(QStringLiteral("pages"));
    QWidget *widget = panelWidget(*panel);
    if (panel->place == PanelPlace::Full) {
        m_panels->setCurrentWidget(widget);
    } else {
        m_panels->setCurrentWidget(m_workbench);
        if (panel->place == PanelPlace::Navigator)
            m_workbench->showNavigator(widget);
    }
    if (!panel->title.isEmpty()) {
        m_currentPanel = id;
        m_sidebar->setCurrent(id);
    }
    widget->setFocus();
    UndoFocus::of(*m_session).enter(widget);
}

/// The list beside it stays as it is, unless a full panel covers both.
void MainWindow::showEditor()
{
    if (m_panels->currentWidget() != m_workbench)
        showPanel(QStringLiteral("pages"));
}

void MainWindow::openLastPage()
{
    const QString id = pagesSetting.value().value(siteFolder()).toString();
    content::PageRepository &pages = m_session->workspace().pages();
    auto page = pages.page(Ulid::fromString(id));
    // After a crash, what was being typed comes first.
    if (const auto drafts = pages.drafts(); drafts && !drafts->isEmpty())
        page = pages.page(drafts->constFirst().pageId);
    if (!page || page->trashed)
        page = pages.byPath(QStringLiteral("/"));
    if (page)
        static_cast<void>(m_session->openPage(page->id)); // a failure is shown by the session
}

void MainWindow::closeSite()
{
    if (!m_session)
        return;
    remember();
    m_call->listen({});
    m_registry.actions().setSession(nullptr);
    m_start->refresh();
    m_root->setCurrentWidget(m_start);
    delete m_site; // panels go before the session that they listen to
    m_site = nullptr;
    m_sidebar = nullptr;
    m_panels = nullptr;
    m_workbench = nullptr;
    m_panelWidgets.clear();
    m_currentPanel.clear();
    m_siteName.clear();
    m_messages->hide();
    m_session.reset();
    updateTitle();
}

QString MainWindow::siteFolder() const
{
    return m_session ? m_session->workspace().folder() : QString();
}

void MainWindow::updateTitle()
{
    QStringList parts;
    const Document *document = m_session ? m_session->currentDocument() : nullptr;
    if (document && !document->content().title.isEmpty())
        parts << document->content().title;
    if (!m_siteName.isEmpty())
        parts << m_siteName;
    parts << tr("Kakehashi");
    // The platform's mark for "modified" is left out: nothing can be lost by closing.
    setWindowTitle(visible(parts.join(QStringLiteral(" — "))));
}

void MainWindow::remember()
{
    geometrySetting.set(saveGeometry());
    if (!m_session)
        return;
    panelSetting.set(m_currentPanel);
    QVariantMap pages = pagesSetting.value();
    pages.insert(siteFolder(), m_session->currentPage().toString());
    pagesSetting.set(pages);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        Q_EMIT languageChanged();
}

} // namespace kakehashi::ui
