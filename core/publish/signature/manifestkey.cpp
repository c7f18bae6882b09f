#include "publish/signature/manifestkey.h"

#include <QCoreApplication>
#include <QRandomGenerator>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::ManifestKey)
};

constexpr qsizetype keyBytes = 32; // of SHA-256's size, as RFC 2104 section 3 advises

QString secretName(const QString &siteId)
{
    return QStringLiteral("site/%1/manifest-key").arg(siteId);
}

QString firstWord()
{
    return QStringLiteral("kakehashi-key");
}

} // namespace

ManifestKey newManifestKey()
{
    std::array<quint32, keyBytes / sizeof(quint32)> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    return {QByteArray(reinterpret_cast<const char *>(words.data()), keyBytes), true};
}

void fetchManifestKey(security::SecretStore &store, const QString &siteId, QObject *context,
                      std::function<void(const ManifestKey &)> done)
{
    store.read(secretName(siteId), context,
               [siteId, done = std::move(done)](const Result<QString> &kept) {
                   if (!kept && kept.error().code == ErrorCode::NotFound)
                       return done(newManifestKey());
                   if (!kept)
                       return done({{}, false, kept.error().text});
                   const auto key = manifestKeyFromText(siteId, *kept);
                   done(key ? ManifestKey{*key} : ManifestKey{{}, false, key.error().text});
               });
}

void keepManifestKey(security::SecretStore &store, const QString &siteId, const QByteArray &key,
                     QObject *context, security::SecretStore::Done done)
{
    store.write(secretName(siteId), manifestKeyText(siteId, key), context, std::move(done));
}

QString manifestKeyText(const QString &siteId, const QByteArray &key)
{
    return QStringLiteral("%1 1 %2 %3")
        .arg(firstWord(), siteId, QString::fromLatin1(key.toBase64()));
}

Result<QByteArray> manifestKeyFromText(const QString &siteId, const QString &text)
{
    const QStringList words = text.simplified().split(u' ');
    const bool known = words.size() == 4 && words.at(0) == firstWord();
    if (known && words.at(1) != QStringLiteral("1"))
        return fail(ErrorCode::NewerVersion,
                    Text::tr("This key was written by a newer version of this program. Update the "
                             "program, then try again."));
    const QByteArray key = known ? QByteArray::fromBase64(words.at(3).toLatin1()) : QByteArray();
    if (key.size() != keyBytes)
        return fail(ErrorCode::Invalid,
                    Text::tr("This is no signature key. It is one line that begins with %1, as "
                             "“Export the key” writes it.")
                        .arg(firstWord()));
    if (words.at(2) != siteId)
        return fail(ErrorCode::Invalid,
                    Text::tr("This is the key of another site (%1). Export it again from the "
                             "computer that publishes this one.")
                        .arg(words.at(2)));
    return key;
}

} // namespace kakehashi::publish
