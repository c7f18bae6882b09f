#pragma once

#include "render/render.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace kakehashi::ui {

/// What the preview shows, as values: any thread may serve files of it.
struct SiteState
{
    render::SnapshotPtr snapshot;
    render::ThemePtr theme;
    render::RenderOptions options; ///< with options.preview set
    /// The unsaved edit, in place of what the snapshot holds of this page.
    Ulid edited = {};
    std::optional<content::PageContent> content = {};

    bool isComplete() const { return snapshot && theme; }
};

/// Finds what stands at `path` ("/kenmin/", "/assets/style.1a2b.css", "/media/a.jpg"), pages with
/// their policy. NotFound when the site has no such file, and for every path that tries to leave
/// it.
Result<render::ServedFile> siteFile(const SiteState &state, const QString &path);

/// The page as it is to be shown: with the policy that allows scripts of the theme only, and with
/// labelled boxes for what other servers would send.
QByteArray withPolicy(const QByteArray &page);

} // namespace kakehashi::ui
