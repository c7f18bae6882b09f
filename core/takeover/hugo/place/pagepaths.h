#pragma once

#include "takeover/hugo/config/siteconfig.h"
#include "takeover/hugo/place/permalink.h"
#include "takeover/hugo/sourcepage.h"

#include <QSet>

namespace kakehashi::takeover {

/// What the other program was told of addresses.
struct AddressRules
{
    SiteConfig config;
    QHash<QString, QString> sections =
        {}; ///< Hugo's: folder with a page of its own → slug or title
};

/// The folders that have a page of their own.
QHash<QString, QString> sectionsAmong(const QList<SourcePage> &pages);

/// Gives every page its path on our site and knows where it was before.
///
/// Hugo's addresses may hold any letter, ours [a-z0-9-]. A segment without one of these becomes
/// the page's date or a number. `known` says which page an old address led to after a former
/// import, so that importing again finds the same pages.
class PagePaths
{
public:
    PagePaths(QHash<QString, QString> known, AddressRules rules)
        : m_known(std::move(known)), m_rules(std::move(rules))
    {}

    /// Sets path, oldUrl and oldAddresses. Every page gets a path that the site can have: what is
    /// taken or cannot be a path makes way to one from the file's name, slug, title or date, and
    /// is an issue of the page.
    void place(SourcePage &page);

private:
    struct Wanted
    {
        QStringList names;    ///< of folders and page
        QString address;      ///< where it was: "/posts/hello/", "/about.html"
        QString query;        ///< "?p=12"; the address before it is not the page's own
        bool isGiven = false; ///< the file says so itself
    };

    Wanted wantedFor(SourcePage &page) const;
    void takeHugo(SourcePage &page, Wanted &wanted) const;
    HugoPlace hugoPlace(const SourcePage &page, const QStringList &names) const;
    QString pathOf(const QStringList &names, const SourcePage &page);
    QString safePath(const SourcePage &page);
    void remember(SourcePage &page, const Wanted &wanted) const;
    QString segment(const QString &parent, const QString &original, const QString &fallback);
    QString fresh(const QString &path) const;

    QHash<QString, QString> m_known; ///< old address → path
    AddressRules m_rules;
    QHash<QString, QString> m_segments; ///< parent path + original name → segment
    QSet<QString> m_usedSegments;       ///< parent path + segment
    QHash<QString, QString> m_used;     ///< path → file
};

/// Who comes first when pages ask for the same address: the home page's own file, then pages that
/// visitors know, then drafts; a name that is a path already before one that comes to the same.
int placingOrder(const SourcePage &page);

/// Hugo's way from a name to a piece of an address: small letters, spaces to hyphens.
QString hugoSegment(const QString &name);

} // namespace kakehashi::takeover
