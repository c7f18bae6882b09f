#include "render/newfiles.h"

#include <QFile>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace kakehashi::render {

#ifdef Q_OS_UNIX

NewFiles::~NewFiles()
{
    if (const int opened = m_root; opened >= 0)
        ::close(opened);
}

int NewFiles::root()
{
    int opened = m_root;
    if (opened >= 0)
        return opened;
    const int mine =
        ::open(QFile::encodeName(m_folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (mine < 0 || m_root.compare_exchange_strong(opened, mine))
        return mine;
    ::close(mine);
    return opened;
}

bool NewFiles::makeFolder(const QString &path)
{
    const int folder = root();
    if (folder < 0)
        return false;
    const QByteArray name = QFile::encodeName(path);
    if (::mkdirat(folder, name.constData(), 0777) == 0)
        return true;
    struct stat there = {};
    return errno == EEXIST && ::fstatat(folder, name.constData(), &there, 0) == 0 &&
           S_ISDIR(there.st_mode);
}

bool NewFiles::makeFile(const QString &path, QByteArrayView bytes)
{
    const int folder = root();
    if (folder < 0)
        return false;
    const int file = ::openat(folder, QFile::encodeName(path).constData(),
                              O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0)
        return false;
    qsizetype done = 0;
    while (done < bytes.size()) {
        const auto written =
            ::write(file, bytes.data() + done, static_cast<size_t>(bytes.size() - done));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            break;
        done += written;
    }
    return ::close(file) == 0 && done == bytes.size();
}

#else

NewFiles::~NewFiles() = default;

bool NewFiles::makeFolder(const QString &)
{
    return false;
}

bool NewFiles::makeFile(const QString &, QByteArrayView)
{
    return false;
}

#endif

} // namespace kakehashi::render
