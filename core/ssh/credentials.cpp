#include "ssh/credentials.h"

#include <utility>

namespace kakehashi::ssh {

Secret::Secret(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    m_bytes.assign(bytes.constData(), static_cast<size_t>(bytes.size()));
    bytes.fill('\0');
}

Secret::Secret(Secret &&other) noexcept : m_bytes(other.m_bytes)
{
    other.wipe(); // a moved-from std::string may keep short contents
}

Secret &Secret::operator=(const Secret &other)
{
    if (this != &other) {
        wipe();
        m_bytes = other.m_bytes;
    }
    return *this;
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = other.m_bytes;
        other.wipe();
    }
    return *this;
}

Secret::~Secret()
{
    wipe();
}

void Secret::wipe()
{
    // volatile: the compiler must not drop stores to memory that is about to be freed.
    volatile char *bytes = m_bytes.data();
    for (size_t i = 0; i < m_bytes.size(); ++i)
        bytes[i] = 0;
    m_bytes.clear();
}

QString Endpoint::hostAndPort() const
{
    return port == 22 ? host : QStringLiteral("[%1]:%2").arg(host, QString::number(port));
}

} // namespace kakehashi::ssh
