#include "takeover/pagetext.h"

#include "takeover/hugo/links/sourceaddress.h"
#include "takeover/hugo/matter/matter.h"
#include "takeover/hugo/sourcepage.h"

#include <QCoreApplication>
#include <QUrl>

namespace kakehashi::takeover {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Import)
};

bool says(const Matter &matter, QLatin1String wanted)
{
    for (auto value = matter.values.begin(); value != matter.values.end(); ++value)
        if (value.key().compare(wanted, Qt::CaseInsensitive) == 0)
            return true;
    return false;
}

/// What is about the place of a page, or about other pages.
QStringList keysOfImports(const Matter &matter)
{
    QStringList keys;
    for (const auto *key :
         {"aliases", "draft", "image", "images", "cover", "picture", "thumbnail", "weight",
          "position", "slug", "permalink", "translationOf", "translationKey"})
        if (says(matter, QLatin1String(key)))
            keys.append(QLatin1String(key));
    return keys;
}

Result<void> checkPlace(const SourcePage &given, const TextPlace &place)
{
    const auto refused = [&](const QString &said) {
        return badMatter(place.file, given.urlLine,
                         Text::tr("the text says that it is %1, but %2 is to be changed. Name that "
                                  "page, or delete the line")
                             .arg(said, place.path));
    };
    if (!given.url.isEmpty() &&
        addressKey(QUrl(given.url).path(QUrl::FullyDecoded)) != addressKey(place.path))
        return refused(given.url);
    return {};
}

void merge(const content::PageContent &given, const Matter &matter, content::PageContent &content)
{
    if (says(matter, QLatin1String("title")))
        content.title = given.title;
    if (!given.summary.isEmpty())
        content.summary = given.summary;
    if (!given.seo.title.isEmpty())
        content.seo.title = given.seo.title;
    if (!given.seo.description.isEmpty())
        content.seo.description = given.seo.description;
    content.seo.noindex = content.seo.noindex || given.seo.noindex;
    if (given.date.isValid())
        content.date = given.date;
    if (given.window.opens.isValid())
        content.window.opens = given.window.opens;
    if (given.window.closes.isValid())
        content.window.closes = given.window.closes;
    if (says(matter, QLatin1String("lang")))
        content.language.tag = given.language.tag;
    for (auto field = given.fields.begin(); field != given.fields.end(); ++field)
        content.fields.insert(field.key(), field.value());
}

QStringList notesOn(const QString &text, const QString &file)
{
    QStringList notes;
    for (const Issue &issue : lostLetters(text, file))
        notes.append(issue.text);
    return notes;
}

} // namespace

Result<QStringList> putText(const DecodedText &text, const TextPlace &place,
                            content::PageContent &content)
{
    // A text may begin with a line across the page, which is none of a front matter.
    const auto matter = hasOpenFence(text.text) ? Result<Matter>(Matter{{}, {}, text.text})
                                                : readMatter(text.text, place.file);
    if (!matter)
        return passOn(matter);
    content.body = matter->body;
    if (!matter->given)
        return notesOn(text.text, place.file);
    // Read as Markdown, whatever the file is called: the page has a form of text already.
    const auto given = sourcePageOf(text, {{}, place.file, QStringLiteral("page.md")}, false);
    if (!given)
        return passOn(given);
    if (!given->badDates.isEmpty())
        return tl::unexpected(given->badDates.first());
    if (auto good = checkPlace(*given, place); !good)
        return passOn(good);
    merge(given->page.content, *matter, content);
    QStringList notes = notesOn(text.text, place.file);
    if (const QStringList keys = keysOfImports(*matter); !keys.isEmpty())
        notes.append(Text::tr("Of the front matter %1 is left as it is with the page; an import "
                              "takes it.")
                         .arg(keys.join(QStringLiteral(", "))));
    const QString &kind = given->page.kind;
    if (!kind.isEmpty() && kind != place.kind)
        notes.append(Text::tr("The page stays of the kind %1; the front matter says %2.")
                         .arg(place.kind, kind));
    return notes;
}

} // namespace kakehashi::takeover
