#include "publish/switching/linkmaking.h"

#include <QCoreApplication>
#include <QRandomGenerator>

namespace kakehashi::publish::switching {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::LinkMaking)
};

} // namespace

Result<bool> isLinkAsDrafted(RemoteFiles &files, const ControlFolder &control,
                             const JobContext &context)
{
    const QString software = files.server().software;
    if (software.isEmpty() || software.startsWith(QLatin1String("OpenSSH_")))
        return false;
    const QString trial = ControlFolder::join(
        control.path,
        QStringLiteral("trial-%1-").arg(QRandomGenerator::global()->generate(), 0, 16));
    // Both names are ours, so whichever of them the server makes is harmless.
    const QString link = trial + QStringLiteral("link");
    const QString text = trial + QStringLiteral("text");
    if (auto made = files.run({Operation::symLink(link, text)}, context); !made)
        return passOn(made);
    const auto read = files.run({Operation::readLink(link), Operation::readLink(text)}, context);
    if (!read)
        return passOn(read);
    if (auto gone = files.run({Operation::remove(link), Operation::remove(text)}); !gone)
        return passOn(gone);
    if (read->first().ok() && read->first().bytes == text.toUtf8())
        return false;
    if (read->last().ok() && read->last().bytes == link.toUtf8())
        return true;
    return fail(ErrorCode::Unsupported,
                Text::tr("This server makes no symbolic links, so the site cannot be switched by "
                         "one. Let the target put files in place instead."),
                read->first().text);
}

} // namespace kakehashi::publish::switching
