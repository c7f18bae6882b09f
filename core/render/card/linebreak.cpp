#include "render/card/linebreak.h"

#include <QTextBoundaryFinder>

#include <algorithm>
#include <limits>
#include <vector>

namespace kakehashi::render {
namespace {

enum class Script { Hiragana, Katakana, Kanji, Latin, Space, Other };

Script scriptOf(QChar c)
{
    const char16_t code = c.unicode();
    if (code >= 0x3041 && code <= 0x309F)
        return Script::Hiragana;
    if ((code >= 0x30A1 && code <= 0x30FA) || code == 0x30FC)
        return Script::Katakana;
    if ((code >= 0x3400 && code <= 0x9FFF) || code == 0x3005 || c.isSurrogate())
        return Script::Kanji;
    if (c.isLetterOrNumber())
        return Script::Latin;
    return c.isSpace() ? Script::Space : Script::Other;
}

constexpr int forbidden = 3;

/// Letters of a title that are looked at. Four lines hold some 350 of the narrowest; what has no
/// width (joiners, marks) could go on for ever.
constexpr qsizetype mostLetters = 500;

/// What one sees as a letter: a pair of surrogates, a base with its marks, joined emoji.
struct Letters
{
    QString text;
    std::vector<double> places; ///< how far each code unit is from the beginning
    std::vector<int> penalties; ///< of a break before each code unit
};

/// As much of the words as can fill the lines and one more, measured once.
Letters lettersOf(const QString &words, double enough,
                  const std::function<double(const QString &)> &widthOf)
{
    Letters letters;
    letters.places = {0};
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, words);
    qsizetype from = 0;
    for (qsizetype to = finder.toNextBoundary(); to > from && letters.places.back() <= enough;
         to = finder.toNextBoundary()) {
        const double end = letters.places.back() + widthOf(words.mid(from, to - from));
        for (qsizetype at = from; at < to; ++at)
            letters.penalties.push_back(at == from ? breakPenalty(words, at) : forbidden);
        letters.places.insert(letters.places.end(), static_cast<size_t>(to - from), end);
        from = to;
    }
    letters.text = words.left(from);
    letters.penalties.push_back(0);
    return letters;
}

bool isOneOf(QChar c, const QString &set)
{
    return set.contains(c);
}

double squared(double number)
{
    return number * number;
}

/// The best way to break what is before a place, found for all places from the left.
struct Best
{
    double cost = std::numeric_limits<double>::infinity();
    qsizetype from = 0;
};

/// As few lines as greedy breaking needs; `end` is where the last of `most` ends.
int fewestLines(const Letters &letters, double width, int most, size_t &end)
{
    int lines = 1;
    size_t from = 0;
    size_t last = 0;
    end = letters.penalties.size() - 1;
    for (size_t at = 1; at < letters.places.size(); ++at) {
        if (letters.places[at] - letters.places[from] > width && last > from) {
            if (lines++ == most)
                end = at - 1;
            from = last;
        }
        if (letters.penalties[at] < forbidden)
            last = at;
    }
    return lines;
}

QStringList linesOf(const Letters &letters, double width, int lines)
{
    const auto size = static_cast<size_t>(letters.text.size());
    const double even = std::min(width, letters.places[size] / lines * 1.02);
    constexpr double withinPhrase = 0.2;
    std::vector<std::vector<Best>> best(static_cast<size_t>(lines) + 1,
                                        std::vector<Best>(size + 1));
    best[0][0].cost = 0;
    for (size_t line = 1; line <= static_cast<size_t>(lines); ++line)
        for (size_t to = 1; to <= size; ++to) {
            const int penalty = letters.penalties[to];
            for (size_t from = 0; penalty < forbidden && from < to; ++from) {
                const double used = letters.places[to] - letters.places[from];
                if (used > width)
                    continue;
                const double cost = best[line - 1][from].cost + squared((even - used) / width) +
                                    penalty * withinPhrase;
                if (cost < best[line][to].cost)
                    best[line][to] = {cost, static_cast<qsizetype>(from)};
            }
        }
    QStringList broken;
    auto to = letters.text.size();
    if (best[static_cast<size_t>(lines)][size].cost == std::numeric_limits<double>::infinity())
        return broken;
    for (int line = lines; line > 0; --line) {
        const qsizetype from = best[static_cast<size_t>(line)][static_cast<size_t>(to)].from;
        broken.prepend(letters.text.mid(from, to - from).trimmed());
        to = from;
    }
    return broken;
}

/// The beginning of the text, at most as long, that ends between two letters.
QString wholeLetters(const QString &text, qsizetype longest)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    finder.setPosition(longest);
    const bool isWhole = finder.isAtBoundary();
    return text.left(isWhole ? longest : std::max<qsizetype>(0, finder.toPreviousBoundary()));
}

/// One word is wider than the line: anywhere then, but not within a letter.
QStringList cutAnywhere(const Letters &letters, double width, int mostLines, double signWidth)
{
    QStringList cut;
    size_t from = 0;
    const auto size = static_cast<size_t>(letters.text.size());
    while (from < size && cut.size() < mostLines) {
        const auto fits = [&](size_t to, double room) {
            return letters.places[to] - letters.places[from] <= room;
        };
        size_t to = from + 1;
        while (to < size && fits(to + 1, width))
            ++to;
        const bool isLast = cut.size() + 1 == mostLines && to < size;
        while (isLast && to > from + 1 && !fits(to, width - signWidth))
            --to;
        const QString piece = letters.text.mid(static_cast<qsizetype>(from));
        const QString line = wholeLetters(piece, static_cast<qsizetype>(to - from));
        cut.append(isLast ? QString(line + u'…') : line);
        from += static_cast<size_t>(std::max<qsizetype>(1, line.size()));
    }
    return cut;
}

} // namespace

int breakPenalty(const QString &text, qsizetype at)
{
    static const QString notFirst =
        QStringLiteral("、。，．,.!?！？」』）)】〉》］]・：；:;"
                       "ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ％%℃…～〜");
    static const QString notLast = QStringLiteral("「『（(【〈《［[〒￥¥第");
    static const QString phraseEnd = QStringLiteral("、。，．！？・：；｜|～〜");
    static const QString closing = QStringLiteral("」』）)】〉》］]");
    if (at <= 0 || at >= text.size())
        return 0;
    const QChar before = text[at - 1];
    const QChar after = text[at];
    if (isOneOf(after, notFirst) || isOneOf(before, notLast) || before.isHighSurrogate())
        return forbidden;
    const Script left = scriptOf(before);
    const Script right = scriptOf(after);
    if (left == Script::Space || right == Script::Space || isOneOf(before, phraseEnd) ||
        isOneOf(after, notLast))
        return 0;
    // 「450社」に: the particle belongs to what is quoted.
    if (isOneOf(before, closing))
        return right == Script::Hiragana ? 2 : 0;
    if (left == right && (left == Script::Latin || left == Script::Katakana))
        return forbidden;
    // 「令和7年度」: a number and what it counts stay together.
    if (left == Script::Latin && right == Script::Kanji)
        return forbidden;
    if (right == Script::Kanji && isOneOf(before, QStringLiteral("ごお")))
        return 2; // 「ご協力」
    if (right == Script::Hiragana)
        return left == Script::Hiragana ? 1 : 2; // 「開きます」「県民の」
    return left == Script::Hiragana ? 0 : 1;
}

QStringList brokenLines(const QString &text, double width, int mostLines,
                        const std::function<double(const QString &)> &widthOf)
{
    const QString words = text.left(4 * mostLetters).simplified().left(mostLetters);
    const double enough = width * (mostLines + 1);
    Letters letters = lettersOf(words, enough, widthOf);
    size_t end = 0;
    while (fewestLines(letters, width, mostLines, end) > mostLines && letters.text.size() > 2) {
        // What the last line holds, and room for the sign that more was said.
        const qsizetype kept = std::min(letters.text.size() - 2, static_cast<qsizetype>(end));
        letters = lettersOf(wholeLetters(letters.text, std::max<qsizetype>(kept, 1)) + u'…', enough,
                            widthOf);
    }
    for (int lines = fewestLines(letters, width, mostLines, end); lines <= mostLines; ++lines)
        if (QStringList broken = linesOf(letters, width, lines); !broken.isEmpty())
            return broken;
    return cutAnywhere(letters, width, mostLines, widthOf(QStringLiteral("…")));
}

} // namespace kakehashi::render
