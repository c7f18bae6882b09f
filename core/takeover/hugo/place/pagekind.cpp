#include "takeover/hugo/place/pagekind.h"

#include "takeover/hugo/place/permalink.h"

#include <algorithm>

namespace kakehashi::takeover {
namespace {

/// What Hugo's authors call the folder of their news, and of their events.
QString kindOfSection(const QString &section)
{
    static const QStringList news{QStringLiteral("topics"), QStringLiteral("posts"),
                                  QStringLiteral("post"), QStringLiteral("news"),
                                  QStringLiteral("blog")};
    if (news.contains(section))
        return QStringLiteral("topic");
    if (section == QLatin1String("events") || section == QLatin1String("event"))
        return QStringLiteral("event");
    return QStringLiteral("page");
}

} // namespace

void setKind(SourcePage &page, const QList<content::Kind> &kinds)
{
    QString &kind = page.page.kind;
    const bool isKnown =
        std::any_of(kinds.cbegin(), kinds.cend(),
                    [&kind](const content::Kind &each) { return each.name == kind; });
    if (isKnown)
        return;
    if (!kind.isEmpty())
        page.page.content.fields.insert(QStringLiteral("type"), kind);
    const QString section = isJekyllPost(page.source.key)
                                ? QStringLiteral("posts")
                                : page.source.key.section(QLatin1Char('/'), 0, 0);
    const bool index = page.source.key.endsWith(QStringLiteral("_index.md"));
    kind = page.source.key.contains(QLatin1Char('/')) ? kindOfSection(section)
                                                      : QStringLiteral("page");
    if (page.page.path == QLatin1String("/"))
        kind = QStringLiteral("home");
    else if (index && kind == QLatin1String("topic"))
        kind = QStringLiteral("list");
    else if (index)
        kind = QStringLiteral("page");
}

} // namespace kakehashi::takeover
