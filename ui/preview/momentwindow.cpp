#include "ui/preview/momentwindow.h"

#include "ui/preview/page/momenthandler.h"
#include "ui/preview/page/requestguard.h"
#include "ui/preview/page/scheme.h"
#include "ui/style/style.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <QWebEngineDownloadRequest>
#include <QWebEnginePage>
#include <QWebEngineProfile>
#include <QWebEngineView>

namespace kakehashi::ui {
namespace {

/// Goes anywhere within the former site and nowhere else.
class MomentPage final : public QWebEnginePage
{
public:
    using QWebEnginePage::QWebEnginePage;

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType, bool) override
    {
        return isPreviewUrl(url);
    }
    QWebEnginePage *createWindow(WebWindowType) override { return nullptr; }
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel, const QString &, int,
                                  const QString &) override
    {}
};

} // namespace

void MomentWindow::open(const QString &title, const std::shared_ptr<const publish::Manifest> &state,
                        const render::ByteSource &objects, QWidget *parent)
{
    auto *window = new MomentWindow(title, state, objects, parent);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->resize(1080, 760);
    window->show();
}

MomentWindow::MomentWindow(const QString &title,
                           const std::shared_ptr<const publish::Manifest> &state,
                           const render::ByteSource &objects, QWidget *parent)
    : QWidget(parent, Qt::Window), m_view(new QWebEngineView(this))
{
    setWindowTitle(title);
    auto *profile = new QWebEngineProfile(this); // keeps nothing on the disk
    profile->setUrlRequestInterceptor(new RequestGuard(profile));
    profile->installUrlSchemeHandler(previewSchemeName, new MomentHandler(state, objects, profile));
    connect(profile, &QWebEngineProfile::downloadRequested, this,
            [](QWebEngineDownloadRequest *download) { download->cancel(); });
    m_view->setPage(new MomentPage(profile, m_view));
    m_view->setContextMenuPolicy(Qt::NoContextMenu);
    m_view->setAccessibleName(title);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar(title));
    layout->addWidget(m_view, 1);
    connect(m_view, &QWebEngineView::urlChanged, this,
            [this](const QUrl &url) { m_address->setText(url.path()); });
    m_view->load(previewUrl(QStringLiteral("/")));
}

MomentWindow::~MomentWindow()
{
    delete m_view; // the page must go before its profile
}

QWidget *MomentWindow::makeBar(const QString &title)
{
    auto *bar = new QWidget(this);
    style::markStrip(bar);
    auto *back = new QPushButton(tr("Back"), bar);
    back->setFlat(true);
    auto *home = new QPushButton(style::icon(QStringLiteral("home")), tr("Home page"), bar);
    home->setFlat(true);
    auto *what = new QLabel(title, bar);
    m_address = new QLabel(bar);
    style::markMuted(m_address);
    auto *note = new QLabel(tr("Only for looking"), bar);
    style::markMuted(note);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(style::gap, style::hairGap, style::margin, style::hairGap);
    for (QWidget *widget : {static_cast<QWidget *>(back), static_cast<QWidget *>(home),
                            static_cast<QWidget *>(what), static_cast<QWidget *>(m_address)})
        layout->addWidget(widget);
    layout->addStretch(1);
    layout->addWidget(note);
    connect(back, &QPushButton::clicked, m_view, &QWebEngineView::back);
    connect(home, &QPushButton::clicked, this,
            [this] { m_view->load(previewUrl(QStringLiteral("/"))); });
    return bar;
}

} // namespace kakehashi::ui
