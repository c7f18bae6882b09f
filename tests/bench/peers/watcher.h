#pragma once

#include "site.h"

#include <QList>
#include <QStringList>

#include <atomic>
#include <thread>

namespace kakehashi::bench {

/// A visitor who asks for a few pages again and again, some 200 times a second, while a tool
/// works: reads the files as a web server would and counts answers that are neither the old page
/// nor the new one, whole. A page that was not there before may be missing, but not cut short.
class Watcher
{
public:
    /// Looks at `paths` below `root`, whose old state lies there now and whose new one in `site`.
    Watcher(const QString &root, const LocalSite &site, const QStringList &paths);
    ~Watcher() { stop(); }
    Watcher(const Watcher &) = delete;
    Watcher &operator=(const Watcher &) = delete;

    void stop();
    int looked() const { return m_looked; }
    int bad() const { return m_bad; }

private:
    struct Page
    {
        QString file;
        QByteArray before; ///< null: was not there
        QByteArray after;  ///< null: shall not be there
        qint64 size = 0;   ///< of a large one, which is not read: the new size
    };
    void run();
    static bool isWhole(const Page &page);

    QList<Page> m_pages;
    std::atomic_bool m_stop = false;
    std::atomic_int m_looked = 0;
    std::atomic_int m_bad = 0;
    std::thread m_thread;
};

} // namespace kakehashi::bench
