#pragma once

#include "takeover/hugo/sourcepage.h"

#include <QSet>

namespace kakehashi::takeover {

/// Gives every page its path on our site and knows where it was before.
///
/// Hugo's addresses may hold any letter, ours [a-z0-9-]. A segment without one of these becomes
/// the page's date or a number. `known` says which page an old address led to after a former
/// import, so that importing again finds the same pages.
class PagePaths
{
public:
    PagePaths(QHash<QString, QString> known, QHash<QString, QString> permalinks)
        : m_known(std::move(known)), m_permalinks(std::move(permalinks))
    {}

    /// Sets path and oldUrl. Conflicts get a number and a note. Invalid for a path that the site
    /// cannot have.
    Result<void> place(SourcePage &page);

private:
    QString segment(const QString &parent, const QString &original, const QString &fallback);
    QString fresh(const QString &path) const;

    QHash<QString, QString> m_known;      ///< old address → path
    QHash<QString, QString> m_permalinks; ///< section → pattern
    QHash<QString, QString> m_segments;   ///< parent path + original name → segment
    QSet<QString> m_usedSegments;         ///< parent path + segment
    QSet<QString> m_used;
};

/// How a browser writes an address: "/記事/" percent-encoded, as redirects keep it.
QString encodedAddress(const QString &address);

/// Hugo's way from a name to a piece of an address: small letters, spaces to hyphens.
QString hugoSegment(const QString &name);

} // namespace kakehashi::takeover
