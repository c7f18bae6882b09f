#pragma once

#include <QByteArray>
#include <QString>
#include <QtEndian>

namespace kakehashi::ssh::sftp {

/// Which fields of ATTRS follow (draft-02 §5).
enum AttributeFlag : quint32 {
    HasSize = 0x1,
    HasOwner = 0x2,
    HasMode = 0x4,
    HasTimes = 0x8,
    HasExtended = 0x80000000,
};

/// SSH's basic types (RFC 4251 §5), appended.
class PacketWriter
{
public:
    void reserve(qsizetype bytes) { m_bytes.reserve(bytes); }
    void put8(quint8 value) { m_bytes.append(static_cast<char>(value)); }
    void put32(quint32 value) { putNumber(value); }
    void put64(quint64 value) { putNumber(value); }
    void putString(QByteArrayView bytes)
    {
        put32(static_cast<quint32>(bytes.size()));
        m_bytes.append(bytes);
    }
    void putString(const char *text) { putString(QByteArrayView(text)); }
    void putText(const QString &text) { putString(QByteArrayView(text.toUtf8())); }
    void putRaw(QByteArrayView bytes) { m_bytes.append(bytes); }
    const QByteArray &bytes() const { return m_bytes; }

private:
    template <typename Number>
    void putNumber(Number value)
    {
        char buffer[sizeof value];
        qToBigEndian(value, buffer);
        m_bytes.append(buffer, sizeof value);
    }

    QByteArray m_bytes;
};

/// Takes them off again. Reading beyond the end gives zeros and empty strings and clears isGood(),
/// so that one check at the end is enough. Strings are views into the packet.
class PacketReader
{
public:
    explicit PacketReader(QByteArrayView bytes) : m_rest(bytes) {}

    bool isGood() const { return m_good; }
    qsizetype left() const { return m_rest.size(); }
    quint8 take8() { return takeNumber<quint8>(); }
    quint32 take32() { return takeNumber<quint32>(); }
    quint64 take64() { return takeNumber<quint64>(); }
    QByteArrayView takeString()
    {
        const quint32 length = take32();
        if (length > static_cast<quint64>(m_rest.size())) {
            fail();
            return {};
        }
        return takeBytes(static_cast<qsizetype>(length));
    }
    QByteArrayView takeRest() { return takeBytes(m_rest.size()); }

private:
    template <typename Number>
    Number takeNumber()
    {
        if (m_rest.size() < qsizetype(sizeof(Number))) {
            fail();
            return 0;
        }
        return qFromBigEndian<Number>(takeBytes(sizeof(Number)).data());
    }
    QByteArrayView takeBytes(qsizetype count)
    {
        const QByteArrayView taken = m_rest.first(count);
        m_rest = m_rest.sliced(count);
        return taken;
    }
    void fail()
    {
        m_good = false;
        m_rest = {};
    }

    QByteArrayView m_rest;
    bool m_good = true;
};

} // namespace kakehashi::ssh::sftp
