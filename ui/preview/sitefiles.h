#pragma once

#include "render/render.h"

#include <QByteArray>
#include <QString>

namespace kakehashi::ui {

/// What the preview shows, as values: any thread may serve files of it.
struct SiteState
{
    render::SnapshotPtr snapshot;
    render::ThemePtr theme;
    render::RenderOptions options; ///< with options.preview set

    bool isComplete() const { return snapshot && theme; }
};

/// One answer to one address.
struct SiteFile
{
    QByteArray mimeType;
    QByteArray bytes;
    QString localFile = {}; ///< when not empty, the bytes are in this file instead
};

/// Finds what stands at `path` ("/kenmin/", "/assets/style.1a2b.css", "/media/a.jpg") by looking it
/// up in snapshot and theme; no file name is ever made from the address, so an address cannot
/// reach anything else. NotFound when the site has no such file.
Result<SiteFile> siteFile(const SiteState &state, const QString &path);

/// The page as it is to be shown: with the policy that allows scripts of the theme only.
QByteArray withPolicy(const QByteArray &html);

} // namespace kakehashi::ui
