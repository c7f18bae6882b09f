#include "content/page/translation.h"

#include <QCoreApplication>

namespace kakehashi::content {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Translation)
};

Result<Ulid> originalOf(const PageRepository &pages, const Ulid &page)
{
    constexpr int longestChain = 8;
    Ulid id = page;
    for (int step = 0; step < longestChain; ++step) {
        const auto revision = pages.working(id);
        if (!revision)
            return passOn(revision);
        if (revision->content.language.original.isNull())
            break;
        id = revision->content.language.original;
    }
    return id;
}

} // namespace

QString translationPath(const QString &original, const QString &tag)
{
    return u'/' + tag.toLower() + original;
}

Result<Page> makeTranslation(PageRepository &pages, const Ulid &page, const QString &tag,
                             const QString &author)
{
    const QString stored = storedTag(tag);
    if (stored.isEmpty())
        return fail(
            ErrorCode::Invalid,
            Text::tr("\"%1\" is no other language. Write it as en, zh-Hans or pt-BR.").arg(tag));
    const auto original = originalOf(pages, page);
    if (!original)
        return passOn(original);
    const auto there = pages.page(*original);
    const auto revision = pages.working(*original);
    if (!there || !revision)
        return there ? passOn(revision) : passOn(there);
    NewPage made;
    made.kind = there->kind == QLatin1String("home") ? QStringLiteral("page") : there->kind;
    made.path = translationPath(there->path, stored);
    made.content = revision->content;
    made.content.language = {stored, *original};
    made.author = author;
    return pages.create(made);
}

Result<QHash<QString, PageEntry>> translationsOf(const PageRepository &pages, const Ulid &page)
{
    const auto original = originalOf(pages, page);
    const auto entries = pages.list();
    if (!original || !entries)
        return original ? passOn(entries) : passOn(original);
    QHash<QString, PageEntry> byTag;
    for (const PageEntry &entry : *entries)
        if (entry.page.id == *original || entry.language.original == *original)
            byTag.insert(tagOf(entry.language), entry);
    return byTag;
}

} // namespace kakehashi::content
