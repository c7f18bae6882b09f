#pragma once

#include "render/theme.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace kakehashi::ui {

class Session;

/// Sees when somebody edits the site's theme folder with another program: the preview follows, and
/// a mistake is told with its file and line while the last good theme goes on.
class ThemeWatcher final : public QObject
{
    Q_OBJECT

public:
    explicit ThemeWatcher(Session &session);

private:
    void watch();
    void look();

    Session &m_session;
    QString m_folder;
    QFileSystemWatcher m_files;
    QTimer m_pause;           ///< editors write a file in several steps
    render::ThemePtr m_theme; ///< what the window shows
    QString m_problem;
};

} // namespace kakehashi::ui
