#pragma once

#include "base/result.h"
#include "publish/signature/paramsfor.h"
#include "security/secretstore.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>

namespace kakehashi::ui {

/// Gets what is needed to log in: from the keychain, or from what was typed since the program
/// started. Nothing of it is ever written anywhere else. GUI thread.
class AccessKeeper final : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const Result<publish::PublishParams> &)>;
    using Kept = std::function<void(const Result<void> &)>;

    explicit AccessKeeper(std::unique_ptr<security::SecretStore> store, QObject *parent = nullptr);

    /// All that a Publisher needs. NotFound when a password has to be asked for. A key without a
    /// known passphrase is tried without one: most keys of scripts have none.
    void prepare(const publish::PublishingSite &site, const publish::Target &target,
                 QObject *context, Done done);

    /// Takes what was typed; `keep` also stores it in the keychain. `done` tells whether that
    /// worked; the typed secret is used either way.
    void give(const publish::Target &target, const QString &secret, bool keep, QObject *context,
              Kept done);
    /// A wrong one: the next fetch() asks again instead of sending it twice (fail2ban).
    void forget(const publish::Target &target);
    /// Takes it out of the keychain too, with the target.
    void remove(const publish::Target &target);

    /// Of the site, for signing; kept before the first list is signed with it.
    void fetchKey(const QString &siteId, QObject *context,
                  std::function<void(const publish::ManifestKey &)> done);
    void keepKey(const QString &siteId, const QByteArray &key, QObject *context, Kept done);

private:
    using Got = std::function<void(const Result<publish::Access> &)>;
    void fetch(const publish::Target &target, QObject *context, Got done);

    std::unique_ptr<security::SecretStore> m_store;
    QHash<QString, ssh::Secret> m_typed;
    QSet<QString> m_wrong;
    QHash<QString, publish::ManifestKey> m_newKeys; ///< by site
};

} // namespace kakehashi::ui
