#pragma once

#include "publish/publisher.h"

#include <QJsonObject>

namespace kakehashi::publish {

/// 証拠ファイル: what was found changed on the server, for the prefecture's security staff. Holds
/// no secret: no user name's password, no key, no content of files.
struct Evidence
{
    QString siteName;
    QString siteId;
    Target target;
    ManifestHead manifest; ///< that the server was compared with
    Publisher::Level level = Publisher::Level::Listing;
    QDateTime seen; ///< UTC
    QString person;
    QString machine;
    QList<Drift> drifts;
};

QString toStored(Drift::Kind kind); ///< "changed", "missing", "unknown", "unreadable"
QJsonObject toJson(const Drift &drift);
QJsonObject toJson(const Evidence &evidence); ///< times UTC in ISO 8601
/// The same for people, one file without anything from outside, to be printed or sent; times are
/// Japan's, with era dates. Ends with the SHA-256 of the JSON form, which ties the two together.
QByteArray toHtml(const Evidence &evidence);

} // namespace kakehashi::publish
