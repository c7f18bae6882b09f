#pragma once

#include "content/page/pagerepository.h"
#include "content/site/siterepository.h"
#include "delivery/conductor.h"
#include "delivery/sending.h"
#include "publish/historyrepository.h"
#include "publish/sentrepository.h"
#include "publish/signature/paramsfor.h"
#include "publish/targetrepository.h"
#include "support/faultyremotefiles.h"
#include "support/testsite.h"
#include "workspace/workspace.h"

#include <QDir>

namespace kakehashi::test {

template <typename T>
T need(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().text));
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// A small open site with home and one page, and folders to publish it to.
struct Office
{
    Office()
        : site(need(workspace::Workspace::create(folder.filePath(QStringLiteral("site")),
                                                 QStringLiteral("見本"))))
    {
        content::NewPage wanted{.kind = QStringLiteral("page"), .path = QStringLiteral("/kenmin/")};
        wanted.content.title = QStringLiteral("県民会議");
        wanted.content.body = QStringLiteral("はじめの本文です。");
        page = need(pages().create(wanted)).id;
        need(pages().approve({need(pages().byPath(QStringLiteral("/"))).id, page}));
    }

    content::PageRepository &pages() { return site->pages(); }

    publish::Target addFolder(const QString &name, bool noindex = false)
    {
        publish::Target target;
        target.name = name;
        target.kind = publish::Target::Kind::Local;
        target.path = folder.filePath(name + QStringLiteral("/www"));
        target.noindex = noindex;
        QDir().mkpath(target.path);
        target.id = need(publish::TargetRepository(site->database()).save(target));
        return target;
    }

    /// A new revision that nobody approved yet.
    int write(const QString &body)
    {
        auto content = need(pages().working(page)).content;
        content.body = body;
        return need(pages().saveWorking(page, content, QStringLiteral("みやぎ"))).number;
    }

    publish::PublishParams params(const publish::Target &target)
    {
        auto params = publish::paramsFor(
            {need(site->site().settings()).id.toString(), site->folder(), {}}, target, {}, {});
        params.author = author;
        return params;
    }
    delivery::Records records(const publish::Target &target)
    {
        return {site->database(), pages(), site->objects(), need(site->site().settings()),
                params(target).journalFolder};
    }

    /// The page's new text on its way to `target`, by a program that dies in the commit.
    void publishAndDie(const publish::Target &target)
    {
        const auto snapshot = need(site->snapshot({.promoted = {page}}));
        const auto built = need(render::renderSite(*snapshot, *need(site->theme()),
                                                   site->renderOptions(), site->objects()));
        auto faults = std::make_shared<Faults>();
        faults->before = [&faults = *faults,
                          began = false](const publish::Operation &operation) mutable {
            if (began && faults.killAfter < 0)
                faults.killAfter = faults.operations;
            began = began || operation.to.endsWith(QLatin1String("/journal"));
        };
        auto dying = params(target);
        dying.reconnectFor = std::chrono::seconds(0);
        publish::Publisher publisher(dying, faultyConnector(faults));
        const auto plan = need(publisher.plan(built.tree));
        const content::Page entry = need(pages().page(page));
        need(delivery::noteSending(dying, plan,
                                   {.approved = {{page, entry.working}},
                                    .formerLive = {{page, entry.live}},
                                    .revisions = {{page, entry.working}}}));
        if (publisher.publish(plan, site->objects(), {}))
            qFatal("The publish came to its end.");
    }
    static QByteArray published(const publish::Target &target)
    {
        return contentOf(target.path + QStringLiteral("/kenmin/index.html"));
    }
    QHash<Ulid, int> sent(const publish::Target &target)
    {
        return need(publish::SentRepository(site->database()).revisions(target.id));
    }
    QList<publish::HistoryEntry> history(const publish::Target &target)
    {
        return need(publish::HistoryRepository(site->database()).list(target.id));
    }

    QTemporaryDir folder;
    std::unique_ptr<workspace::Workspace> site;
    Ulid page;
    QString author = QStringLiteral("みやぎ");
};

/// Says yes to everything, unless a test wants something else said.
class Script : public delivery::Questions
{
public:
    explicit Script(Office &office) : m_office(office) {}

    Result<publish::PublishParams> access(const publish::Target &target, const Error *) override
    {
        return m_office.params(target);
    }
    Result<QString> trust(const publish::Target &, const Error &unknown) override
    {
        return tl::unexpected<Error>(unknown);
    }
    Result<delivery::Answer> agree(const delivery::Prepared &prepared) override
    {
        ++plans;
        if (say)
            return say(prepared);
        QStringList confirmed;
        for (const Issue &guard : prepared.plan.guards)
            confirmed.append(guard.rule);
        return delivery::Answer{delivery::Answer::Kind::Send, confirmed};
    }
    Result<void> keepKey(const QString &, const QByteArray &) override { return {}; }

    std::function<Result<delivery::Answer>(const delivery::Prepared &)> say;
    int plans = 0; ///< that were shown

private:
    Office &m_office;
};

inline Result<delivery::Outcome> publishWith(Office &office, Script &script,
                                             const delivery::Request &request,
                                             const JobContext &context = {})
{
    return delivery::Conductor({office.site->folder()}).run(request, script, context);
}

inline Result<delivery::Outcome> publishNow(Office &office, const delivery::Request &request)
{
    Script script(office);
    return publishWith(office, script, request);
}

} // namespace kakehashi::test
