#include "check/rules/text/textrules.h"

namespace kakehashi::check {

/// 「赤字の項目は」: does the text say it in another way, too? (WCAG 1.3.3, 1.4.1)
void sensoryWords(const PageView &page, Report &report)
{
    for (const SourceText &text : page.texts) {
        for (const QString &words : page.book.words().sensory) {
            for (qsizetype at = text.prose().indexOf(words); at >= 0;
                 at = text.prose().indexOf(words, at + words.size()))
                report.at(text, {at, words.size()},
                          TextRules::tr("\"%1\": can it be understood without seeing colour, form "
                                        "or place?")
                              .arg(words));
        }
    }
}

} // namespace kakehashi::check
