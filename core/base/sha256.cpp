#include "base/sha256.h"

#include "base/file.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>

namespace kakehashi {

Sha256 Sha256::fromRaw(QByteArrayView raw)
{
    Sha256 hash;
    if (raw.size() != byteCount)
        return hash;
    std::copy(raw.begin(), raw.end(), hash.m_bytes.begin());
    hash.m_set = true;
    return hash;
}

Sha256 Sha256::of(QByteArrayView bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(bytes);
    return fromRaw(hash.resultView());
}

Result<Sha256> Sha256::ofFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(readErrorCode(file), readErrorText(file));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!hash.addData(&file))
        return fail(ErrorCode::Failed, readErrorText(file));
    return fromRaw(hash.resultView());
}

Sha256 Sha256::fromHex(QStringView hex)
{
    const QByteArray latin = hex.toLatin1();
    const QByteArray raw = QByteArray::fromHex(latin);
    return raw.toHex() == latin.toLower() ? fromRaw(raw) : Sha256();
}

QByteArray Sha256::toHex() const
{
    return QByteArray::fromRawData(m_bytes.data(), byteCount).toHex();
}

} // namespace kakehashi
