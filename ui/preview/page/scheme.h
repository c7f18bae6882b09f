#pragma once

#include <QUrl>

namespace kakehashi::ui {

/// The address of the preview: "kakehashi://site/kenmin/". Nothing of it leaves the program.
inline constexpr char previewSchemeName[] = "kakehashi";

/// Makes the scheme known to WebEngine. Call once, before QApplication is made (a rule of
/// QWebEngineUrlScheme: later registrations are ignored).
void registerPreviewScheme();

/// `path` is a path of the site, "/kenmin/".
QUrl previewUrl(const QString &path);
bool isPreviewUrl(const QUrl &url);

} // namespace kakehashi::ui
