#pragma once

#include <QString>

#include <optional>

namespace kakehashi::takeover {

// Addresses as the site that is taken over wrote them.

/// How a browser writes an address: "/記事/" percent-encoded, as redirects keep it. What is encoded
/// already stays so.
QString encodedAddress(const QString &address);

/// Addresses are compared in small letters of NFC, decoded and without their end: "/a", "/a/",
/// "/a/index.html" and "/a.html" are one.
QString addressKey(const QString &address);

/// "a/b/../c" → "a/c". Nothing when it leads above the start.
std::optional<QString> cleaned(const QString &path);

/// The folder that holds what the key or address names: "docs/" of "docs/a.md", "" of "a.md".
QString folderOf(const QString &key);

} // namespace kakehashi::takeover
