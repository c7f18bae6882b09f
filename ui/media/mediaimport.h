#pragma once

#include "content/site/site.h"

#include <QImage>
#include <QStringList>

#include <functional>
#include <optional>

namespace kakehashi::ui {

class Session;

/// Receives what was taken in, in the order of the files; those that were refused are missing.
using MediaImported = std::function<void(const QList<content::MediaAsset> &assets)>;

/// Takes files into the site's media on a thread of their own; refusals are shown by the session.
/// `done` runs on the GUI thread unless `context` is gone by then.
void importFiles(Session &session, QObject *context, const QStringList &paths, MediaImported done);
/// The same for a picture from the clipboard, kept as PNG.
void importPicture(Session &session, QObject *context, const QImage &picture, MediaImported done);

/// A picture or file from elsewhere: its bytes, or where it lies.
struct OfferedMedia
{
    QByteArray bytes = {};
    QString file = {};
    QString name = {};
};

/// Takes several in; `done` gets one answer for each, nothing for those that were refused.
using MediaAnswered = std::function<void(const QList<std::optional<content::MediaAsset>> &)>;
void importOffered(Session &session, QObject *context, const QList<OfferedMedia> &offered,
                   MediaAnswered done);

} // namespace kakehashi::ui
