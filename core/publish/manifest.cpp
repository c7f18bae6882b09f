#include "publish/manifest.h"

#include "base/clock.h"
#include "base/jsontext.h"
#include "publish/format/jsonlines.h"
#include "publish/format/storednames.h"
#include "security/pathguard.h"

#include <QCoreApplication>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Manifest)
};

QString thisFile()
{
    return Text::tr("The list of published files on the server");
}

QJsonObject toJson(const QMap<QString, KnownPublish> &others)
{
    constexpr int most = 8; // the first line has to stay within headBytes
    QJsonObject object;
    for (auto other = others.begin(); other != others.end() && object.size() < most; ++other)
        object.insert(other.key(),
                      QJsonObject{{QStringLiteral("generation"), other->generation},
                                  {QStringLiteral("transaction"), other->transaction},
                                  {QStringLiteral("at"), kakehashi::toStored(other->at)}});
    return object;
}

QMap<QString, KnownPublish> readOthers(const QJsonObject &object)
{
    QMap<QString, KnownPublish> others;
    for (auto other = object.begin(); other != object.end(); ++other) {
        const QJsonObject known = other.value().toObject();
        others.insert(other.key(), {wholeNumber(known, QStringLiteral("generation")),
                                    known.value(QLatin1String("transaction")).toString(),
                                    fromStored(known.value(QLatin1String("at")).toString())});
    }
    return others;
}

ManifestHead readHead(const JsonLines &from)
{
    const auto text = [&from](QLatin1String name) { return from.head.value(name).toString(); };
    ManifestHead head;
    head.site = text(QLatin1String("site"));
    head.generation = wholeNumber(from.head, QStringLiteral("generation"));
    head.transaction = text(QLatin1String("transaction"));
    head.published = fromStored(text(QLatin1String("published")));
    head.author = text(QLatin1String("author"));
    head.machine = text(QLatin1String("machine"));
    head.approval = text(QLatin1String("approval"));
    head.release = text(QLatin1String("release"));
    head.others = readOthers(from.head.value(QLatin1String("others")).toObject());
    head.body = from.body;
    return head;
}

std::string folderLine(const QString &folder)
{
    JsonText line;
    line.open('{').key("folder").text(folder).close('}');
    return line.take() + '\n';
}

std::string fileLine(const QString &path, const ManifestFile &file)
{
    JsonText line;
    line.open('{').key("group").text(storedName(file.group)).key("path").text(path);
    if (file.retired > 0)
        line.key("retired").number(file.retired);
    line.key("sha256").text(file.hash.toString()).key("size").number(file.size);
    line.key("time").number(file.time).close('}');
    return line.take() + '\n';
}

ManifestFile readFileLine(const QJsonObject &line)
{
    ManifestFile file;
    file.hash = Sha256::fromHex(line.value(QLatin1String("sha256")).toString());
    file.size = wholeNumber(line, QStringLiteral("size"));
    file.time = wholeNumber(line, QStringLiteral("time"));
    file.group = groupFromStored(line.value(QLatin1String("group")).toString());
    file.retired = wholeNumber(line, QStringLiteral("retired"));
    return file;
}

} // namespace

QByteArray Manifest::toBytes(const QByteArray &key) const
{
    QJsonObject first{{QStringLiteral("format"), ManifestHead::currentFormat},
                      {QStringLiteral("site"), head.site},
                      {QStringLiteral("generation"), head.generation},
                      {QStringLiteral("transaction"), head.transaction},
                      {QStringLiteral("published"), kakehashi::toStored(head.published)},
                      {QStringLiteral("author"), head.author},
                      {QStringLiteral("machine"), head.machine}};
    if (!head.approval.isEmpty())
        first.insert(QStringLiteral("approval"), head.approval);
    if (!head.release.isEmpty())
        first.insert(QStringLiteral("release"), head.release);
    if (!head.others.isEmpty())
        first.insert(QStringLiteral("others"), toJson(head.others));
    std::string body;
    for (const QString &folder : folders)
        body += folderLine(folder);
    for (auto file = files.begin(); file != files.end(); ++file)
        body += fileLine(file.key(), file.value());
    return JsonLines::toBytes(std::move(first), body, key);
}

Result<Manifest> Manifest::fromBytes(const QByteArray &bytes, const QByteArray &key)
{
    const Result<JsonLines> read =
        JsonLines::fromBytes(bytes, ManifestHead::currentFormat, thisFile(), key);
    if (!read)
        return passOn(read);
    Manifest manifest;
    manifest.head = readHead(*read);
    for (const QJsonObject &line : read->lines) {
        const bool isFolder = line.contains(QLatin1String("folder"));
        const QString path = line.value(QLatin1String(isFolder ? "folder" : "path")).toString();
        // Removals follow this list: whoever could write a path here must not reach outside.
        if (const auto safe = security::checkOutputPath(path); !safe)
            return fail(ErrorCode::Corrupt,
                        Text::tr("%1 names a file that cannot be ours (%2).").arg(thisFile(), path),
                        safe.error().text);
        if (isFolder) {
            manifest.folders.append(path);
            continue;
        }
        const ManifestFile file = readFileLine(line);
        if (file.hash.isNull())
            return fail(ErrorCode::Corrupt,
                        Text::tr("%1 names a file that cannot be ours (%2).").arg(thisFile(), path),
                        QStringLiteral("no hash"));
        manifest.files.insert(path, file);
    }
    return manifest;
}

Result<ManifestHead> manifestHead(const QByteArray &start, const QByteArray &key)
{
    const Result<JsonLines> read =
        JsonLines::headFromBytes(start, ManifestHead::currentFormat, thisFile(), key);
    if (!read)
        return passOn(read);
    return readHead(*read);
}

bool isSignedManifest(const QByteArray &start)
{
    return JsonLines::isSigned(start);
}

} // namespace kakehashi::publish
