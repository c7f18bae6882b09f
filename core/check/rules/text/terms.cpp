#include "check/rules/text/textrules.h"

#include <algorithm>

namespace kakehashi::check {
namespace {

/// Whether the place is within a word that the site's people declared right.
bool isRight(const QString &prose, const Range &place, const QStringList &rightWords)
{
    for (const QString &word : rightWords) {
        const qsizetype first = std::max<qsizetype>(0, place.end() - word.size());
        const qsizetype at = prose.indexOf(word, first);
        if (at >= 0 && at <= place.begin)
            return true;
    }
    return false;
}

QString replacementFor(const Term &term, const QRegularExpressionMatch &match)
{
    if (!term.written.isEmpty())
        return term.replacement; // a plain word, whatever it holds
    QString wanted = term.replacement;
    return wanted.replace(QStringLiteral("\\1"), match.captured(1));
}

bool overlaps(const QList<Range> &taken, const Range &place)
{
    return std::any_of(taken.cbegin(), taken.cend(), [&place](const Range &other) {
        return place.begin < other.end() && other.begin < place.end();
    });
}

void inText(const SourceText &text, const Words &words, Report &report)
{
    QList<Range> taken; // by a term before: two offers for one place would contradict each other
    for (const Term &term : words.terms) {
        for (auto each = term.find.globalMatch(text.prose()); each.hasNext();) {
            const QRegularExpressionMatch match = each.next();
            const Range place = rangeOf(match);
            if (overlaps(taken, place) || isRight(text.prose(), place, words.rightWords))
                continue;
            taken.append(place);
            const QString wanted = replacementFor(term, match);
            const QString reason =
                term.reason.isEmpty() ? QString() : QString(QStringLiteral(" ") + term.reason);
            report.at(text, place,
                      TextRules::tr("This site writes \"%1\", not \"%2\".%3")
                          .arg(wanted, match.captured(), reason),
                      wanted);
        }
    }
}

} // namespace

/// The site's own spelling (its dictionary, then resources/rules/terms.json): 取り組み → 取組.
void terms(const PageView &page, Report &report)
{
    for (const SourceText &text : page.texts)
        inText(text, page.book.words(), report);
}

} // namespace kakehashi::check
