#include "takeover/hugo/place/missinglists.h"

#include <QCoreApplication>

namespace kakehashi::takeover {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Import)
};

SourcePage made(const QString &path, const QString &kind, const QString &title)
{
    SourcePage page;
    page.source.shown = page.source.key = path.mid(1) + QStringLiteral("_index.md");
    page.oldUrl = page.page.path = path;
    page.oldAddresses = {path};
    page.page.kind = kind;
    page.page.content.title = title;
    page.notes.append(Text::tr("The folder has no such file; the site needs the page."));
    return page;
}

/// "topics" is what this program calls its news; other names are used as Hugo does.
QString titleOf(const QString &section, const QList<content::Kind> &kinds)
{
    for (const content::Kind &kind : kinds)
        if (kind.name == QLatin1String("topic") && section == QLatin1String("topics"))
            return kind.label;
    QString title = section;
    title.replace(QLatin1Char('-'), QLatin1Char(' '));
    return title.left(1).toUpper() + title.mid(1);
}

} // namespace

QList<SourcePage> missingLists(const QList<SourcePage> &pages, const QList<content::Kind> &kinds,
                               const std::function<bool(const QString &path)> &isThere,
                               const QString &homeTitle)
{
    QList<SourcePage> lists;
    if (!homeTitle.isEmpty())
        lists.append(made(QStringLiteral("/"), QStringLiteral("home"), homeTitle));
    QStringList sections;
    for (const SourcePage &page : pages) {
        const QStringList names = page.page.path.split(QLatin1Char('/'), Qt::SkipEmptyParts);
        const bool isNews = page.page.kind == QLatin1String("topic") && names.size() > 1;
        if (!isNews || sections.contains(names.first()))
            continue;
        sections.append(names.first());
        const QString path = QLatin1Char('/') + names.first() + QLatin1Char('/');
        if (!isThere(path))
            lists.append(made(path, QStringLiteral("list"), titleOf(names.first(), kinds)));
    }
    return lists;
}

} // namespace kakehashi::takeover
