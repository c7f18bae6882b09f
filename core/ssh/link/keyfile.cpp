#include "ssh/link/keyfile.h"

#include "base/file.h"

#include <QCoreApplication>
#include <QtEndian>

#include <optional>

namespace kakehashi::ssh {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Ssh)
};

constexpr qint64 maxKeyBytes = 256 * 1024;

std::optional<QByteArray> takeString(QByteArrayView *rest)
{
    if (rest->size() < 4)
        return {};
    const quint32 length = qFromBigEndian<quint32>(rest->data());
    if (length > quint32(rest->size() - 4))
        return {};
    const QByteArray text = rest->sliced(4, qsizetype(length)).toByteArray();
    *rest = rest->sliced(4 + qsizetype(length));
    return text;
}

/// OpenSSH's PROTOCOL.key: magic, cipher, kdf, kdf options, number of keys, public key, …
void readOpenSshFrame(const QByteArray &text, KeyFile *key)
{
    const qsizetype start = text.indexOf('\n');
    const QByteArray frame =
        QByteArray::fromBase64(text.mid(start, text.indexOf("-----END") - start));
    const QByteArrayView magic("openssh-key-v1", 15); // with its zero
    if (!frame.startsWith(magic))
        return;
    QByteArrayView rest = QByteArrayView(frame).sliced(magic.size());
    const auto cipher = takeString(&rest);
    if (!cipher || !takeString(&rest) || !takeString(&rest) || rest.size() < 4)
        return;
    rest = rest.sliced(4);
    key->encrypted = *cipher != "none";
    key->publicKey = takeString(&rest).value_or(QByteArray());
    QByteArrayView blob(key->publicKey);
    key->type = takeString(&blob).value_or(QByteArray());
}

/// PKCS#8 (RFC 5208) names the algorithm by an object identifier, here rsaEncryption. When the key
/// is locked, that is locked as well.
bool isRsaInPkcs8(const QByteArray &text)
{
    const QByteArray begin("-----BEGIN PRIVATE KEY-----");
    const qsizetype start = text.indexOf(begin);
    if (start < 0)
        return false;
    const qsizetype from = start + begin.size();
    QByteArray der = QByteArray::fromBase64(text.mid(from, text.indexOf("-----END", from) - from));
    constexpr qsizetype header = 40; // bytes: the identifier stands before the key itself
    const bool isRsa = der.left(header).contains(
        QByteArrayView("\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01", 11));
    der.fill('\0');
    return isRsa;
}

tl::unexpected<Error> notAPrivateKey(const QString &path, const QByteArray &text)
{
    if (text.startsWith("PuTTY-User-Key-File")) {
        return fail(ErrorCode::Unsupported,
                    Tr::tr("%1 is a key in PuTTY's format. Export it with PuTTYgen as an OpenSSH "
                           "key and choose that file.")
                        .arg(path));
    }
    if (text.startsWith("ssh-") || text.startsWith("ecdsa-")) {
        return fail(ErrorCode::Unsupported,
                    Tr::tr("%1 is the public half of a key. Choose the private half, usually the "
                           "file of the same name without “.pub”.")
                        .arg(path));
    }
    return fail(ErrorCode::Unsupported, Tr::tr("%1 is not a private SSH key.").arg(path));
}

} // namespace

Result<KeyFile> KeyFile::read(const QString &path)
{
    Result<QByteArray> text = readFile(path, maxKeyBytes);
    if (!text)
        return passOn(text);
    if (!text->contains("-----BEGIN ") || !text->contains("PRIVATE KEY-----"))
        return notAPrivateKey(path, *text);
    KeyFile key;
    key.text = Secret(QString::fromLatin1(*text));
    key.encrypted = text->contains("ENCRYPTED");
    if (text->contains("BEGIN OPENSSH PRIVATE KEY"))
        readOpenSshFrame(*text, &key);
    else if (text->contains("BEGIN RSA PRIVATE KEY") || isRsaInPkcs8(*text))
        key.type = "ssh-rsa";
    key.mayBeRsa = key.type == "ssh-rsa" || text->contains("BEGIN ENCRYPTED PRIVATE KEY");
    text->fill('\0');
    return key;
}

} // namespace kakehashi::ssh
