#include "workspace/due.h"

#include <algorithm>

namespace kakehashi::workspace {
namespace {

struct Span
{
    QDateTime from;
    QDateTime to;

    bool holds(const QDateTime &time) const { return time.isValid() && from < time && time <= to; }
};

void add(QList<DueChange> &changes, const Span &span, const QString &title, const QDateTime &opens,
         const QDateTime &closes)
{
    if (span.holds(opens))
        changes.append({DueChange::Kind::Opens, title, opens});
    if (span.holds(closes))
        changes.append({DueChange::Kind::Closes, title, closes});
}

} // namespace

QList<DueChange> dueChanges(const render::SiteSnapshot &live, const QDateTime &from,
                            const QDateTime &to)
{
    QList<DueChange> changes;
    const Span span{from, to};
    for (const auto &page : live.pages)
        add(changes, span, page->content.title, page->content.window.opens,
            page->content.window.closes);
    for (const banner::Banner &banner : live.banners) {
        if (banner.enabled)
            add(changes, span, banner.title, banner.opens, banner.closes);
    }
    std::sort(changes.begin(), changes.end(),
              [](const DueChange &a, const DueChange &b) { return a.at < b.at; });
    return changes;
}

} // namespace kakehashi::workspace
