#include "publish/transaction/controlfolder.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::ControlFolder)
};

constexpr int ownerOnly = 0700;

/// For Apache 2.4 and 2.2; other servers are kept out by the mode and by the name.
QByteArray denyAll()
{
    return "<IfModule mod_authz_core.c>\nRequire all denied\n</IfModule>\n"
           "<IfModule !mod_authz_core.c>\nOrder deny,allow\nDeny from all\n</IfModule>\n";
}

QString chance()
{
    QString text;
    for (int i = 0; i < 4; ++i)
        text +=
            QStringLiteral("%1").arg(QRandomGenerator::system()->generate(), 8, 16, QChar(u'0'));
    return text;
}

/// Something made there can be renamed into the docroot: same file system, both writable. A folder
/// does for that, and takes one flight where a file takes two.
Result<bool> reachesRoot(RemoteFiles &files, const ControlFolder &control, const QString &here,
                         const JobContext &context)
{
    const QString there =
        control.published(QLatin1String(ControlFolder::prefix) + here.section(u'/', -1));
    const auto moved = files.run({Operation::move(here, there)}, context);
    if (!moved)
        return passOn(moved);
    const bool works = moved->first().ok();
    const auto cleaned = files.run({Operation::removeFolder(works ? there : here)}, context);
    if (!cleaned)
        return passOn(cleaned);
    return works;
}

tl::unexpected<Error> notWritable(const QString &root)
{
    return fail(ErrorCode::PermissionDenied,
                Text::tr("Nothing can be written into %1 on the server. Ask its administrator to "
                         "let this account write there, or correct the folder in the target's "
                         "settings.")
                    .arg(root));
}

Result<ControlFolder> notWritableBeside(const QString &root)
{
    return fail(ErrorCode::PermissionDenied,
                Text::tr("Nothing can be written beside %1 on the server, so the link cannot be "
                         "switched. Ask its administrator for write permission there, or let the "
                         "target put files in place.")
                    .arg(root));
}

/// OpenSSH says "Failure" for a file system that is mounted read-only, and for a full one.
tl::unexpected<Error> refusedWithoutReason(const QString &root, const Outcome &outcome)
{
    return fail(ErrorCode::PermissionDenied,
                Text::tr("The server refuses to make anything in %1 and does not say why. Most "
                         "likely that disk is mounted read-only, or it or the quota is full. Ask "
                         "the server's administrator, or correct the folder in the target's "
                         "settings. The site is unchanged.")
                    .arg(root),
                outcome.text);
}

Result<ControlFolder> makeInside(RemoteFiles &files, const QString &root, const JobContext &context)
{
    ControlFolder control{
        root, ControlFolder::join(root, QLatin1String(ControlFolder::prefix) + chance())};
    const auto made = files.run({Operation::makeFolder(control.path, ownerOnly)}, context);
    if (!made)
        return passOn(made);
    if (made->first().status == Outcome::Status::Denied)
        return notWritable(root);
    if (made->first().status == Outcome::Status::Failed)
        return refusedWithoutReason(root, made->first());
    if (!made->first().ok())
        return outcomeError(Operation::makeFolder(control.path), made->first());
    const Batch deny = denials(control);
    // Two first publishes may get here at once; both then see the same smallest name.
    const auto listed = runAll(files, deny + Batch{Operation::list(root)}, context);
    if (!listed)
        return passOn(listed);
    ControlFolder winner = findInside(root, listed->last().entries);
    if (!winner.isMade() || winner.path == control.path)
        return control;
    Batch leave;
    for (const Operation &denial : deny)
        leave.append(Operation::remove(denial.path));
    if (auto left = files.run(leave, context); !left)
        return passOn(left);
    if (auto left = files.run({Operation::removeFolder(control.path)}, context); !left)
        return passOn(left);
    return winner;
}

} // namespace

QString ControlFolder::undo(qint64 generation, const QString &transaction) const
{
    return undo() + QStringLiteral("/%1-%2").arg(generation).arg(transaction);
}

QString ControlFolder::join(const QString &folder, const QString &name)
{
    const QString slash = folder.endsWith(u'/') ? QString() : QStringLiteral("/");
    return folder + slash + name;
}

QString ControlFolder::beside(const QString &root)
{
    const qsizetype slash = root.lastIndexOf(u'/');
    if (slash < 0 || slash == root.size() - 1)
        return {};
    return root.left(slash + 1) + QLatin1String(prefix) + root.mid(slash + 1);
}

Batch denials(const ControlFolder &control)
{
    return {Operation::write(control.denial(), denyAll()),
            Operation::write(ControlFolder::join(control.path, QStringLiteral("index.html")), {})};
}

ControlFolder findInside(const QString &root, const QList<FolderEntry> &rootEntries)
{
    QStringList names;
    for (const FolderEntry &entry : rootEntries) {
        const bool isTrial = entry.name.contains(QLatin1String("probe-"));
        if (entry.info.isFolder() && !isTrial &&
            entry.name.startsWith(QLatin1String(ControlFolder::prefix)))
            names.append(entry.name);
    }
    const auto first = std::min_element(names.cbegin(), names.cend());
    return {root, first == names.cend() ? QString() : ControlFolder::join(root, *first)};
}

Batch makeBeside(const ControlFolder &beside)
{
    const QString name = QStringLiteral("probe-") + chance();
    const QString here = ControlFolder::join(beside.path, name);
    const QString there = beside.published(QLatin1String(ControlFolder::prefix) + name);
    return {Operation::makeFolder(beside.path, ownerOnly), Operation::makeFolder(here, ownerOnly),
            Operation::move(here, there), Operation::removeFolder(there),
            Operation::removeFolder(here)};
}

bool isProven(const Outcomes &made)
{
    const Outcome::Status status = made.at(0).status;
    const bool isThere = status == Outcome::Status::Ok || status == Outcome::Status::Exists;
    return isThere && made.at(2).ok();
}

Result<ControlFolder> makeControlFolder(RemoteFiles &files, const QString &root, bool mayBeInside,
                                        const JobContext &context)
{
    const ControlFolder beside{root, ControlFolder::beside(root)};
    if (!beside.isMade())
        return mayBeInside ? makeInside(files, root, context) : notWritableBeside(root);
    const QString probe = ControlFolder::join(beside.path, QStringLiteral("probe-") + chance());
    const auto made = files.run(
        {Operation::makeFolder(beside.path, ownerOnly), Operation::makeFolder(probe, ownerOnly)},
        context);
    if (!made)
        return passOn(made);
    const Outcome::Status status = made->first().status;
    if (status == Outcome::Status::Ok || status == Outcome::Status::Exists) {
        const Result<bool> works = reachesRoot(files, beside, probe, context);
        if (!works)
            return passOn(works);
        if (*works)
            return beside;
        if (auto left = files.run({Operation::removeFolder(beside.path)}, context); !left)
            return passOn(left);
    }
    return mayBeInside ? makeInside(files, root, context) : notWritableBeside(root);
}

} // namespace kakehashi::publish
