#include "publish/journal.h"

#include "base/clock.h"
#include "base/jsontext.h"
#include "publish/format/jsonlines.h"
#include "publish/format/storednames.h"
#include "publish/switching/releases.h"
#include "security/pathguard.h"

#include <QCoreApplication>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Journal)
};

const QString lengthKey = QStringLiteral("length");

QString thisFile()
{
    return Text::tr("The record of the unfinished publish on the server");
}

void writeIdentity(JsonText &line, std::string_view name, const FileInfo &info, const Sha256 &hash)
{
    line.key(name).open('{').key("kind").text(storedName(info.kind));
    if (!hash.isNull())
        line.key("sha256").text(hash.toString());
    line.key("size").number(info.size).key("time").number(info.time);
    if (info.isFolder() && info.mode != 0)
        line.key("mode").number(info.mode);
    line.close('}');
}

void readIdentity(const QJsonObject &object, FileInfo &info, Sha256 &hash)
{
    info.kind = fileKindFromStored(object.value(QLatin1String("kind")).toString());
    info.size = wholeNumber(object, QStringLiteral("size"));
    info.time = wholeNumber(object, QStringLiteral("time"));
    if (info.isFolder())
        info.mode = static_cast<int>(wholeNumber(object, QStringLiteral("mode")) & 07777);
    hash = Sha256::fromHex(object.value(QLatin1String("sha256")).toString());
}

std::string stepLine(const JournalStep &step)
{
    JsonText line;
    line.open('{');
    writeIdentity(line, "after", step.after, step.afterHash);
    writeIdentity(line, "before", step.before, step.beforeHash);
    line.key("group").text(storedName(step.group)).key("path").text(step.path);
    line.key("stage").text(step.stage).key("step").text(storedName(step.kind));
    line.key("undo").text(step.undo).close('}');
    return line.take() + '\n';
}

JournalStep readStep(const QJsonObject &line)
{
    JournalStep step;
    step.kind = stepFromStored(line.value(QLatin1String("step")).toString());
    step.path = line.value(QLatin1String("path")).toString();
    step.stage = line.value(QLatin1String("stage")).toString();
    step.undo = line.value(QLatin1String("undo")).toString();
    step.group = groupFromStored(line.value(QLatin1String("group")).toString());
    readIdentity(line.value(QLatin1String("before")).toObject(), step.before, step.beforeHash);
    readIdentity(line.value(QLatin1String("after")).toObject(), step.after, step.afterHash);
    return step;
}

bool isPlainName(const QString &name)
{
    return name.isEmpty() || (!name.contains(u'/') && security::checkOutputPath(name).has_value());
}

} // namespace

QByteArray Journal::toBytes(const QByteArray &key) const
{
    QJsonObject first{{QStringLiteral("format"), currentFormat},
                      {QStringLiteral("site"), site},
                      {QStringLiteral("transaction"), transaction},
                      {QStringLiteral("generation"), generation},
                      {QStringLiteral("baseGeneration"), base.generation},
                      {QStringLiteral("baseTransaction"), base.transaction},
                      {QStringLiteral("author"), author},
                      {QStringLiteral("machine"), machine},
                      {QStringLiteral("started"), kakehashi::toStored(started)}};
    if (!approval.isEmpty())
        first.insert(QStringLiteral("approval"), approval);
    if (!linkAfter.isEmpty()) {
        first.insert(QStringLiteral("linkBefore"), linkBefore);
        first.insert(QStringLiteral("linkAfter"), linkAfter);
    }
    std::string body;
    for (const JournalStep &step : steps)
        body += stepLine(step);
    first.insert(lengthKey, static_cast<qint64>(body.size()));
    return JsonLines::toBytes(std::move(first), body, key);
}

bool Journal::isIncomplete(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    if (end < 0)
        return true;
    const auto head = JsonLines::headFromBytes(bytes, currentFormat, thisFile());
    return head && bytes.size() - end - 1 < wholeNumber(head->head, lengthKey);
}

bool Journal::isSigned(const QByteArray &bytes)
{
    return JsonLines::isSigned(bytes);
}

Result<Journal> Journal::fromBytes(const QByteArray &bytes, const QByteArray &key)
{
    const Result<JsonLines> read = JsonLines::fromBytes(bytes, currentFormat, thisFile(), key);
    if (!read)
        return passOn(read);
    const auto text = [&read](QLatin1String name) { return read->head.value(name).toString(); };
    Journal journal;
    journal.site = text(QLatin1String("site"));
    journal.transaction = text(QLatin1String("transaction"));
    journal.generation = wholeNumber(read->head, QStringLiteral("generation"));
    journal.base.site = journal.site;
    journal.base.generation = wholeNumber(read->head, QStringLiteral("baseGeneration"));
    journal.base.transaction = text(QLatin1String("baseTransaction"));
    journal.author = text(QLatin1String("author"));
    journal.machine = text(QLatin1String("machine"));
    journal.approval = text(QLatin1String("approval"));
    journal.linkBefore = text(QLatin1String("linkBefore"));
    journal.linkAfter = text(QLatin1String("linkAfter"));
    if (!journal.linkAfter.isEmpty() && !switching::isRelease(journal.linkAfter))
        return fail(ErrorCode::Corrupt, Text::tr("%1 names a file that cannot be ours (%2).")
                                            .arg(thisFile(), journal.linkAfter));
    journal.started = fromStored(text(QLatin1String("started")));
    for (const QJsonObject &line : read->lines) {
        const JournalStep step = readStep(line);
        const bool safe = security::checkOutputPath(step.path).has_value();
        if (!safe || !isPlainName(step.stage) || !isPlainName(step.undo))
            return fail(
                ErrorCode::Corrupt,
                Text::tr("%1 names a file that cannot be ours (%2).").arg(thisFile(), step.path));
        journal.steps.append(step);
    }
    return journal;
}

} // namespace kakehashi::publish
