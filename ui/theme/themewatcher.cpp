#include "ui/theme/themewatcher.h"

#include "ui/shell/session.h"
#include "workspace/layout.h"

#include <QDesktopServices>
#include <QDirIterator>
#include <QUrl>

namespace kakehashi::ui {

using namespace std::chrono_literals;

ThemeWatcher::ThemeWatcher(Session &session)
    : QObject(&session)
    , m_session(session)
    , m_folder(workspace::layout::themeIn(session.workspace().folder()))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(200ms);
    const auto again = [this] { m_pause.start(); };
    connect(&m_files, &QFileSystemWatcher::fileChanged, this, again);
    connect(&m_files, &QFileSystemWatcher::directoryChanged, this, again);
    connect(&m_pause, &QTimer::timeout, this, &ThemeWatcher::look);
    if (const auto theme = session.workspace().theme())
        m_theme = *theme;
    watch();
}

/// Editors save by renaming, and a renewed theme is another folder of the same name: what was
/// watched may be another file by now, so all are named anew.
void ThemeWatcher::watch()
{
    const QStringList before = m_files.files() + m_files.directories();
    if (!before.isEmpty())
        m_files.removePaths(before);
    // A folder that is moved away says nothing itself; the one that it lies in does.
    QStringList paths{m_folder, m_session.workspace().folder()};
    QDirIterator below(m_folder, QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot,
                       QDirIterator::Subdirectories);
    while (below.hasNext())
        paths.append(below.next());
    m_files.addPaths(paths);
}

void ThemeWatcher::look()
{
    watch();
    Issue issue;
    const auto theme = m_session.workspace().theme(&issue);
    if (theme && *theme != m_theme) {
        m_theme = *theme;
        m_session.announceSiteChange();
    }
    if (issue.text == m_problem)
        return;
    const bool mended = issue.text.isEmpty();
    m_problem = issue.text;
    if (mended)
        return m_session.showMessage(
            {.level = Message::Level::Success, .text = tr("The theme works again.")});
    m_session.showMessage({.level = Message::Level::Error,
                           .text = issue.text,
                           .actionText = tr("Open the file"),
                           .action = [file = issue.place.file] {
                               QDesktopServices::openUrl(QUrl::fromLocalFile(file));
                           }});
}

} // namespace kakehashi::ui
