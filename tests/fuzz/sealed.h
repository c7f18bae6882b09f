#pragma once

#include "publish/format/jsonlines.h"

#include <QJsonDocument>

namespace kakehashi::fuzz {

/// The same with the hash of the body put right, as somebody could who wants to be believed;
/// otherwise a fuzzer never gets behind that check. Unchanged when the first line is no object.
inline QByteArray sealed(const QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf('\n');
    if (end < 0)
        return bytes;
    QJsonObject head = QJsonDocument::fromJson(bytes.first(end)).object();
    const QByteArray rest = bytes.sliced(end + 1);
    head.insert(QStringLiteral("body"), Sha256::of(rest).toString());
    return QJsonDocument(head).toJson(QJsonDocument::Compact) + '\n' + rest;
}

/// One bit flipped somewhere that depends on the whole.
inline QByteArray tampered(QByteArray bytes)
{
    const size_t where = qHash(bytes, 7);
    const auto at = qsizetype(where % size_t(bytes.size()));
    bytes[at] = char(bytes[at] ^ (1 << (where / size_t(bytes.size()) % 8)));
    return bytes;
}

} // namespace kakehashi::fuzz
