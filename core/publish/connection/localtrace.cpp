#include "publish/connection/localtrace.h"

#include "base/clock.h"
#include "base/file.h"
#include "publish/format/jsonlines.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::LocalTrace)
};

constexpr qint64 largestTrace = 64 * 1024;
constexpr qint64 largestManifest = 256 * 1024 * 1024;

QString stemOf(const Target &target)
{
    if (!target.id.isNull())
        return target.id.toString();
    return Sha256::of(target.place().toUtf8()).toString().left(16);
}

} // namespace

LocalTrace::LocalTrace(const QString &folder, const Target &target)
    : m_folder(folder), m_stem(stemOf(target))
{
    load();
}

void LocalTrace::load()
{
    if (m_folder.isEmpty())
        return;
    const Result<QByteArray> bytes = readFile(file(QStringLiteral("json")), largestTrace);
    if (!bytes)
        return; // the first publish from this machine
    const QJsonObject object = QJsonDocument::fromJson(*bytes).object();
    m_control = object.value(QLatin1String("control")).toString();
    m_running.clear();
    for (const QJsonValue &value : object.value(QLatin1String("running")).toArray())
        m_running.append(value.toString());
    m_generation = std::max(m_generation, wholeNumber(object, QStringLiteral("generation")));
}

LocalTrace::~LocalTrace() = default;

QString LocalTrace::file(const QString &suffix) const
{
    return m_folder + u'/' + m_stem + u'.' + suffix;
}

QString LocalTrace::partNotes() const
{
    return m_folder.isEmpty() ? QString() : file(QStringLiteral("parts"));
}

Result<void> LocalTrace::claim()
{
    if (m_folder.isEmpty() || m_claim)
        return {};
    if (auto made = makeFolder(m_folder); !made)
        return made;
    auto claim = std::make_unique<QLockFile>(file(QStringLiteral("lock")));
    claim->setStaleLockTime(0); // only a dead process' lock is broken, however long it publishes
    if (!claim->tryLock(0))
        return fail(ErrorCode::Locked,
                    Text::tr("Another window or script on this machine is publishing to this "
                             "target. Wait until it has finished."));
    m_claim = std::move(claim);
    load(); // others may have published since
    return {};
}

void LocalTrace::release()
{
    m_claim.reset();
}

bool LocalTrace::isClaimed() const
{
    const QString name = file(QStringLiteral("lock"));
    if (m_folder.isEmpty() || !QFile::exists(name))
        return false;
    QLockFile other(name);
    other.setStaleLockTime(0);
    qint64 process = 0;
    QString host;
    QString program;
    const bool readable = other.getLockInfo(&process, &host, &program);
    if (readable && process == QCoreApplication::applicationPid())
        return true;
    return !other.tryLock(0); // breaks what a killed process left
}

Result<void> LocalTrace::save() const
{
    if (m_folder.isEmpty())
        return {};
    const QJsonObject object{{QStringLiteral("control"), m_control},
                             {QStringLiteral("running"), QJsonArray::fromStringList(m_running)},
                             {QStringLiteral("generation"), m_generation}};
    return writeFile(file(QStringLiteral("json")), QJsonDocument(object).toJson());
}

/// In a file of its own, because looking at a target must not touch what a publish notes.
std::optional<ServerTraits> LocalTrace::traitsOf(const QString &software) const
{
    if (m_traits && m_software == software)
        return m_traits;
    const auto bytes = m_folder.isEmpty() ? Result<QByteArray>(QByteArray())
                                          : readFile(file(QStringLiteral("server")), largestTrace);
    const QJsonObject server = QJsonDocument::fromJson(bytes ? *bytes : QByteArray()).object();
    if (software.isEmpty() || server.value(QLatin1String("software")).toString() != software)
        return std::nullopt;
    ServerTraits traits;
    traits.renameOverwrites = server.value(QLatin1String("renameOverwrites")).toBool();
    traits.setsTime = server.value(QLatin1String("setsTime")).toBool(true);
    return traits;
}

void LocalTrace::keepTraits(const QString &software, const ServerTraits &traits)
{
    m_software = software;
    m_traits = traits;
    if (m_folder.isEmpty() || !makeFolder(m_folder))
        return;
    const QJsonObject server{{QStringLiteral("software"), software},
                             {QStringLiteral("renameOverwrites"), traits.renameOverwrites},
                             {QStringLiteral("setsTime"), traits.setsTime}};
    static_cast<void>(writeFile(file(QStringLiteral("server")), QJsonDocument(server).toJson()));
}

Result<void> LocalTrace::begin(const QString &transaction, const QString &controlPath)
{
    constexpr int enough = 20; // attempts in a row that never gave their lock back
    if (m_running.size() >= enough)
        m_running.removeFirst();
    m_running.append(transaction);
    m_control = controlPath;
    return save();
}

Result<void> LocalTrace::end()
{
    m_running.clear();
    return save();
}

std::optional<Manifest> LocalTrace::manifest(const ManifestHead &head, const QByteArray &key) const
{
    const auto cached = lastManifest();
    if (!cached)
        return std::nullopt;
    const Result<ManifestHead> cachedHead = manifestHead(m_cached.left(headBytes), key);
    if (!cachedHead || !cachedHead->sameState(head))
        return std::nullopt;
    return cached;
}

std::optional<Manifest> LocalTrace::lastManifest() const
{
    if (m_folder.isEmpty())
        return std::nullopt;
    const Result<QByteArray> bytes = readFile(file(QStringLiteral("manifest")), largestManifest);
    if (!bytes)
        return std::nullopt;
    if (*bytes != m_cached) {
        Result<Manifest> read = Manifest::fromBytes(*bytes, {});
        m_cachedManifest = read ? std::optional(std::move(*read)) : std::nullopt;
        m_cached = *bytes;
    }
    return m_cachedManifest;
}

QByteArray LocalTrace::lastManifestStart() const
{
    QFile cached(file(QStringLiteral("manifest")));
    return !m_folder.isEmpty() && cached.open(QIODevice::ReadOnly) ? cached.read(headBytes)
                                                                   : QByteArray();
}

Result<void> LocalTrace::keepManifest(const QByteArray &bytes) const
{
    if (m_folder.isEmpty())
        return {};
    return writeFile(file(QStringLiteral("manifest")), bytes);
}

KnownPublish LocalTrace::newest() const
{
    const auto bytes = m_folder.isEmpty() ? Result<QByteArray>(QByteArray())
                                          : readFile(file(QStringLiteral("newest")), largestTrace);
    const QJsonObject seen = QJsonDocument::fromJson(bytes ? *bytes : QByteArray()).object();
    return {wholeNumber(seen, QStringLiteral("generation")),
            seen.value(QLatin1String("transaction")).toString(),
            fromStored(seen.value(QLatin1String("at")).toString())};
}

/// In a file of its own for the same reason as what is known of the server.
void LocalTrace::saw(const KnownPublish &publish) const
{
    if (m_folder.isEmpty() || publish.generation <= newest().generation || !makeFolder(m_folder))
        return;
    const QJsonObject seen{{QStringLiteral("generation"), publish.generation},
                           {QStringLiteral("transaction"), publish.transaction},
                           {QStringLiteral("at"), kakehashi::toStored(publish.at)}};
    // Without it, only who published from here notices that the server went back.
    static_cast<void>(writeFile(file(QStringLiteral("newest")), QJsonDocument(seen).toJson()));
}

void LocalTrace::keepManifestTime(qint64 time) const
{
    keep({time, QDateTime::currentMSecsSinceEpoch(), false});
}

void LocalTrace::sawManifest(const QByteArray &start) const
{
    constexpr qint64 secondIsOver = 2000; // milliseconds
    ManifestSeen seen = manifestSeen();
    // Another list lies there, and one that is put back may have any time.
    if (seen.time != 0 && lastManifestStart() != start)
        return keep({});
    const qint64 passed = std::abs(QDateTime::currentMSecsSinceEpoch() - seen.noted);
    if (seen.time == 0 || seen.isSettled || passed < secondIsOver)
        return;
    seen.isSettled = true;
    keep(seen);
}

qint64 LocalTrace::manifestTime() const
{
    const ManifestSeen seen = manifestSeen();
    return seen.isSettled ? seen.time : 0;
}

/// In a file of its own, again for that reason.
void LocalTrace::keep(const ManifestSeen &seen) const
{
    if (m_folder.isEmpty())
        return;
    const QJsonObject object{{QStringLiteral("manifestTime"), seen.time},
                             {QStringLiteral("noted"), seen.noted},
                             {QStringLiteral("settled"), seen.isSettled}};
    // Without it the next publish needs a flight more.
    static_cast<void>(writeFile(file(QStringLiteral("seen")), QJsonDocument(object).toJson()));
}

LocalTrace::ManifestSeen LocalTrace::manifestSeen() const
{
    const auto bytes = m_folder.isEmpty() ? Result<QByteArray>(QByteArray())
                                          : readFile(file(QStringLiteral("seen")), largestTrace);
    const QJsonObject seen = QJsonDocument::fromJson(bytes ? *bytes : QByteArray()).object();
    return {wholeNumber(seen, QStringLiteral("manifestTime")),
            wholeNumber(seen, QStringLiteral("noted")),
            seen.value(QLatin1String("settled")).toBool()};
}

} // namespace kakehashi::publish
