#pragma once

#include "base/clock.h"

#include <QByteArray>
#include <QHashFunctions>
#include <QString>

namespace kakehashi {

/// A sortable unique id: 48 bits of milliseconds, 80 bits of chance, 26 characters of Crockford's
/// base 32 (github.com/ulid/spec). A default-made one is null.
class Ulid
{
public:
    Ulid() = default;
    static Ulid generate(const Clock &clock = Clock::system());
    static Ulid fromString(const QString &text); ///< null when malformed
    QString toString() const { return QString::fromLatin1(m_text); }
    bool isNull() const { return m_text.isEmpty(); }

    bool operator==(const Ulid &other) const { return m_text == other.m_text; }
    bool operator!=(const Ulid &other) const { return m_text != other.m_text; }
    bool operator<(const Ulid &other) const { return m_text < other.m_text; }
    friend size_t qHash(const Ulid &id, size_t seed = 0) { return qHash(id.m_text, seed); }

private:
    QByteArray m_text;
};

} // namespace kakehashi
