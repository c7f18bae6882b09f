#include "check/rules/text/textrules.h"

namespace kakehashi::check {
namespace {

/// In running text a space between two characters may part two words.
bool isInRunningText(const QString &prose, const QRegularExpressionMatch &match)
{
    const auto isKana = [&prose](qsizetype at) {
        if (at < 0 || at >= prose.size())
            return false;
        const QChar::Script script = prose[at].script();
        return script == QChar::Script_Hiragana || script == QChar::Script_Katakana;
    };
    return isKana(match.capturedStart() - 1) || isKana(match.capturedEnd());
}

} // namespace

/// 「日　時」 is read as two words (WCAG technique failure F32). Two single characters that make a
/// known word are joined; of others (a name 「林 健」 is right) a person must judge.
void spaceInWord(const PageView &page, Report &report)
{
    // Not \p{Han}: by script extensions that takes in 「。」 and its like, too.
    static const QRegularExpression spread(
        QStringLiteral("(?<!%1)(%1)[ \\x{3000}]+(%1)(?!%1)")
            .arg(QStringLiteral("[\\x{3005}\\x{3400}-\\x{4DBF}\\x{4E00}-\\x{9FFF}"
                                "\\x{F900}-\\x{FAFF}]")));
    const QSet<QString> &known = page.book.words().spacedWords;
    const Severity severity = page.book.info(QStringLiteral("space-in-word")).severity;
    const auto take = [&](const SourceText &text, const QRegularExpressionMatch &match) {
        const QString word = match.captured(1) + match.captured(2);
        const bool isWord = known.contains(word);
        if (!isWord && isInRunningText(text.prose(), match))
            return;
        report.setSeverity(isWord ? severity : Severity::Ask);
        if (isWord)
            report.at(text, rangeOf(match),
                      TextRules::tr("The spaces inside \"%1\" break the word for screen readers "
                                    "and for searching.")
                          .arg(word),
                      word);
        else
            report.at(text, rangeOf(match),
                      TextRules::tr("Is \"%1\" one word? Then it must have no spaces inside.")
                          .arg(match.captured()));
    };
    eachMatch(page, spread, take);
}

} // namespace kakehashi::check
