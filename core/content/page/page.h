#pragma once

#include "base/ulid.h"
#include "content/page/language.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <memory>
#include <optional>

namespace kakehashi::content {

enum class BodyFormat { Markdown, Html };

/// When visitors can see a page; an empty end is open.
struct PublishWindow
{
    QDateTime opens = {};
    QDateTime closes = {};

    bool isOpenAt(const QDateTime &time) const
    {
        return (!opens.isValid() || opens <= time) && (!closes.isValid() || time < closes);
    }
    bool operator==(const PublishWindow &) const = default;
};

struct Seo
{
    QString title = {};       ///< empty: the page's own title
    QString description = {}; ///< empty: the summary
    bool noindex = false;

    bool operator==(const Seo &) const = default;
};

/// Everything of a page that a person edits. Two equal contents render equally.
struct PageContent
{
    QString title = {};
    QString summary = {};
    QString body = {};
    BodyFormat format = BodyFormat::Markdown;
    QJsonObject fields = {}; ///< by the kind's field names
    QDate date = {};         ///< the date shown to visitors and sorted by; invalid: none
    Ulid picture = {};       ///< MediaAsset for cards and sharing; null: none
    Seo seo = {};
    PublishWindow window = {};
    Language language = {};

    bool operator==(const PageContent &) const = default;
};

/// One state of a page, never changed once stored.
struct Revision
{
    Ulid id;
    Ulid pageId;
    int number = 0; ///< 1, 2, 3 … within the page
    PageContent content;
    QString author;
    QString note;
    QDateTime createdAt; ///< UTC
};

/// A place on the site: identity, kind and path. What it says is in its revisions.
struct Page
{
    Ulid id;
    QString kind;     ///< name of a kind in resources/kinds
    QString path;     ///< "/kenmin/": starts and ends with '/', see PathGuard
    int position = 0; ///< order among siblings in the tree and in menus
    int working = 0;  ///< number of the newest revision
    int live = 0;     ///< number of the revision that the next publish sends; 0: not public
    bool trashed = false;
    QDateTime createdAt;
};

enum class PageState { Draft, Live, Changed, Trashed };

inline PageState stateOf(const Page &page)
{
    if (page.trashed)
        return PageState::Trashed;
    if (page.live == 0)
        return PageState::Draft;
    return page.live == page.working ? PageState::Live : PageState::Changed;
}

} // namespace kakehashi::content
