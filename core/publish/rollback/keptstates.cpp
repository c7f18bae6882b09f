#include "publish/rollback/keptstates.h"

#include "base/file.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::KeptStates)
};

constexpr qint64 largestManifest = 256 * 1024 * 1024;

} // namespace

KeptStates::KeptStates(const QString &folder, const Target &target)
{
    if (!folder.isEmpty() && !target.id.isNull())
        m_folder = QDir(folder).filePath(target.id.toString() + QStringLiteral(".kept"));
}

QString KeptStates::file(qint64 generation) const
{
    return m_folder + u'/' + QString::number(generation);
}

Result<void> KeptStates::keep(qint64 generation, const QByteArray &manifest) const
{
    if (m_folder.isEmpty() || manifest.isEmpty())
        return {};
    if (auto written = writeFile(file(generation), qCompress(manifest)); !written)
        return written;
    const QList<qint64> kept = generations();
    for (qsizetype i = most; i < kept.size(); ++i)
        QFile::remove(file(kept.at(i)));
    return {};
}

QList<qint64> KeptStates::generations() const
{
    if (m_folder.isEmpty())
        return {};
    QList<qint64> numbers;
    for (const QString &name : QDir(m_folder).entryList(QDir::Files)) {
        bool isNumber = false;
        const qint64 number = name.toLongLong(&isNumber);
        if (isNumber)
            numbers.append(number);
    }
    std::sort(numbers.begin(), numbers.end(), std::greater<>());
    return numbers;
}

Result<Manifest> KeptStates::manifest(qint64 generation, const QByteArray &key) const
{
    const auto bytes = readFile(file(generation), largestManifest);
    if (!bytes)
        return fail(ErrorCode::NotFound,
                    Text::tr("What publish %1 put on the server is not noted on this machine.")
                        .arg(generation));
    return Manifest::fromBytes(qUncompress(*bytes), key);
}

QByteArray KeptStates::start(qint64 generation) const
{
    const auto bytes = m_folder.isEmpty() ? Result<QByteArray>(QByteArray())
                                          : readFile(file(generation), largestManifest);
    return bytes && !bytes->isEmpty() ? qUncompress(*bytes).left(headBytes) : QByteArray();
}

} // namespace kakehashi::publish
