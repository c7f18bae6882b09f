#include "publish/remotefiles.h"

#include "base/visibletext.h"

#include <QCoreApplication>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::RemoteFiles)
};

Operation operation(Operation::Kind kind, QString path, QString to = {})
{
    Operation made;
    made.kind = kind;
    made.path = std::move(path);
    made.to = std::move(to);
    return made;
}

ErrorCode codeOf(Outcome::Status status)
{
    switch (status) {
    case Outcome::Status::Missing:
        return ErrorCode::NotFound;
    case Outcome::Status::Exists:
        return ErrorCode::AlreadyExists;
    case Outcome::Status::Denied:
        return ErrorCode::PermissionDenied;
    case Outcome::Status::NoSpace:
        return ErrorCode::DiskFull;
    case Outcome::Status::Unsupported:
        return ErrorCode::Unsupported;
    default:
        return ErrorCode::Failed;
    }
}

bool changesNothing(Operation::Kind kind)
{
    return kind == Operation::Kind::Look || kind == Operation::Kind::List ||
           kind == Operation::Kind::Read || kind == Operation::Kind::ReadLink;
}

QString unreadable(Outcome::Status status, const QString &path, const QString &serverText)
{
    if (status == Outcome::Status::Denied)
        return Text::tr("The server does not let this account read %1. Ask its administrator for "
                        "read permission there.")
            .arg(path);
    return Text::tr("The server could not read %1 (%2). Try again; when it stays so, tell the "
                    "server's administrator.")
        .arg(path, serverText);
}

QString sentenceOf(Operation::Kind kind, Outcome::Status status, const QString &path,
                   const QString &serverText)
{
    using Status = Outcome::Status;
    if (changesNothing(kind) && (status == Status::Denied || status == Status::Failed))
        return unreadable(status, path, serverText);
    switch (status) {
    case Outcome::Status::Missing:
        return Text::tr("%1 is not on the server (any more). Plan the publish again.").arg(path);
    case Outcome::Status::Exists:
        return Text::tr("%1 is on the server already and was left as it is. Plan the publish "
                        "again.")
            .arg(path);
    case Outcome::Status::Denied:
        return Text::tr("The server does not let this account write %1. Ask its administrator for "
                        "write permission there.")
            .arg(path);
    case Outcome::Status::NoSpace:
        return Text::tr("There is no space left on the server for %1. Free some space or raise "
                        "the quota, then publish again.")
            .arg(path);
    case Outcome::Status::Unsupported:
        return Text::tr("The server cannot do what is needed for %1 (%2).").arg(path, serverText);
    default:
        return Text::tr("The server refused to change %1 (%2). Look at its permissions and free "
                        "space, then publish again.")
            .arg(path, serverText);
    }
}

} // namespace

Operation Operation::look(QString path)
{
    return operation(Kind::Look, std::move(path));
}

Operation Operation::list(QString path)
{
    return operation(Kind::List, std::move(path));
}

Operation Operation::read(QString path, qint64 maxBytes)
{
    Operation made = operation(Kind::Read, std::move(path));
    made.size = maxBytes;
    return made;
}

Operation Operation::write(QString path, QByteArray bytes, Create create)
{
    Operation made = operation(Kind::Write, std::move(path));
    made.size = bytes.size();
    made.bytes = std::move(bytes);
    made.create = create;
    return made;
}

Operation Operation::writeFile(QString path, QString sourceFile, qint64 size, const Sha256 &hash)
{
    Operation made = operation(Kind::Write, std::move(path));
    made.sourceFile = std::move(sourceFile);
    made.size = size;
    made.hash = hash;
    made.create = Create::Truncate;
    return made;
}

Operation Operation::makeFolder(QString path, int mode)
{
    Operation made = operation(Kind::MakeFolder, std::move(path));
    made.mode = mode;
    return made;
}

Operation Operation::remove(QString path)
{
    return operation(Kind::Remove, std::move(path));
}

Operation Operation::removeFolder(QString path)
{
    return operation(Kind::RemoveFolder, std::move(path));
}

Operation Operation::move(QString from, QString to)
{
    return operation(Kind::Move, std::move(from), std::move(to));
}

Operation Operation::replace(QString from, QString to)
{
    return operation(Kind::Replace, std::move(from), std::move(to));
}

Operation Operation::link(QString from, QString to)
{
    return operation(Kind::Link, std::move(from), std::move(to));
}

Operation Operation::touch(QString path, qint64 time)
{
    Operation made = operation(Kind::Touch, std::move(path));
    made.time = time;
    return made;
}

Operation Operation::setMode(QString path, int mode)
{
    Operation made = operation(Kind::SetMode, std::move(path));
    made.mode = mode;
    return made;
}

Operation Operation::symLink(QString path, QString says)
{
    return operation(Kind::SymLink, std::move(path), std::move(says));
}

Operation Operation::readLink(QString path)
{
    return operation(Kind::ReadLink, std::move(path));
}

Operation Operation::prepare(QString path, int mode)
{
    Operation made = operation(Kind::Prepare, std::move(path));
    made.mode = mode;
    return made;
}

std::optional<Operation> RemoteFiles::dueMeanwhile() const
{
    return m_meanwhile.due ? m_meanwhile.due() : std::nullopt;
}

tl::unexpected<Error> outcomeError(const Operation &operation, const Outcome &outcome)
{
    // Of a rename, the new name is what the person knows; the other is in the control folder.
    const bool renames = !operation.to.isEmpty() && operation.kind != Operation::Kind::SymLink;
    const QString &path = renames ? operation.to : operation.path;
    const QString sentence =
        sentenceOf(operation.kind, outcome.status, visible(path), visible(outcome.text));
    return fail(codeOf(outcome.status), sentence,
                QStringLiteral("operation %1 %2 %3: %4")
                    .arg(static_cast<int>(operation.kind))
                    .arg(visible(operation.path), visible(operation.to), visible(outcome.text)));
}

Result<Outcomes> runAll(RemoteFiles &files, const Batch &batch, const JobContext &context,
                        Outcome::Status alsoFine)
{
    Result<Outcomes> outcomes = files.run(batch, context);
    if (!outcomes)
        return outcomes;
    for (qsizetype i = 0; i < batch.size(); ++i) {
        const Outcome &outcome = outcomes->at(i);
        if (!outcome.ok() && outcome.status != alsoFine)
            return outcomeError(batch.at(i), outcome);
    }
    return outcomes;
}

} // namespace kakehashi::publish
