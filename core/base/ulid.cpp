#include "base/ulid.h"

#include <QRandomGenerator>

namespace kakehashi {
namespace {

constexpr char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int timeCharacters = 10;
constexpr int totalCharacters = 26;

} // namespace

Ulid Ulid::generate(const Clock &clock)
{
    Ulid id;
    id.m_text.resize(totalCharacters);
    auto ms = static_cast<quint64>(clock.now().toMSecsSinceEpoch());
    for (int i = timeCharacters - 1; i >= 0; --i, ms >>= 5)
        id.m_text[i] = alphabet[ms & 31U];
    auto *random = QRandomGenerator::system();
    for (int i = timeCharacters; i < totalCharacters; ++i)
        id.m_text[i] = alphabet[random->generate() & 31U];
    return id;
}

Ulid Ulid::fromString(const QString &text)
{
    Ulid id;
    const QByteArray upper = text.toUpper().toLatin1();
    if (upper.size() != totalCharacters)
        return id;
    const QByteArrayView known(alphabet);
    for (const char c : upper) {
        if (!known.contains(c))
            return id;
    }
    id.m_text = upper;
    return id;
}

} // namespace kakehashi
