#include "takeover/hugo/markup/footnotes.h"

#include "content/markdown/footnotes.h"
#include "takeover/hugo/links/markdownmask.h"

#include <QCoreApplication>

namespace kakehashi::takeover {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Import)
};

} // namespace

void tellOfFootnotes(SourcePage &page)
{
    const QString &body = page.page.content.body;
    if (page.page.content.format != content::BodyFormat::Markdown ||
        !body.contains(QLatin1String("[^")))
        return;
    for (const auto &loose : content::looseFootnotes(maskedMarkdown(body))) {
        Place place;
        place.file = page.source.shown;
        place.line = page.page.bodyLine + int(QStringView(body).left(loose.begin).count(u'\n'));
        const QString mark = body.mid(loose.begin, loose.length);
        const QString text =
            loose.isNote
                ? Text::tr("Nothing refers to the note %1, so visitors do not see it.").arg(mark)
                : Text::tr("%1 has no note, so it stands in the text as it is.").arg(mark);
        page.issues.append({Severity::Should, QStringLiteral("import-footnote"), text, place});
    }
}

} // namespace kakehashi::takeover
