#pragma once

#include <QByteArrayView>
#include <QString>

#include <atomic>

namespace kakehashi::render {

/// Makes files and folders that are not there yet by their names below one folder, with as few
/// calls into the system as that takes: QFile asks for much that a new file cannot have, which is
/// a third of a large build's writing. Any thread.
///
/// What it cannot do it leaves to the caller: on systems that have no openat(), nothing is done.
class NewFiles
{
public:
    explicit NewFiles(QString folder) : m_folder(std::move(folder)) {}
    ~NewFiles();
    Q_DISABLE_COPY_MOVE(NewFiles)

    /// True when the folder is there now. Only the path's last part is made.
    bool makeFolder(const QString &path);
    /// True when a file of that name was made and holds exactly these bytes. False when there was
    /// one already, or something failed; what may lie there then is for the caller to write anew.
    bool makeFile(const QString &path, QByteArrayView bytes);

private:
    int root();

    QString m_folder;
    std::atomic_int m_root = -1;
};

} // namespace kakehashi::render
