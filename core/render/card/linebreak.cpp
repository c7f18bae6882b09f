#include "render/card/linebreak.h"

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

/// As few lines as greedy breaking needs.
int fewestLines(const QString &text, double width, const std::vector<double> &places)
{
    int lines = 1;
    qsizetype from = 0;
    qsizetype last = 0;
    for (qsizetype at = 1; at <= text.size(); ++at) {
        if (places[static_cast<size_t>(at)] - places[static_cast<size_t>(from)] > width &&
            last > from) {
            ++lines;
            from = last;
        }
        if (at < text.size() && breakPenalty(text, at) < forbidden)
            last = at;
    }
    return lines;
}

QStringList linesOf(const QString &text, double width, int lines, const std::vector<double> &places)
{
    const auto size = static_cast<size_t>(text.size());
    const double even = std::min(width, places[size] / lines * 1.02);
    constexpr double withinPhrase = 0.2;
    std::vector<std::vector<Best>> best(static_cast<size_t>(lines) + 1,
                                        std::vector<Best>(size + 1));
    best[0][0].cost = 0;
    for (size_t line = 1; line <= static_cast<size_t>(lines); ++line)
        for (size_t to = 1; to <= size; ++to) {
            const int penalty = to == size ? 0 : breakPenalty(text, static_cast<qsizetype>(to));
            for (size_t from = 0; penalty < forbidden && from < to; ++from) {
                const double used = places[to] - places[from];
                if (used > width)
                    continue;
                const double cost = best[line - 1][from].cost + squared((even - used) / width) +
                                    penalty * withinPhrase;
                if (cost < best[line][to].cost)
                    best[line][to] = {cost, static_cast<qsizetype>(from)};
            }
        }
    QStringList broken;
    auto to = text.size();
    if (best[static_cast<size_t>(lines)][size].cost == std::numeric_limits<double>::infinity())
        return broken;
    for (int line = lines; line > 0; --line) {
        const qsizetype from = best[static_cast<size_t>(line)][static_cast<size_t>(to)].from;
        broken.prepend(text.mid(from, to - from).trimmed());
        to = from;
    }
    return broken;
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
    QString words = text.simplified();
    const auto measured = [&] {
        std::vector<double> places{0};
        for (const QChar c : std::as_const(words))
            places.push_back(places.back() + widthOf(QString(c)));
        return places;
    };
    std::vector<double> places = measured();
    while (fewestLines(words, width, places) > mostLines && words.size() > 2) {
        words.chop(words.endsWith(u'…') ? 2 : 1);
        words += u'…';
        places = measured();
    }
    for (int lines = fewestLines(words, width, places); lines <= mostLines; ++lines)
        if (QStringList broken = linesOf(words, width, lines, places); !broken.isEmpty())
            return broken;
    // One word wider than the line: anywhere then.
    QStringList cut{QString()};
    for (const QChar c : std::as_const(words)) {
        if (widthOf(cut.last() + c) > width && cut.size() < mostLines)
            cut.append(QString());
        if (widthOf(cut.last() + c) <= width)
            cut.last() += c;
    }
    return cut;
}

} // namespace kakehashi::render
