#pragma once

#include "publish/remotefiles.h"

#include <QDateTime>

#include <functional>

namespace kakehashi::publish {

/// The lock of another publish as it was found on the server, with what is known of its owner.
/// Names are fit to be shown.
struct HeldLock
{
    QByteArray bytes; ///< as it lies there: this one may be broken and no other
    QString transaction;
    QString person = {};
    QString machine = {};
    // By this computer's clock, UTC; invalid where the times on the server say nothing.
    QDateTime begun = {};
    QDateTime lastSign = {}; ///< of life
    FileInfo lock = {};
    FileInfo beat = {};

    /// What a person calls the owner by: the person's name, else the machine's.
    QString owner() const;
    bool isNamedBy(const QString &name) const;

    static QString shown(const QString &name); ///< as in here
};

/// Sentences for whoever decides about it; `timeText` writes a point in time.
QString whatIsKnown(const HeldLock &held,
                    const std::function<QString(const QDateTime &)> &timeText);
QString whatIsKnown(const HeldLock &held); ///< "2026-04-01 09:00:00", in Japan's time

} // namespace kakehashi::publish
