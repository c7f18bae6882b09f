#include "security/secretstore.h"

#include <qt6keychain/keychain.h>

#include <QCoreApplication>

namespace kakehashi::security {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::SecretStore)
};

tl::unexpected<Error> failure(const QKeychain::Job &job)
{
    const QString detail = job.errorString();
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        return fail(ErrorCode::NotFound,
                    Text::tr("No password is kept for this yet. Enter it once."), detail);
    case QKeychain::AccessDeniedByUser:
    case QKeychain::AccessDenied:
        return fail(ErrorCode::PermissionDenied,
                    Text::tr("The keyring did not give the password out. Unlock the keyring and "
                             "try again, or enter the password."),
                    detail);
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        return fail(ErrorCode::Unsupported,
                    Text::tr("This computer has no keyring, so passwords cannot be kept and are "
                             "asked for each time. Install GNOME Keyring or KWallet, or use a key "
                             "file or an SSH agent."),
                    detail);
    default:
        return fail(ErrorCode::Failed,
                    Text::tr("The keyring failed (%1). Unlock it and try again.").arg(detail),
                    detail);
    }
}

/// Runs `answer(job)` in the context's life and starts; the job deletes itself.
template <typename Answer>
void start(QKeychain::Job *job, const QString &key, QObject *context, Answer answer)
{
    job->setKey(key);
    // An unencrypted file would betray what is promised: better no store at all.
    job->setInsecureFallback(false);
    job->setAutoDelete(true);
    QObject::connect(job, &QKeychain::Job::finished, context,
                     [answer = std::move(answer)](QKeychain::Job *ended) { answer(*ended); });
    job->start();
}

template <typename Function>
void later(QObject *context, Function function)
{
    QMetaObject::invokeMethod(context, std::move(function), Qt::QueuedConnection);
}

} // namespace

KeychainSecretStore::KeychainSecretStore(QString service) : m_service(std::move(service)) {}

void KeychainSecretStore::read(const QString &key, QObject *context, ReadDone done)
{
    start(new QKeychain::ReadPasswordJob(m_service), key, context,
          [done = std::move(done)](QKeychain::Job &job) {
              if (job.error() != QKeychain::NoError)
                  return done(failure(job));
              done(static_cast<QKeychain::ReadPasswordJob &>(job).textData());
          });
}

void KeychainSecretStore::write(const QString &key, const QString &secret, QObject *context,
                                Done done)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setTextData(secret);
    start(job, key, context, [done = std::move(done)](QKeychain::Job &ended) {
        if (ended.error() != QKeychain::NoError)
            return done(failure(ended));
        done({});
    });
}

void KeychainSecretStore::remove(const QString &key, QObject *context, Done done)
{
    start(new QKeychain::DeletePasswordJob(m_service), key, context,
          [done = std::move(done)](QKeychain::Job &job) {
              if (job.error() != QKeychain::NoError && job.error() != QKeychain::EntryNotFound)
                  return done(failure(job));
              done({});
          });
}

void MemorySecretStore::read(const QString &key, QObject *context, ReadDone done)
{
    const auto found = m_secrets.constFind(key);
    Result<QString> answer =
        found == m_secrets.cend()
            ? Result<QString>(fail(ErrorCode::NotFound,
                                   Text::tr("No password is kept for this yet. Enter it once.")))
            : Result<QString>(*found);
    later(context, [done = std::move(done), answer = std::move(answer)] { done(answer); });
}

void MemorySecretStore::write(const QString &key, const QString &secret, QObject *context,
                              Done done)
{
    m_secrets.insert(key, secret);
    later(context, [done = std::move(done)] { done({}); });
}

void MemorySecretStore::remove(const QString &key, QObject *context, Done done)
{
    m_secrets.remove(key);
    later(context, [done = std::move(done)] { done({}); });
}

} // namespace kakehashi::security
