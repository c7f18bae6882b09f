#include "site.h"

#include "../numbers.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>

#include <algorithm>

namespace kakehashi::bench {
namespace {

const QDateTime &anHourAgo()
{
    static const QDateTime time =
        QDateTime::fromSecsSinceEpoch(QDateTime::currentSecsSinceEpoch() - 3600);
    return time;
}

void write(const QString &path, const QByteArray &start, qint64 size, const QDateTime &time)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    must(file.open(QIODevice::WriteOnly), path);
    QByteArray block = start.leftJustified(qsizetype(std::min<qint64>(size, 1 << 20)), 'x');
    QRandomGenerator noise(quint32(qHash(start, 1)));
    for (qint64 left = size; left > 0; left -= block.size()) {
        if (size > block.size()) // rsync would find repeated blocks
            noise.fillRange(reinterpret_cast<quint32 *>(block.data()), block.size() / 4);
        must(file.write(block.constData(), std::min<qint64>(left, block.size())) > 0, path);
    }
    must(file.flush() && file.setFileTime(time, QFileDevice::FileModificationTime), path);
}

} // namespace

LocalSite::LocalSite(QString folder) : m_folder(std::move(folder))
{
    QDir().mkpath(m_folder);
}

QString LocalSite::smallFile(int number)
{
    if (number == 0)
        return QStringLiteral("index.html");
    return QStringLiteral("d%1/f%2.html").arg(number % 40).arg(number);
}

void LocalSite::makeSmall(int count, int size)
{
    for (int i = 0; i < count; ++i)
        write(full(smallFile(i)), "page " + QByteArray::number(i), size, anHourAgo());
}

void LocalSite::makeFile(const QString &path, qint64 size)
{
    write(full(path), path.toUtf8(), size, anHourAgo());
}

void LocalSite::copyFrom(const LocalSite &other) const
{
    copyFolder(other.folder(), m_folder);
}

void LocalSite::change(int count, int state)
{
    for (int i = 0; i < count; ++i) {
        const QString path = full(smallFile(i));
        const QByteArray start =
            "page " + QByteArray::number(i) + " state " + QByteArray::number(state);
        write(path, start, QFileInfo(path).size(), anHourAgo().addSecs(10LL * state));
    }
}

void LocalSite::remove(int from, int count)
{
    for (int i = from; i < from + count; ++i)
        must(QFile::remove(full(smallFile(i))), smallFile(i));
}

void LocalSite::rename(int from, int count)
{
    for (int i = from; i < from + count; ++i) {
        const QString to = full(QStringLiteral("moved/%1.html").arg(i));
        QDir().mkpath(QFileInfo(to).path());
        must(QFile::rename(full(smallFile(i)), to), smallFile(i));
    }
}

QStringList filesBelow(const QString &folder)
{
    QStringList all;
    QDirIterator each(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (each.hasNext()) {
        const QString path = each.next().mid(folder.size() + 1);
        if (!path.startsWith(QLatin1String(".kakehashi-")))
            all.append(path);
    }
    all.sort();
    return all;
}

bool isSame(const QString &root, const LocalSite &site)
{
    const QStringList wanted = filesBelow(site.folder());
    if (filesBelow(root) != wanted)
        return false;
    return std::all_of(wanted.begin(), wanted.end(), [&](const QString &path) {
        QFile there(root + u'/' + path);
        QFile here(site.folder() + u'/' + path);
        if (there.size() != here.size() || !there.open(QIODevice::ReadOnly) ||
            !here.open(QIODevice::ReadOnly))
            return false;
        while (!here.atEnd()) {
            if (here.read(1 << 20) != there.read(1 << 20))
                return false;
        }
        return true;
    });
}

void copyFolder(const QString &from, const QString &to)
{
    QDir(to).removeRecursively();
    QDir().mkpath(to);
    const int failed =
        QProcess::execute(QStringLiteral("cp"), {QStringLiteral("-a"), from + u"/.", to});
    must(failed == 0, QStringLiteral("cp -a ") + from);
}

} // namespace kakehashi::bench
