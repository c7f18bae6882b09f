#pragma once

#include "takeover/hugo/links/anchors.h"
#include "takeover/hugo/sourcepage.h"

#include <QHash>
#include <QSet>
#include <QUrl>

#include <optional>

namespace kakehashi::takeover {

/// Where a link of the old site leads on ours.
struct Led
{
    /// "media:NAME", "/path/#part", or what was written when it leads elsewhere. Nothing when it
    /// should lead to a file or page that is not there.
    std::optional<QString> target;
    bool lacksPlace = false; ///< the page is there, but not the part after "#"
};

/// Where the links of the old site lead on ours.
class LinkMap
{
public:
    /// Links to this address are links within: "https://old.example.jp/portal/".
    void setSite(const QUrl &base) { m_site = base; }

    void addPage(const SourcePage &page);
    void addMedia(const QString &key, const QString &name);
    /// For the way out: "media:NAME" becomes "/media/NAME", and every other link stays.
    void addExported(const QString &name) { m_exported.insert(name); }
    /// For an export of ours: only its "/media/NAME" is turned back.
    void setOwnExport(bool own) { m_isOwnExport = own; }
    /// A page that the site has already; links to it stay.
    void addPath(const QString &path);

    /// What the parts after "#" are called on a page that arrives.
    void addAnchors(const QString &path, Anchors anchors) { m_anchors.insert(path, anchors); }

    Led target(const QString &written, const SourcePage &from) const;

    /// The same for "media:NAME" in the attributes of a block, where it stays in that form.
    QString blockTarget(const QString &written) const;

    /// The path for Hugo's ref and relref: a content file by its whole or its last name.
    std::optional<QString> reference(const QString &written, const SourcePage &from) const;

    /// The file name in media/ of what an author called "img/a.jpg"; nothing when it is not there.
    std::optional<QString> mediaName(const QString &written, const SourcePage &from) const;

    /// The name that a file of media/ has on our site.
    QString renamed(const QString &mediaName) const
    {
        return m_media.value(QStringLiteral("/media/") + mediaName, mediaName);
    }

private:
    enum class Where { Here, MaybeHere, Elsewhere };

    Where whereIs(QString &link) const;
    Led within(const QString &link, const SourcePage &from) const;
    std::optional<QString> byFile(const QString &path, const SourcePage &from,
                                  bool isReference = false) const;
    std::optional<QString> byKey(const QString &key) const;
    std::optional<QString> byAddress(const QString &path, const SourcePage &from) const;
    const QString *byQuery(const QString &path, const QString &rest) const;
    Led placed(const QString &path, const QString &rest) const;
    QString exported(const QString &written) const;

    QUrl m_site;
    bool m_isOwnExport = false;
    QHash<QString, QString> m_pages;   ///< key of the content file → path
    QHash<QString, QString> m_names;   ///< last name of the content file → path; empty: several
    QHash<QString, QString> m_paths;   ///< old and new addresses → path
    QHash<QString, QString> m_media;   ///< key → name
    QHash<QString, Anchors> m_anchors; ///< path → places of the page
    QSet<QString> m_exported;
};

} // namespace kakehashi::takeover
