#pragma once

#include "publish/publisher.h"

#include <QByteArray>
#include <QHash>

namespace kakehashi::ui {

/// A comparison of a server with what was published there, with the bytes that a person may want
/// to see beside ours.
struct DriftLook
{
    publish::Manifest live;
    publish::Publisher::Level level = publish::Publisher::Level::Listing;
    publish::Signature signature = publish::Signature::None;
    QString problem = {};             ///< see publish::Standing
    QDateTime seen;                   ///< UTC
    QList<publish::Drift> drifts;     ///< with foundHash wherever the file was read
    QHash<QString, QByteArray> found; ///< of small files, by path
};

/// Compares, then reads the first small files that differ. Worker thread.
Result<DriftLook> lookForDrift(publish::Publisher &publisher, publish::Publisher::Level level,
                               const JobContext &context);

/// What a person has to know when the list that was compared with is not sure itself, or a former
/// one; else empty.
QString doubtAbout(const DriftLook &look);

/// Whether the bytes are text that can be shown line by line.
bool isText(const QByteArray &bytes);

} // namespace kakehashi::ui
