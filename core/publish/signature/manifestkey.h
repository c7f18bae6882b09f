#pragma once

#include "base/result.h"
#include "security/secretstore.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace kakehashi::publish {

/// The key that signs a site's lists of published files. It lives in the keychain of every machine
/// that publishes, is made at the first publish and handed over to the next contractor.
struct ManifestKey
{
    QByteArray bytes;     ///< 32 random bytes; empty: none, nothing is signed
    bool isNew = false;   ///< made just now and not kept yet
    QString problem = {}; ///< why there is none: said to the person
};

ManifestKey newManifestKey();

/// Gives the kept key, a new one where none is kept, or the reason why there can be none. Main
/// thread; `done` is called once unless `context` is gone by then.
void fetchManifestKey(security::SecretStore &store, const QString &siteId, QObject *context,
                      std::function<void(const ManifestKey &)> done);
void keepManifestKey(security::SecretStore &store, const QString &siteId, const QByteArray &key,
                     QObject *context, security::SecretStore::Done done);

/// The form in which a key is handed over, one line: "kakehashi-key 1 SITE BASE64".
QString manifestKeyText(const QString &siteId, const QByteArray &key);
/// Invalid: no such line, or the key of another site.
Result<QByteArray> manifestKeyFromText(const QString &siteId, const QString &text);

} // namespace kakehashi::publish
