#pragma once

#include <QByteArray>
#include <QString>

namespace kakehashi::bench {

/// A site as a folder of files, which every tool brings to the server.
class LocalSite
{
public:
    /// `folder` is made, with its parents, where it is missing.
    explicit LocalSite(QString folder);

    const QString &folder() const { return m_folder; }

    /// `count` files of `size` bytes in 40 folders, one of them the home page. Each has its own
    /// content, and a time of an hour ago.
    void makeSmall(int count, int size);
    void makeFile(const QString &path, qint64 size);
    void copyFrom(const LocalSite &other) const; ///< with times, within the machine

    /// Other bytes of the same size in the first `count` small files, and a later time: `state`
    /// counts up, one second each, so that tools that only look at the time notice.
    void change(int count, int state);
    void remove(int from, int count);
    void rename(int from, int count); ///< to names that sort elsewhere; times stay

    static QString smallFile(int number);

private:
    QString full(const QString &path) const { return m_folder + u'/' + path; }

    QString m_folder;
};

/// The paths of all files below a folder that visitors could see, sorted.
QStringList filesBelow(const QString &folder);

/// Whether `root` shows exactly what `site` holds.
bool isSame(const QString &root, const LocalSite &site);

/// Copies a folder with times and hard links.
void copyFolder(const QString &from, const QString &to);

} // namespace kakehashi::bench
