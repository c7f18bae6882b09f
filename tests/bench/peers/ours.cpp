#include "tool.h"

#include "../numbers.h"
#include "publish/publisher.h"
#include "support/publishfixture.h"

#include <QDir>

#include <thread>

namespace kakehashi::bench {
namespace {

using publish::Publisher;

/// A folder as the renderer would have left it, with the hashes that it knows anyway.
class BuiltFolder final : public render::ByteSource
{
public:
    explicit BuiltFolder(const QString &folder)
    {
        for (const QString &path : filesBelow(folder)) {
            const QString file = folder + u'/' + path;
            const auto hash = Sha256::ofFile(file);
            must(hash.has_value(), file);
            const auto group = path == QLatin1String("index.html")     ? render::CommitGroup::Home
                               : path.endsWith(QLatin1String(".html")) ? render::CommitGroup::Page
                                                                       : render::CommitGroup::Asset;
            m_tree.files.append({path,
                                 *hash,
                                 QFileInfo(file).size(),
                                 group,
                                 {render::Origin::Kind::Page, path, path}});
            m_files.insert(*hash, file);
        }
    }

    const render::OutputTree &tree() const { return m_tree; }
    Result<QString> fileFor(const Sha256 &hash) const override
    {
        const auto file = m_files.constFind(hash);
        return file == m_files.constEnd()
                   ? Result<QString>(fail(ErrorCode::NotFound, QStringLiteral("no such bytes")))
                   : Result<QString>(*file);
    }

private:
    render::OutputTree m_tree;
    QHash<Sha256, QString> m_files;
};

class Ourselves final : public Tool
{
public:
    Ourselves() : Tool(QStringLiteral("kakehashi"), true) {}

    /// A state is published once, over the bare loopback, and copied back from then on.
    void lay(const Server &server, const LocalSite &site, const QString &place) override
    {
        const QString kept = place + QStringLiteral(".kept");
        if (m_kept != site.folder()) {
            QDir(place).removeRecursively();
            const BuiltFolder built(site.folder());
            const auto done =
                publishTo(paramsFor(server, server.sshd().port(), place), built, CancelToken());
            must(done.has_value(), done ? QString() : done.error().text + done.error().detail);
            copyFolder(place, kept);
            m_kept = site.folder();
            return;
        }
        copyFolder(kept, place);
    }

    void prepare(const LocalSite &site) override
    {
        m_built = std::make_unique<BuiltFolder>(site.folder());
    }

    End run(DelayedLine &line, const LocalSite &, const QString &place, int limitMs) override
    {
        CancelToken cancel;
        std::atomic_bool done = false;
        std::thread limit([&] {
            const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(limitMs);
            while (!done && std::chrono::steady_clock::now() < end)
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
            if (!done)
                cancel.cancel();
        });
        const auto report =
            publishTo(paramsFor(line.server(), line.port(), place), *m_built, cancel);
        done = true;
        limit.join();
        if (report)
            return End::Done;
        say(report.error().text + u' ' + report.error().detail);
        return cancel.isCancelled() ? End::TooLong : End::Failed;
    }

private:
    static publish::PublishParams paramsFor(const Server &server, quint16 port,
                                            const QString &place)
    {
        publish::PublishParams params;
        params.target.id = Ulid::fromString(QStringLiteral("01ARZ3NDEKTSV4RRFFQ69G5FAV"));
        params.target.host = server.sshd().host();
        params.target.port = port;
        params.target.user = server.user();
        params.target.auth = publish::Target::Auth::KeyFile;
        params.target.keyFile = server.sshd().clientKeyFile();
        params.target.hostKey = server.sshd().fingerprint();
        params.target.path = place + QStringLiteral("/www");
        params.siteId = QStringLiteral("01SITE");
        params.author = QStringLiteral("bench");
        params.journalFolder = place + QStringLiteral("/traces");
        QDir().mkpath(params.target.path);
        return params;
    }

    static Result<publish::Report> publishTo(const publish::PublishParams &params,
                                             const BuiltFolder &built, const CancelToken &cancel)
    {
        Publisher publisher(params);
        JobContext context;
        context.cancel = cancel;
        const auto plan = publisher.plan(built.tree(), {}, context);
        if (!plan)
            return passOn(plan);
        return publisher.publish(*plan, built, test::rulesOf(plan->guards), context);
    }

    std::unique_ptr<BuiltFolder> m_built;
    QString m_kept;
};

} // namespace

std::unique_ptr<Tool> ourselves()
{
    return std::make_unique<Ourselves>();
}

} // namespace kakehashi::bench
