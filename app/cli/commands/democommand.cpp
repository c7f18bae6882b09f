#include "commands.h"
#include "delivery.h"
#include "throwawayserver.h"

#include "content/page/pagerepository.h"
#include "publish/targetrepository.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

namespace kakehashi::cli {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::cli::Demo)
};

const auto foreignName = QStringLiteral("not-ours.txt");
const QByteArray foreignBytes("This file was on the server before us.\n");

struct Step
{
    QString what;
    QString found;
    bool ok = true;
    qint64 ms = 0;
};

/// The whole story on one machine: a sample site, an OpenSSH server of its own, two publishes and
/// a look at what the server holds. Nothing is left behind.
class Demo
{
public:
    explicit Demo(const Output &out) : m_out(out) {}

    Result<void> run();
    const QList<Step> &steps() const { return m_steps; }
    int verified() const { return m_verified; }

private:
    Result<void> makeSite();
    Result<void> checkSite();
    Result<void> startServer();
    Result<void> publishAll();
    Result<void> changeOnePage();
    Result<void> publishChange();
    Result<void> publishNothing();
    Result<void> verifyByHash();
    Result<publish::Report> publishOnce();
    void tell(const QString &what, const QString &found, bool ok = true);

    const Output &m_out;
    QTemporaryDir m_folder;
    std::unique_ptr<workspace::Workspace> m_site;
    std::unique_ptr<ThrowawayServer> m_server;
    std::unique_ptr<publish::Publisher> m_publisher;
    publish::Target m_target;
    render::OutputTree m_tree;
    QList<Step> m_steps;
    QElapsedTimer m_timer;
    int m_verified = 0;
};

void Demo::tell(const QString &what, const QString &found, bool ok)
{
    m_steps.append({what, found, ok, m_timer.restart()});
}

Result<void> Demo::run()
{
    m_timer.start();
    using Part = Result<void> (Demo::*)();
    for (const Part part :
         {&Demo::makeSite, &Demo::checkSite, &Demo::startServer, &Demo::publishAll,
          &Demo::changeOnePage, &Demo::publishChange, &Demo::publishNothing, &Demo::verifyByHash}) {
        if (auto done = (this->*part)(); !done)
            return done;
    }
    return {};
}

Result<void> Demo::makeSite()
{
    auto site = workspace::createSample(m_folder.filePath(QStringLiteral("site")), m_out.job());
    if (!site)
        return passOn(site);
    m_site = std::move(*site);
    const auto pages = m_site->pages().list();
    if (!pages)
        return passOn(pages);
    tell(Text::tr("Sample site"), Text::tr("%n page(s)", nullptr, static_cast<int>(pages->size())));
    return {};
}

Result<void> Demo::checkSite()
{
    const auto snapshot = m_site->snapshot({});
    const auto theme = m_site->theme();
    if (!snapshot || !theme)
        return snapshot ? Result<void>(passOn(theme)) : Result<void>(passOn(snapshot));
    render::NullSink sink;
    const auto built =
        render::renderSite(**snapshot, **theme, m_site->renderOptions(), sink, m_out.job());
    if (!built)
        return passOn(built);
    tell(Text::tr("Build and check"),
         Text::tr("%1 files, %2 problems").arg(built->tree.files.size()).arg(built->issues.size()),
         built->issues.isEmpty());
    return {};
}

Result<void> Demo::startServer()
{
    auto server = ThrowawayServer::start();
    if (!server)
        return passOn(server);
    m_server = std::move(*server);
    QFile foreign(m_server->documentRoot() + u'/' + foreignName);
    if (!foreign.open(QIODevice::WriteOnly) || foreign.write(foreignBytes) < 0)
        return fail(ErrorCode::Failed,
                    Text::tr("%1 could not be written: %2. Free some space for temporary files.")
                        .arg(QDir::toNativeSeparators(foreign.fileName()), foreign.errorString()));
    m_target.name = QStringLiteral("demo");
    m_target.host = m_server->host();
    m_target.port = m_server->port();
    m_target.user = m_server->user();
    m_target.path = m_server->documentRoot();
    m_target.auth = publish::Target::Auth::KeyFile;
    m_target.keyFile = m_server->clientKeyFile();
    m_target.hostKey = m_server->fingerprint();
    m_target.url = QStringLiteral("https://www.example.jp/");
    if (auto id = publish::TargetRepository(m_site->database()).save(m_target); !id)
        return passOn(id);
    auto params = publishParams(*m_site, m_target.name, -1);
    if (!params)
        return passOn(params);
    m_publisher = std::make_unique<publish::Publisher>(std::move(*params));
    tell(Text::tr("OpenSSH server"),
         QStringLiteral("127.0.0.1:%1  %2").arg(m_target.port).arg(m_target.hostKey));
    return {};
}

Result<publish::Report> Demo::publishOnce()
{
    auto tree = treeFor(*m_site, m_target, m_out.job());
    if (!tree)
        return passOn(tree);
    m_tree = std::move(*tree);
    const auto plan = m_publisher->plan(m_tree, {}, m_out.job());
    if (!plan)
        return passOn(plan);
    // The one guard that a docroot with a stranger's file raises; a person would tick it.
    return m_publisher->publish(*plan, m_site->objects(),
                                {QString::fromLatin1(publish::guard::foreignRoot)}, m_out.job());
}

Result<void> Demo::publishAll()
{
    const auto report = publishOnce();
    if (!report)
        return passOn(report);
    tell(Text::tr("First publish"),
         Text::tr("%1 files, %2 KB").arg(report->added).arg(report->bytesSent / 1000),
         report->added == m_tree.files.size());
    return {};
}

Result<void> Demo::changeOnePage()
{
    const auto page = m_site->pages().byPath(QStringLiteral("/kenmin/"));
    if (!page)
        return passOn(page);
    auto revision = m_site->pages().working(page->id);
    if (!revision)
        return passOn(revision);
    revision->content.body += Text::tr("\nThis line was added by the demonstration.\n");
    const auto saved =
        m_site->pages().saveWorking(page->id, revision->content, QStringLiteral("demo"));
    if (!saved)
        return passOn(saved);
    if (auto approved = m_site->pages().approve(page->id); !approved)
        return approved;
    tell(Text::tr("Change one page"), page->path);
    return {};
}

Result<void> Demo::publishChange()
{
    const auto report = publishOnce();
    if (!report)
        return passOn(report);
    // The page itself, feed and sitemap with its date, and the parts of the search index in which
    // its new words stand.
    constexpr int most = 20;
    const bool few = report->replaced >= 1 && report->replaced <= most;
    tell(Text::tr("Second publish"),
         Text::tr("%1 changed, %2 unchanged").arg(report->replaced).arg(report->unchanged),
         few && report->added == 0 && report->removed == 0);
    return {};
}

Result<void> Demo::publishNothing()
{
    const auto report = publishOnce();
    if (!report)
        return passOn(report);
    tell(Text::tr("Third publish, nothing changed"), Text::tr("%1 sent").arg(report->bytesSent),
         report->nothingToDo);
    return {};
}

Result<void> Demo::verifyByHash()
{
    int wrong = 0;
    for (const render::OutputFile &file : m_tree.files) {
        const auto hash = Sha256::ofFile(m_server->documentRoot() + u'/' + file.path);
        if (hash && *hash == file.hash)
            ++m_verified;
        else
            ++wrong;
    }
    tell(Text::tr("Hashes on the server"),
         Text::tr("%1 right, %2 wrong").arg(m_verified).arg(wrong), wrong == 0);
    QFile foreign(m_server->documentRoot() + u'/' + foreignName);
    const bool kept = foreign.open(QIODevice::ReadOnly) && foreign.readAll() == foreignBytes;
    tell(Text::tr("File that is not ours"), kept ? Text::tr("untouched") : Text::tr("damaged"),
         kept);
    return {};
}

int runDemo(const Output &out)
{
    Demo demo(out);
    const auto done = demo.run();
    QJsonArray array;
    QList<QStringList> rows;
    bool allOk = true;
    for (const Step &step : demo.steps()) {
        allOk = allOk && step.ok;
        array.append(QJsonObject{{QStringLiteral("step"), step.what},
                                 {QStringLiteral("found"), step.found},
                                 {QStringLiteral("ok"), step.ok},
                                 {QStringLiteral("milliseconds"), step.ms}});
        rows.append({step.ok ? Text::tr("ok") : Text::tr("WRONG"), step.what,
                     Text::tr("%1 ms").arg(step.ms), step.found});
    }
    out.done(
        {{QStringLiteral("steps"), array}, {QStringLiteral("verified"), demo.verified()}},
        table({Text::tr("Result"), Text::tr("Step"), Text::tr("Time"), Text::tr("Found")}, rows));
    if (!done)
        return out.isJson() ? exitCodeFor(done.error().code) : out.failed(done.error());
    return allOk ? ExitDone : ExitFailed;
}

} // namespace

void addDemoCommand(CLI::App &app, Context &context)
{
    auto *demo = app.add_subcommand("demo", "The whole story against an OpenSSH server of its own");
    demo->callback([&context] { context.exitCode = runDemo(context.out); });
}

} // namespace kakehashi::cli
