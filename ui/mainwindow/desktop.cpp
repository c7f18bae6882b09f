#include "ui/mainwindow/desktop.h"

#include "ui/mainwindow/dialogs/recentsites.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/shell/linestart.h"
#include "ui/shell/screenroom.h"
#include "ui/shell/text/language.h"
#include "ui/style/appearance.h"

#include <QApplication>
#include <QDir>
#include <QTimer>

namespace kakehashi::ui {

namespace {

// The content is Japanese in whatever language the window is; without these the fallback of some
// systems shows Chinese forms of the characters.
void preferJapaneseGlyphs()
{
    QFont font = QApplication::font();
    QStringList families = font.families();
    families << QStringLiteral("Noto Sans CJK JP") << QStringLiteral("Noto Sans JP")
             << QStringLiteral("Hiragino Sans") << QStringLiteral("Yu Gothic UI")
             << QStringLiteral("Meiryo UI");
    font.setFamilies(families);
    QApplication::setFont(font);
}

} // namespace

Desktop::Desktop(QApplication &application, QList<Feature> features)
    : m_features(std::move(features))
{
    preferJapaneseGlyphs();
    installLanguage();
    style::apply(application, style::chosenAppearance());
    showLineStarts(application);
    keepWithinScreens(application);
}

Desktop::~Desktop()
{
    delete m_window;
}

void Desktop::start(const QString &folder)
{
    makeWindow();
    const QStringList recent = recentSites();
    const QString site = !folder.isEmpty()  ? folder
                         : recent.isEmpty() ? QString()
                                            : recent.constFirst();
    if (site.isEmpty())
        return;
    // A second start for a site that is open brings its window to the front and is over.
    connect(m_window, &MainWindow::otherWindowCame, m_window, [window = m_window.data()] {
        if (!window->session())
            window->close();
    });
    m_window->openSite(site);
}

void Desktop::startSample(const QString &folder)
{
    makeWindow();
    if (QDir(folder).exists() && !QDir(folder).isEmpty())
        m_window->openSite(folder);
    else
        m_window->makeSample(folder);
}

void Desktop::makeWindow()
{
    m_window = new MainWindow(m_features);
    connect(m_window, &MainWindow::languageChanged, this, [this] {
        // Exchanging two translators tells twice, and the old window must not be destroyed inside
        // its own event handler.
        if (std::exchange(m_rebuilding, true))
            return;
        QTimer::singleShot(0, this, [this] {
            m_rebuilding = false;
            // Not before the question is gone, which the window owns.
            m_window->leaveSite([this] { QTimer::singleShot(0, this, &Desktop::rebuildWindow); });
        });
    });
    m_window->show();
}

void Desktop::rebuildWindow()
{
    const QString folder = m_window->siteFolder();
    const bool quits = QGuiApplication::quitOnLastWindowClosed();
    QGuiApplication::setQuitOnLastWindowClosed(false);
    delete m_window; // saves, and gives up the lock on the site
    makeWindow();
    if (!folder.isEmpty())
        m_window->openSite(folder);
    QGuiApplication::setQuitOnLastWindowClosed(quits);
}

} // namespace kakehashi::ui
