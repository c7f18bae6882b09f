#include "check/rules/text/textrules.h"

namespace kakehashi::check {

/// 機種依存文字 by the list in resources/rules/characters.json, which also says how much each
/// group matters: what JIS X 0213 has is shown everywhere now, but read out differently.
void dependentCharacters(const PageView &page, Report &report)
{
    const auto &characters = page.book.words().characters;
    const bool isDecided = page.book.info(QStringLiteral("dependent-character")).isDecided;
    for (const SourceText &text : page.texts) {
        const QString &prose = text.prose();
        for (qsizetype i = 0; i < prose.size(); ++i) {
            const QChar c = prose[i];
            if (c.unicode() < 0xA0 || c == SourceText::hidden)
                continue;
            const bool pair =
                c.isHighSurrogate() && i + 1 < prose.size() && prose[i + 1].isLowSurrogate();
            const char32_t point = pair ? QChar::surrogateToUcs4(c, prose[i + 1]) : c.unicode();
            const auto known = characters.constFind(point);
            if (known == characters.constEnd())
                continue;
            if (!isDecided)
                report.setSeverity(known->severity);
            const Range range{i, pair ? 2 : 1};
            const QString shown = text.view(range).toString();
            if (known->replacement.isEmpty())
                report.at(text, range,
                          TextRules::tr("\"%1\" (%2) may not be shown or read out everywhere.")
                              .arg(shown, known->group));
            else
                report.at(text, range,
                          TextRules::tr("\"%1\" (%2) may not be read out right. Write \"%3\".")
                              .arg(shown, known->group, known->replacement),
                          known->replacement);
        }
    }
}

} // namespace kakehashi::check
