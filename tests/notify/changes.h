#pragma once

#include "notify/searchengines.h"
#include "support/publishfixture.h"

namespace kakehashi::test {

inline constexpr auto page = "<!doctype html><head><title>a</title></head><body>a</body>";
inline constexpr auto hidden =
    "<!doctype html><head><meta name=\"robots\" content=\"noindex\"></head>";

inline content::SiteSettings siteAt(const QUrl &endpoint)
{
    content::SiteSettings site;
    site.id = Ulid::generate();
    site.name = QStringLiteral("みやぎ");
    site.url = QUrl(QStringLiteral("https://www.example.jp/"));
    site.indexNow = {true, QStringLiteral("0123456789abcdef0123456789abcdef"), endpoint};
    return site;
}

inline publish::Target publicTarget()
{
    publish::Target target;
    target.id = Ulid::generate();
    target.name = QStringLiteral("production");
    target.url = QStringLiteral("https://www.example.jp/");
    return target;
}

/// What changes between two states of a site.
inline publish::Plan planBetween(const Files &before, const Files &after)
{
    using Action = publish::PlanItem::Action;
    publish::Plan plan;
    const auto add = [&plan](Action action, const QString &path, const QByteArray *was,
                             const QByteArray *is) {
        publish::PlanItem item;
        item.action = action;
        item.path = path;
        item.before = was ? Sha256::of(*was) : Sha256();
        item.after = is ? Sha256::of(*is) : Sha256();
        plan.items.append(item);
    };
    for (auto file = after.begin(); file != after.end(); ++file) {
        const auto was = before.find(file.key());
        if (was == before.end())
            add(Action::Add, file.key(), nullptr, &*file);
        else if (*was != *file)
            add(Action::Replace, file.key(), &*was, &*file);
    }
    for (auto file = before.begin(); file != before.end(); ++file)
        if (!after.contains(file.key()))
            add(Action::Remove, file.key(), &*file, nullptr);
    return plan;
}

/// Both states' bytes, as the site's object store keeps them.
inline BuiltSite bytesOf(const Files &before, const Files &after)
{
    Files both = after;
    for (auto file = before.begin(); file != before.end(); ++file)
        both.insert(QStringLiteral("before/") + file.key(), *file);
    return BuiltSite(both);
}

} // namespace kakehashi::test
