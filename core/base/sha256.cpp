#include "base/sha256.h"

#include "base/file.h"
#include "base/sha256stream.h"

#include <QFile>

#include <algorithm>
#include <array>

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
    // OpenSSL uses the processor's SHA instructions; Qt's portable code is about eight times
    // slower, and hashing every file is a third of a build. A stream per thread, because finding
    // the algorithm by its name takes as long as hashing a kilobyte.
    thread_local Sha256Stream stream;
    stream.add(bytes);
    return stream.result();
}

Result<Sha256> Sha256::ofFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(readErrorCode(file), readErrorText(file));
    Sha256Stream stream;
    QByteArray piece(64 * 1024, Qt::Uninitialized);
    for (;;) {
        const qint64 count = file.read(piece.data(), piece.size());
        if (count < 0)
            return fail(ErrorCode::Failed, readErrorText(file));
        if (count == 0)
            return stream.result();
        stream.add(QByteArrayView(piece).first(count));
    }
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
