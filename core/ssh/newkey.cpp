#include "ssh/newkey.h"

#include "base/file.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <QtEndian>

#include <openssl/evp.h>

#include <memory>

namespace kakehashi::ssh {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::NewKey)
};

constexpr size_t halfBytes = 32; // of each half of an ed25519 key (RFC 8032)
constexpr int lineLength = 70;   // as ssh-keygen breaks its base64

struct Pair
{
    QByteArray seed;
    QByteArray open;
};

Result<Pair> generate()
{
    const std::unique_ptr<EVP_PKEY_CTX, decltype(&EVP_PKEY_CTX_free)> context(
        EVP_PKEY_CTX_new_id(EVP_PKEY_ED25519, nullptr), &EVP_PKEY_CTX_free);
    EVP_PKEY *made = nullptr;
    const bool ok = context && EVP_PKEY_keygen_init(context.get()) == 1 &&
                    EVP_PKEY_keygen(context.get(), &made) == 1;
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(made, &EVP_PKEY_free);
    Pair pair{QByteArray(halfBytes, '\0'), QByteArray(halfBytes, '\0')};
    size_t seedSize = halfBytes;
    size_t openSize = halfBytes;
    auto *seed = reinterpret_cast<unsigned char *>(pair.seed.data());
    auto *open = reinterpret_cast<unsigned char *>(pair.open.data());
    if (!ok || EVP_PKEY_get_raw_private_key(key.get(), seed, &seedSize) != 1 ||
        EVP_PKEY_get_raw_public_key(key.get(), open, &openSize) != 1)
        return fail(ErrorCode::Failed,
                    Tr::tr("This computer's OpenSSL could not make a key. Update the system, or "
                           "make one with ssh-keygen -t ed25519."));
    return pair;
}

void putNumber(QByteArray &out, quint32 number)
{
    const quint32 big = qToBigEndian(number);
    out.append(reinterpret_cast<const char *>(&big), sizeof big);
}

void putString(QByteArray &out, const QByteArray &bytes)
{
    putNumber(out, static_cast<quint32>(bytes.size()));
    out += bytes;
}

QByteArray publicBlob(const Pair &pair)
{
    QByteArray blob;
    putString(blob, "ssh-ed25519");
    putString(blob, pair.open);
    return blob;
}

QByteArray privateFile(const Pair &pair, const QByteArray &comment)
{
    QByteArray secret;
    const quint32 check = QRandomGenerator::system()->generate();
    putNumber(secret, check);
    putNumber(secret, check);
    putString(secret, "ssh-ed25519");
    putString(secret, pair.open);
    putString(secret, pair.seed + pair.open);
    putString(secret, comment);
    constexpr int blockSize = 8; // of the cipher "none"
    for (char pad = 1; secret.size() % blockSize != 0; ++pad)
        secret += pad;
    QByteArray all("openssh-key-v1\0", 15);
    putString(all, "none");
    putString(all, "none");
    putString(all, {});
    putNumber(all, 1);
    putString(all, publicBlob(pair));
    putString(all, secret);
    const QByteArray base64 = all.toBase64();
    QByteArray text = "-----BEGIN OPENSSH PRIVATE KEY-----\n";
    for (qsizetype at = 0; at < base64.size(); at += lineLength)
        text += base64.mid(at, lineLength) + '\n';
    return text + "-----END OPENSSH PRIVATE KEY-----\n";
}

/// Never over another key: whoever holds that would be locked out.
Result<void> writeNew(const QString &path, const QByteArray &bytes, QFile::Permissions who)
{
    QFile file(path);
    const bool written = file.open(QIODevice::NewOnly | QIODevice::WriteOnly) &&
                         file.setPermissions(who) && file.write(bytes) == bytes.size() &&
                         file.flush();
    return written ? Result<void>() : Result<void>(writeError(path, file));
}

} // namespace

Result<NewKey> makeKey(const QString &file, const QString &comment)
{
    const QString open = file + QStringLiteral(".pub");
    for (const QString &path : {file, open}) {
        if (QFileInfo::exists(path))
            return fail(ErrorCode::AlreadyExists,
                        Tr::tr("%1 is there already. Give the new key another name.")
                            .arg(QDir::toNativeSeparators(path)));
    }
    if (auto folder = makeFolder(QFileInfo(file).absolutePath()); !folder)
        return passOn(folder);
    const auto pair = generate();
    if (!pair)
        return passOn(pair);
    const QByteArray note = comment.simplified().toUtf8();
    const QByteArray blob = publicBlob(*pair);
    const QByteArray line = "ssh-ed25519 " + blob.toBase64() + ' ' + note;
    constexpr auto mine = QFile::ReadOwner | QFile::WriteOwner;
    if (auto done = writeNew(file, privateFile(*pair, note), mine); !done)
        return passOn(done);
    if (auto done = writeNew(open, line + '\n', mine | QFile::ReadGroup | QFile::ReadOther); !done)
        return passOn(done);
    const QByteArray hash = QCryptographicHash::hash(blob, QCryptographicHash::Sha256)
                                .toBase64(QByteArray::OmitTrailingEquals);
    return NewKey{file, QString::fromUtf8(line),
                  QStringLiteral("SHA256:") + QString::fromLatin1(hash)};
}

} // namespace kakehashi::ssh
