#include "watcher.h"

#include <QFile>
#include <QFileInfo>

#include <chrono>

namespace kakehashi::bench {
namespace {

constexpr qint64 large = 64 * 1024;

/// Null when there is no such file.
QByteArray contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = file.readAll();
    return bytes.isNull() ? QByteArray("") : bytes;
}

} // namespace

Watcher::Watcher(const QString &root, const LocalSite &site, const QStringList &paths)
{
    for (const QString &path : paths) {
        const QFileInfo fresh(site.folder() + u'/' + path);
        const QString file = root + u'/' + path;
        if (fresh.size() > large)
            m_pages.append({file, {}, {}, fresh.size()});
        else
            m_pages.append({file, contentOf(file), contentOf(fresh.filePath()), 0});
    }
    m_thread = std::thread([this] { run(); });
}

void Watcher::stop()
{
    m_stop = true;
    if (m_thread.joinable())
        m_thread.join();
}

bool Watcher::isWhole(const Page &page)
{
    if (page.size > 0) {
        const QFileInfo now(page.file);
        return !now.exists() || now.size() == page.size;
    }
    const QByteArray now = contentOf(page.file);
    if (now.isNull())
        return page.before.isNull() || page.after.isNull();
    return now == page.before || now == page.after;
}

void Watcher::run()
{
    for (qsizetype at = 0; !m_stop && !m_pages.isEmpty(); at = (at + 1) % m_pages.size()) {
        ++m_looked;
        m_bad += isWhole(m_pages.at(at)) ? 0 : 1;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
}

} // namespace kakehashi::bench
