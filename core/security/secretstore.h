#pragma once

#include "base/result.h"

#include <QHash>
#include <QString>

#include <functional>

class QObject;

namespace kakehashi::security {

/// Where passwords and keys are kept; never in the site folder. Keys are stable names such as
/// "target/01J…/password". Call from the main thread; `done` runs there later, once, unless
/// `context` is gone by then.
class SecretStore
{
public:
    using ReadDone = std::function<void(Result<QString>)>;
    using Done = std::function<void(Result<void>)>;

    virtual ~SecretStore() = default;
    /// NotFound when there is none of this key; Unsupported when the system has no keyring.
    virtual void read(const QString &key, QObject *context, ReadDone done) = 0;
    virtual void write(const QString &key, const QString &secret, QObject *context, Done done) = 0;
    /// Removing what is not there is no error.
    virtual void remove(const QString &key, QObject *context, Done done) = 0;
};

/// The system's keyring: Windows Credential Manager, macOS Keychain, Secret Service or KWallet.
class KeychainSecretStore final : public SecretStore
{
public:
    explicit KeychainSecretStore(QString service = QStringLiteral("kakehashi"));
    void read(const QString &key, QObject *context, ReadDone done) override;
    void write(const QString &key, const QString &secret, QObject *context, Done done) override;
    void remove(const QString &key, QObject *context, Done done) override;

private:
    QString m_service;
};

/// Forgets everything with the program: for tests and for `demo`.
class MemorySecretStore final : public SecretStore
{
public:
    void read(const QString &key, QObject *context, ReadDone done) override;
    void write(const QString &key, const QString &secret, QObject *context, Done done) override;
    void remove(const QString &key, QObject *context, Done done) override;

private:
    QHash<QString, QString> m_secrets;
};

} // namespace kakehashi::security
