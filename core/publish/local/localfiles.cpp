#include "publish/local/localfiles.h"

#include "publish/local/localoperation.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStorageInfo>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::LocalFiles)
};

} // namespace

LocalFiles::LocalFiles() = default;

Features LocalFiles::features() const
{
    return {};
}

Result<Outcomes> LocalFiles::run(const Batch &batch, const JobContext &context)
{
    ++m_roundTrips;
    Outcomes outcomes;
    outcomes.reserve(batch.size());
    for (const Operation &operation : batch) {
        if (context.cancel.isCancelled())
            return cancelled();
        outcomes.append(runLocally(operation));
        if (const auto between = dueMeanwhile())
            meanwhile().done(runLocally(*between));
    }
    return outcomes;
}

Result<QString> LocalFiles::resolve(const QString &path)
{
    const QString absolute = QDir::cleanPath(QDir::home().absoluteFilePath(path));
    const QFileInfo info(absolute);
    if (info.isSymLink() && !info.exists())
        return fail(ErrorCode::NotFound,
                    Text::tr("%1 is a link to a folder that is not there.").arg(absolute));
    const QString real = info.canonicalFilePath();
    return real.isEmpty() ? absolute : real;
}

Result<qint64> LocalFiles::freeBytes(const QString &path)
{
    const QStorageInfo storage(path);
    return storage.isValid() ? storage.bytesAvailable() : -1;
}

} // namespace kakehashi::publish
