#include "support/testsite.h"

#include "base/file.h"
#include "workspace/schema.h"

#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace kakehashi::test {

QDateTime firstMorning()
{
    return QDateTime({2026, 4, 1}, {0, 0}, Qt::UTC);
}

TestDatabase::TestDatabase()
{
    auto opened =
        store::Database::open(folder.filePath(QStringLiteral("test.sqlite")), workspace::schema());
    if (!opened)
        qFatal("%s", qPrintable(opened.error().text));
    database = std::move(*opened);
}

void put(const QString &path, const QByteArray &bytes)
{
    if (auto written = writeFile(path, bytes); !written)
        qFatal("%s", qPrintable(written.error().text));
}

QByteArray contentOf(const QString &path)
{
    return readFile(path, 1'000'000'000).value_or(QByteArray());
}

void setWritable(const QString &path, bool writable)
{
    QFile::Permissions permissions = QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther;
    if (QFileInfo(path).isDir())
        permissions |= QFile::ExeOwner | QFile::ExeGroup | QFile::ExeOther;
    if (writable)
        permissions |= QFile::WriteOwner;
    if (!QFile::setPermissions(path, permissions))
        qFatal("cannot set the permissions of %s", qPrintable(path));
}

// The real and the effective id, since access() asks the real one; the saved one leads back.
AsOrdinaryUser::AsOrdinaryUser()
{
#ifdef Q_OS_LINUX
    constexpr uid_t nobody = 65534;
    m_changed = geteuid() == 0 && setresuid(nobody, nobody, 0) == 0;
#endif
}

AsOrdinaryUser::~AsOrdinaryUser()
{
#ifdef Q_OS_LINUX
    if (m_changed && setresuid(0, 0, 0) != 0)
        qFatal("cannot become root again");
#endif
}

} // namespace kakehashi::test
