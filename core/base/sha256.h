#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QHashFunctions>
#include <QString>

#include <array>

namespace kakehashi {

/// The name of some bytes. A default-made one is null and equals no real hash.
class Sha256
{
public:
    static constexpr int byteCount = 32;

    Sha256() = default;
    static Sha256 of(QByteArrayView bytes);
    static Result<Sha256> ofFile(const QString &path); ///< reads in pieces, any size
    static Sha256 fromHex(QStringView hex);            ///< null when malformed
    static Sha256 fromRaw(QByteArrayView raw);         ///< null unless 32 bytes

    QByteArray toHex() const;
    QString toString() const { return QString::fromLatin1(toHex()); }
    bool isNull() const { return !m_set; }

    bool operator==(const Sha256 &) const = default;
    bool operator<(const Sha256 &other) const { return m_bytes < other.m_bytes; }
    friend size_t qHash(const Sha256 &hash, size_t seed = 0)
    {
        return qHashBits(hash.m_bytes.data(), byteCount, seed);
    }

private:
    std::array<char, byteCount> m_bytes{};
    bool m_set = false;
};

} // namespace kakehashi
