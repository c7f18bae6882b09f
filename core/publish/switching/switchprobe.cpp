#include "publish/switching/switchprobe.h"

#include "publish/switching/linkmaking.h"
#include "publish/switching/releases.h"
#include "publish/switching/way.h"

#include <QCoreApplication>
#include <QRandomGenerator>

namespace kakehashi::publish::switching {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Switching)
};

class Trial
{
public:
    Trial(RemoteFiles &files, const QString &root, const JobContext &context)
        : m_files(files), m_root(root), m_context(context)
    {
        const QString name =
            QLatin1String(ControlFolder::prefix) +
            QStringLiteral("probe-%1").arg(QRandomGenerator::global()->generate(), 0, 16);
        m_folder = ControlFolder::join(withoutName(root), name);
        m_inside = ControlFolder::join(root, name);
    }

    /// What does not work, or nothing.
    Result<QString> run()
    {
        const auto made = m_files.run({Operation::makeFolder(m_folder, 0700)}, m_context);
        if (!made)
            return passOn(made);
        if (!made->first().ok())
            return Text::tr("Nothing can be written into %1, which holds the link, so the site "
                            "cannot be switched by it. Ask the server's administrator for write "
                            "permission there.")
                .arg(withoutName(m_root));
        Result<QString> problem = tryAll();
        if (const auto gone = m_files.run({Operation::remove(m_inside), Operation::remove(at("a")),
                                           Operation::remove(at("b")), Operation::remove(at("c")),
                                           Operation::remove(at("d"))});
            !gone)
            return passOn(gone);
        if (const auto gone = m_files.run({Operation::removeFolder(m_folder)}); !gone)
            return passOn(gone);
        return problem;
    }

private:
    static QString withoutName(const QString &path)
    {
        const qsizetype slash = path.lastIndexOf(u'/');
        return slash == 0 ? QStringLiteral("/") : path.left(slash);
    }

    QString at(const char *name) const
    {
        return ControlFolder::join(m_folder, QLatin1String(name));
    }

    Result<QString> tryAll()
    {
        const Result<bool> drafted =
            isLinkAsDrafted(m_files, ControlFolder{m_root, m_folder}, m_context);
        if (!drafted && drafted.error().code == ErrorCode::Unsupported)
            return drafted.error().text;
        if (!drafted)
            return passOn(drafted);
        const auto wrote = m_files.run({Operation::write(at("a"), "trial")}, m_context);
        if (!wrote)
            return passOn(wrote);
        Batch makes{Operation::link(at("a"), at("b")), Operation::link(at("a"), m_inside),
                    Operation::symLink(at("c"), QStringLiteral("a")),
                    Operation::symLink(at("d"), QStringLiteral("b"))};
        makes[2].asDrafted = *drafted;
        makes[3].asDrafted = *drafted;
        const auto made = m_files.run(makes, m_context);
        if (!made)
            return passOn(made);
        const auto replaced = m_files.run({Operation::replace(at("d"), at("c"))}, m_context);
        if (!replaced)
            return passOn(replaced);
        const auto read = m_files.run({Operation::readLink(at("c"))}, m_context);
        if (!read)
            return passOn(read);
        if (made->at(0).ok() && !made->at(1).ok())
            return Text::tr("The site's folder lies on another file system than the link to it, "
                            "so files cannot be carried over by hard links. Ask the server's "
                            "administrator to move it beside the link.");
        if (!made->at(0).ok() || read->first().bytes != "b")
            return switchProblem(m_root, QStringLiteral("a"), {.replace = false});
        return QString();
    }

    RemoteFiles &m_files;
    const QString &m_root;
    const JobContext &m_context;
    QString m_folder;
    QString m_inside;
};

} // namespace

Result<SwitchProbe> probeSwitch(RemoteFiles &files, const QString &root, const JobContext &context)
{
    SwitchProbe probe;
    const auto read = files.run({Operation::readLink(root)}, context);
    if (!read)
        return passOn(read);
    probe.isLink = read->first().ok();
    probe.linkText = probe.isLink ? QString::fromUtf8(read->first().bytes) : QString();
    probe.problem = switchProblem(root, probe.linkText, files.features());
    if (!probe.problem.isEmpty())
        return probe;
    Result<QString> problem = Trial(files, root, context).run();
    if (!problem)
        return passOn(problem);
    probe.problem = *problem;
    return probe;
}

} // namespace kakehashi::publish::switching
