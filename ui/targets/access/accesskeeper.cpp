#include "ui/targets/access/accesskeeper.h"

namespace kakehashi::ui {
namespace {

publish::Access accessWith(const ssh::Secret &secret)
{
    publish::Access access;
    access.secret = secret;
    return access;
}

tl::unexpected<Error> askFor(const publish::Target &target)
{
    return fail(ErrorCode::NotFound,
                AccessKeeper::tr("The password of %1 is not known yet.").arg(target.place()));
}

} // namespace

AccessKeeper::AccessKeeper(std::unique_ptr<security::SecretStore> store, QObject *parent)
    : QObject(parent), m_store(std::move(store))
{}

void AccessKeeper::prepare(const publish::PublishingSite &site, const publish::Target &target,
                           QObject *context, Done done)
{
    fetch(target, context,
          [this, site, target, context, done](const Result<publish::Access> &access) {
              if (!access)
                  return done(passOn(access));
              fetchKey(site.id, context,
                       [site, target, access, done](const publish::ManifestKey &key) {
                           done(publish::paramsFor(site, target, *access, key));
                       });
          });
}

void AccessKeeper::fetchKey(const QString &siteId, QObject *context,
                            std::function<void(const publish::ManifestKey &)> done)
{
    publish::fetchManifestKey(*m_store, siteId, context,
                              [this, siteId, done](const publish::ManifestKey &key) {
                                  if (!key.isNew)
                                      return done(key);
                                  // One and the same until it is kept, else each plan would log in
                                  // anew.
                                  if (!m_newKeys.contains(siteId))
                                      m_newKeys.insert(siteId, key);
                                  done(m_newKeys.value(siteId));
                              });
}

void AccessKeeper::keepKey(const QString &siteId, const QByteArray &key, QObject *context,
                           Kept done)
{
    publish::keepManifestKey(*m_store, siteId, key, context, std::move(done));
}

void AccessKeeper::fetch(const publish::Target &target, QObject *context, Got done)
{
    const QString key = target.secretName();
    const bool needsNone =
        target.kind == publish::Target::Kind::Local || target.auth == publish::Target::Auth::Agent;
    if (needsNone)
        return done(publish::Access());
    if (m_typed.contains(key))
        return done(accessWith(m_typed.value(key)));
    if (m_wrong.contains(key))
        return done(askFor(target));
    const bool passwordNeeded = target.auth == publish::Target::Auth::Password;
    m_store->read(key, context, [done, target, passwordNeeded](const Result<QString> &stored) {
        if (stored && !stored->isEmpty())
            done(accessWith(ssh::Secret(*stored)));
        else if (passwordNeeded)
            done(askFor(target));
        else
            done(publish::Access());
    });
}

void AccessKeeper::give(const publish::Target &target, const QString &secret, bool keep,
                        QObject *context, Kept done)
{
    const QString key = target.secretName();
    m_typed.insert(key, ssh::Secret(secret));
    m_wrong.remove(key);
    if (keep)
        m_store->write(key, secret, context, std::move(done));
    else
        done({});
}

void AccessKeeper::forget(const publish::Target &target)
{
    const QString key = target.secretName();
    // What was typed went to the keychain before anybody knew that it was wrong.
    if (m_typed.remove(key) > 0)
        m_store->remove(key, this, [](const Result<void> &) {});
    m_wrong.insert(key);
}

void AccessKeeper::remove(const publish::Target &target)
{
    m_typed.remove(target.secretName());
    m_store->remove(target.secretName(), this, [](const Result<void> &) {});
}

} // namespace kakehashi::ui
