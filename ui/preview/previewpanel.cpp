#include "ui/preview/previewpanel.h"

#include "base/clock.h"
#include "content/page/pagerepository.h"
#include "ui/preview/changesbutton.h"
#include "ui/preview/datemenu.h"
#include "ui/preview/page/livepage.h"
#include "ui/preview/page/scheme.h"
#include "ui/shell/actions.h"
#include "ui/shell/overflowbar.h"
#include "ui/shell/session.h"
#include "ui/shell/setting.h"
#include "ui/shell/text/datetext.h"
#include "ui/style/style.h"

#include <QAction>
#include <QButtonGroup>
#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace kakehashi::ui {
namespace {

constexpr int zooms[] = {50, 67, 75, 90, 100, 125, 150, 200}; // percent

const Setting<int> deviceSetting{"preview/device"};
const Setting<QVariantMap> zoomSetting{"preview/zoom"}; // device → percent, or Stage::fit

QString keyOf(Device device)
{
    return QString::number(static_cast<int>(device));
}

Device rememberedDevice()
{
    const int device = deviceSetting.value();
    const bool known = device >= 0 && device <= static_cast<int>(Device::Phone);
    return known ? static_cast<Device>(device) : Device::Desktop;
}

int rememberedZoom(Device device)
{
    const int percent = zoomSetting.value().value(keyOf(device), Stage::fit).toInt();
    return std::clamp(percent, 0, zooms[std::size(zooms) - 1]);
}

QLabel *makeHint(QWidget *parent)
{
    auto *hint = new QLabel(
        PreviewPanel::tr("Choose a page on the left.\nIt appears here as visitors will see it."),
        parent);
    hint->setAlignment(Qt::AlignCenter);
    hint->setWordWrap(true);
    style::markMuted(hint);
    return hint;
}

} // namespace

PreviewPanel::PreviewPanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_devices(new QButtonGroup(this))
    , m_stack(new QStackedWidget(this))
    , m_stage(new Stage(m_stack))
    , m_status(new QLabel(this))
    , m_changes(new ChangesButton(session, this))
{
    m_stack->addWidget(makeHint(m_stack));
    m_stack->addWidget(m_stage);
    style::markMuted(m_status);
    m_status->setContentsMargins(style::gap, style::hairGap, style::gap, style::hairGap);
    m_status->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_status->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeStrip());
    layout->addWidget(m_stack, 1);
    layout->addWidget(makeFoot());
    connectSession();
    connectActions();
    setDevice(rememberedDevice());
}

QWidget *PreviewPanel::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(0, 0, style::hairGap, 0);
    layout->setSpacing(0);
    layout->addWidget(m_status, 1);
    layout->addWidget(m_changes);
    connect(m_changes, &ChangesButton::placesChanged, this, &PreviewPanel::showChanges);
    return foot;
}

QWidget *PreviewPanel::makeStrip()
{
    auto *strip = new OverflowBar(this);
    strip->add(makeDeviceButton(Device::Desktop, tr("PC"), QStringLiteral("desktop")));
    strip->add(makeDeviceButton(Device::Tablet, tr("Tablet"), QStringLiteral("tablet")));
    strip->add(makeDeviceButton(Device::Phone, tr("Phone"), QStringLiteral("phone")));
    strip->addStretch();
    strip->add(makeZoomButton());
    strip->add(makeDateButton());
    connect(m_devices, &QButtonGroup::idClicked, this,
            [this](int id) { setDevice(static_cast<Device>(id)); });
    return strip;
}

QToolButton *PreviewPanel::makeDeviceButton(Device device, const QString &text, const QString &icon)
{
    auto *button = new QToolButton(this);
    button->setText(text);
    button->setIcon(style::icon(icon));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setToolTip(tr("Show the page at this width"));
    m_devices->addButton(button, static_cast<int>(device));
    return button;
}

QToolButton *PreviewPanel::makeDateButton()
{
    m_date = new QToolButton(this);
    m_date->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_date->setIcon(style::icon(QStringLiteral("history")));
    m_date->setPopupMode(QToolButton::InstantPopup);
    m_date->setAutoRaise(true);
    m_date->setToolTip(tr("See the site at another date"));
    auto *menu = new DateMenu(m_date);
    m_date->setMenu(menu);
    connect(menu, &DateMenu::chosen, this, &PreviewPanel::setAsOf);
    connect(menu, &DateMenu::publicOnlyChosen, this, &PreviewPanel::setPublicOnly);
    sayWhatIsShown();
    return m_date;
}

QToolButton *PreviewPanel::makeZoomButton()
{
    m_zoom = new QToolButton(this);
    m_zoom->setObjectName(QStringLiteral("zoom"));
    m_zoom->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_zoom->setPopupMode(QToolButton::InstantPopup);
    m_zoom->setAutoRaise(true);
    m_zoom->setAccessibleName(tr("Zoom of the preview"));
    m_zoom->setToolTip(m_zoom->accessibleName());
    auto *menu = new QMenu(m_zoom);
    m_zoom->setMenu(menu);
    const auto offer = [this, menu](const QString &text, int percent) {
        connect(menu->addAction(text), &QAction::triggered, this,
                [this, percent] { setZoom(percent); });
    };
    offer(tr("Fit the width"), Stage::fit);
    menu->addSeparator();
    for (const int percent : zooms)
        offer(tr("%1 %").arg(percent), percent);
    connect(m_stage, &Stage::scaled, this, &PreviewPanel::sayZoom);
    sayZoom();
    return m_zoom;
}

void PreviewPanel::connectActions()
{
    const auto connectTo = [this](const char *id, auto run) {
        if (QAction *action = m_session.actions().action(QLatin1String(id)))
            connect(action, &QAction::triggered, this, run);
    };
    connectTo("preview.larger", [this] { stepZoom(1); });
    connectTo("preview.smaller", [this] { stepZoom(-1); });
    connectTo("preview.fit", [this] { setZoom(Stage::fit); });
}

void PreviewPanel::connectSession()
{
    connect(&m_session, &Session::currentPageChanged, this, &PreviewPanel::open);
    connect(&m_session, &Session::siteChanged, this, &PreviewPanel::refresh);
    connect(&m_session, &Session::pageSaved, this, &PreviewPanel::refresh);
    connect(&m_session, &Session::caretMoved, this, [this](int line) {
        if (m_page)
            m_page->setCaret(line);
    });
    connect(&m_session, &Session::contentEdited, this,
            [this](const Ulid &page, const content::PageContent &content) {
                if (m_page && !m_publicOnly)
                    m_page->setContent(page, content);
            });
}

void PreviewPanel::connectPage()
{
    connect(m_page, &LivePage::lineClicked, &m_session, &Session::gotoLine);
    connect(m_page, &LivePage::linkClicked, this, &PreviewPanel::follow);
    connect(m_page, &LivePage::rendered, this, [this] { sayWhatIsShown(); });
    connect(m_page, &LivePage::failed, this, [this](const Error &error) { say(error.text, true); });
    connect(m_page, &LivePage::restarted, this,
            [this] { say(tr("The preview had stopped and was started again."), true); });
    connect(m_page, &LivePage::linkHovered, this, [this](const QUrl &url) {
        if (url.isEmpty())
            sayWhatIsShown();
        else
            say(isPreviewUrl(url) ? url.path() : url.toDisplayString());
    });
}

QList<FocusStop> PreviewPanel::mainStops() const
{
    if (!m_stage->isVisible())
        return {};
    return {{m_stage, m_stage}};
}

QList<FocusStop> PreviewPanel::toolStops() const
{
    QList<FocusStop> stops = tabStopsIn(this);
    stops.removeIf([this](const FocusStop &stop) {
        return stop.target == m_stage || m_stage->isAncestorOf(stop.target);
    });
    return stops;
}

LivePage *PreviewPanel::livePage()
{
    if (!m_page) {
        m_page = new LivePage(m_stage);
        m_stage->setPage(m_page);
        connectPage();
        refresh();
        open(m_session.currentPage());
        showChanges();
    }
    return m_page;
}

void PreviewPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    // Starting WebEngine takes long enough to be seen: the window comes first.
    if (!m_page)
        QTimer::singleShot(0, this, [this] { livePage(); });
}

/// What is public has no changed places, whatever is typed beside it.
void PreviewPanel::showChanges()
{
    if (m_page)
        m_page->setChanges(m_publicOnly ? QList<ChangedPlace>() : m_changes->places());
}

void PreviewPanel::setDevice(Device device)
{
    m_devices->button(static_cast<int>(device))->setChecked(true);
    m_stage->setZoom(rememberedZoom(device));
    m_stage->setDevice(device);
    deviceSetting.set(static_cast<int>(device));
    sayZoom();
}

void PreviewPanel::setZoom(int percent)
{
    QVariantMap remembered = zoomSetting.value();
    remembered.insert(keyOf(m_stage->device()), percent);
    zoomSetting.set(remembered);
    m_stage->setZoom(percent);
    sayZoom();
}

void PreviewPanel::stepZoom(int steps)
{
    const auto now = static_cast<int>(m_stage->scale() * 100 + 0.5);
    const auto larger = std::upper_bound(std::begin(zooms), std::end(zooms), now);
    const auto same = std::lower_bound(std::begin(zooms), std::end(zooms), now);
    if (steps > 0 && larger != std::end(zooms))
        setZoom(*larger);
    if (steps < 0 && same != std::begin(zooms))
        setZoom(*std::prev(same));
}

void PreviewPanel::sayZoom()
{
    m_zoom->setText(tr("%1 %").arg(static_cast<int>(m_stage->scale() * 100 + 0.5)));
}

void PreviewPanel::setAsOf(const QDateTime &time)
{
    m_asOf = time;
    refresh();
}

void PreviewPanel::setPublicOnly(bool on)
{
    m_publicOnly = on;
    refresh();
    if (m_page)
        open(m_session.currentPage());
    showChanges();
}

void PreviewPanel::refresh()
{
    sayWhatIsShown();
    if (!m_page)
        return;
    using Revisions = workspace::SnapshotOptions::Revisions;
    const bool isPlain = !m_publicOnly && !m_asOf.isValid();
    const auto revisions = m_publicOnly ? Revisions::Live : Revisions::Working;
    const int reading = ++m_reading;
    const auto show = [this, reading](const Result<render::SnapshotPtr> &snapshot) {
        if (reading == m_reading)
            showSite(snapshot);
    };
    if (isPlain)
        m_session.takeSnapshot(this, show);
    else
        m_session.takeSnapshot(this, {revisions, {}, m_asOf}, show);
}

void PreviewPanel::showSite(const Result<render::SnapshotPtr> &snapshot)
{
    Issue problem;
    const auto theme = m_session.workspace().theme(&problem);
    if (!snapshot || !theme) {
        say(snapshot ? theme.error().text : snapshot.error().text, true);
        return;
    }
    SiteState state{*snapshot, *theme, m_session.workspace().renderOptions()};
    state.options.preview = true;
    m_page->setState(state);
    if (!problem.text.isEmpty())
        say(problem.text, true);
}

void PreviewPanel::open(const Ulid &page)
{
    m_stack->setCurrentIndex(page.isNull() ? 0 : 1);
    if (!m_page || page.isNull())
        return;
    m_page->showPage(page);
    if (!m_publicOnly)
        m_page->setContent(page, m_session.currentContent());
}

void PreviewPanel::follow(const QUrl &url)
{
    if (!isPreviewUrl(url)) {
        say(tr("This leads out of the site: %1. The preview does not go there.")
                .arg(url.toDisplayString()));
        return;
    }
    const auto page = m_session.workspace().pages().byPath(url.path());
    if (!page) {
        say(tr("%1 is no page that can be edited.").arg(url.path()));
        return;
    }
    // A failure is shown by the session.
    const auto opened = m_session.openPage(page->id);
    Q_UNUSED(opened)
}

void PreviewPanel::say(const QString &text, bool isWarning)
{
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText,
                     isWarning ? style::tokens().warning : style::tokens().muted);
    m_status->setPalette(colours);
    m_status->setText(text);
    m_status->setToolTip(text);
}

void PreviewPanel::sayWhatIsShown()
{
    const QString date = whenText(m_asOf);
    m_date->setText(m_asOf.isValid() ? date : m_publicOnly ? tr("Published") : tr("Now"));
    if (m_publicOnly)
        say(tr("This is what is published. What you type is not shown here."), true);
    else if (m_asOf.isValid())
        say(tr("The site as it will be at %1 (Japan).").arg(date), true);
    else
        say(QString());
}

} // namespace kakehashi::ui
