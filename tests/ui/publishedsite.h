#pragma once

#include "opensite.h"

#include "content/site/siterepository.h"
#include "delivery/sending.h"
#include "publish/historyrepository.h"
#include "publish/publisher.h"
#include "publish/targetrepository.h"
#include "render/render.h"
#include "security/secretstore.h"
#include "support/sshserver.h"

#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTest>

namespace kakehashi::test {

constexpr int patience = 15'000; // milliseconds, on a busy machine

inline std::unique_ptr<security::SecretStore> emptyKeychain()
{
    return std::make_unique<security::MemorySecretStore>();
}

/// A small open site that was published to a folder or a server, and everything needed to do so
/// again or to change the docroot behind its back.
class PublishedSite : public OpenSite
{
public:
    publish::Target addFolder()
    {
        publish::Target target;
        target.name = QStringLiteral("folder");
        target.kind = publish::Target::Kind::Local;
        target.path = file(QStringLiteral("docroot"));
        QDir().mkpath(target.path);
        m_root = target.path;
        return add(target);
    }

    publish::Target addServer(const ThrowawayServer &server)
    {
        publish::Target target;
        target.name = QStringLiteral("server");
        target.host = server.host();
        target.port = server.port();
        target.user = server.user();
        target.path = server.documentRoot();
        target.auth = publish::Target::Auth::KeyFile;
        target.keyFile = server.clientKeyFile();
        target.hostKey = server.fingerprint();
        m_root = target.path;
        return add(target);
    }

    publish::PublishParams params(const publish::Target &target)
    {
        publish::PublishParams params;
        params.target = target;
        params.siteId = session->workspace().site().settings().value().id.toString();
        params.author = QStringLiteral("みやぎ");
        params.machine = QStringLiteral("desk");
        params.journalFolder = siteFolder() + QStringLiteral("/publish");
        return params;
    }

    /// The page's text becomes public, as the publish panel does it.
    publish::Report publishText(const publish::Target &target, const Ulid &page,
                                const QString &text)
    {
        auto content = pages().working(page).value().content;
        content.body = text;
        require(pages().saveWorking(page, content, QStringLiteral("みやぎ")));
        const Ulid home = pages().byPath(QStringLiteral("/")).value().id;
        require(pages().approve({page, home}));
        workspace::Workspace &site = session->workspace();
        const auto built = render::renderSite(*site.snapshot({}).value(), *site.theme().value(),
                                              site.renderOptions(), site.objects());
        require(built);
        publish::Publisher publisher(params(target));
        const auto plan = publisher.plan(built->tree);
        require(plan);
        QStringList confirmed;
        for (const Issue &guard : plan->guards)
            confirmed << guard.rule;
        auto report = publisher.publish(*plan, site.objects(), confirmed);
        require(report);
        publish::HistoryRepository history(site.database());
        require(history.add(params(target), *plan, *report));
        return *report;
    }

    /// The same up to the last byte, but the program dies before it could note anything down.
    void publishTextAndDie(const publish::Target &target, const Ulid &page, const QString &text)
    {
        auto content = pages().working(page).value().content;
        content.body = text;
        require(pages().saveWorking(page, content, QStringLiteral("みやぎ")));
        workspace::Workspace &site = session->workspace();
        const auto built =
            render::renderSite(*site.snapshot({.promoted = {page}}).value(), *site.theme().value(),
                               site.renderOptions(), site.objects());
        require(built);
        publish::Publisher publisher(params(target));
        const auto plan = publisher.plan(built->tree);
        require(plan);
        const QHash<Ulid, int> revisions{{page, pages().page(page).value().working}};
        require(delivery::noteSending(params(target), *plan,
                                      {.approved = revisions, .revisions = revisions}));
        require(publisher.publish(*plan, site.objects(), {}));
    }

    /// By other means than ours.
    void put(const QString &path, const QByteArray &bytes) const
    {
        QFile there(m_root + u'/' + path);
        if (!there.open(QIODevice::WriteOnly) || there.write(bytes) != bytes.size())
            qFatal("%s", qPrintable(there.errorString()));
    }
    QByteArray published(const QString &path) const
    {
        QFile there(m_root + u'/' + path);
        return there.open(QIODevice::ReadOnly) ? there.readAll() : QByteArray();
    }
    QString root() const { return m_root; }

private:
    template <typename T>
    static void require(const Result<T> &result)
    {
        if (!result)
            qFatal("%s", qPrintable(result.error().text));
    }

    publish::Target add(publish::Target target)
    {
        const auto id = publish::TargetRepository(session->workspace().database()).save(target);
        require(id);
        target.id = *id;
        return target;
    }

    QString m_root;
};

/// The visible button of this name, enabled; else nullptr.
inline QPushButton *button(QWidget &panel, const char *name)
{
    for (QPushButton *found : panel.findChildren<QPushButton *>(QLatin1String(name))) {
        if (found->isVisible() && found->isEnabled())
            return found;
    }
    return nullptr;
}

/// What the panel says right now, for messages of failed tests.
inline QByteArray shownText(QWidget &panel)
{
    QStringList texts;
    for (const QLabel *label : panel.findChildren<QLabel *>()) {
        if (label->isVisible() && !label->text().trimmed().isEmpty())
            texts << label->text();
    }
    return texts.join(u'|').toUtf8();
}

/// Waits for the button and presses it.
#define PRESS(panel, name)                                                                      \
    do {                                                                                        \
        QTRY_VERIFY2_WITH_TIMEOUT(button(panel, name), shownText(panel).constData(), patience); \
        button(panel, name)->click();                                                           \
    } while (false)

} // namespace kakehashi::test
