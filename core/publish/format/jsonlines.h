#pragma once

#include "base/result.h"
#include "base/sha256.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <string>

namespace kakehashi::publish {

/// The form of manifest and journal: UTF-8, one compact JSON object a line. The first names the
/// format and holds the SHA-256 of all that follows, so that a file that was cut short is noticed,
/// and with a key an HMAC-SHA256 (RFC 2104) of itself, so that nobody else can make one.
struct JsonLines
{
    QJsonObject head;
    QList<QJsonObject> lines;
    Sha256 body = {}; ///< of everything after the first line

    /// `body`: the further lines, each with its end. They are written by JsonText: some thousand
    /// QJsonObjects took a noticeable part of a publish.
    static QByteArray toBytes(QJsonObject head, const std::string &body,
                              const QByteArray &key = {});

    /// `what` names the file in messages. Corrupt: cut short, changed, or not signed with `key`
    /// (not checked when empty). NewerVersion: its "format" is greater than `format`.
    static Result<JsonLines> fromBytes(const QByteArray &bytes, int format, const QString &what,
                                       const QByteArray &key = {});
    /// The first line of the first bytes of such a file; `body` is what it claims.
    static Result<JsonLines> headFromBytes(const QByteArray &start, int format, const QString &what,
                                           const QByteArray &key = {});
    /// Whether such a first line carries an HMAC.
    static bool isSigned(const QByteArray &start);
};

qint64 wholeNumber(const QJsonObject &object, const QString &name);

} // namespace kakehashi::publish
