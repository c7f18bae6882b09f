#include "content/markdown/footnotes.h"
#include "check/rules/text/textrules.h"

namespace kakehashi::check {

/// A note that nothing refers to is left out of the page; a mark without a note stays a mark.
void footnotes(const PageView &page, Report &report)
{
    if (page.page.content.format != content::BodyFormat::Markdown)
        return;
    const SourceText &body = page.body();
    for (const content::LooseFootnote &loose : content::looseFootnotes(body.prose())) {
        const Range range{loose.begin, loose.length};
        const QString mark = body.view(range).toString();
        report.at(body, range,
                  loose.isNote ? TextRules::tr("Nothing refers to the note %1, so visitors do not "
                                               "see it. Put %1 where it belongs.")
                                     .arg(mark)
                               : TextRules::tr("%1 has no note, so it stands in the text as it is. "
                                               "Write a line that begins with “%1:”.")
                                     .arg(mark));
    }
}

} // namespace kakehashi::check
