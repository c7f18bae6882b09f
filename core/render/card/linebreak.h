#pragma once

#include <QString>
#include <QStringList>

#include <functional>

namespace kakehashi::render {

/// How bad a line break before text[at] is: 0 at the end of a phrase, 1 within one, 2 before an
/// ending or particle, 3 forbidden by JIS X 4051 (a line may not begin with 、 or end with 「) or
/// inside a word of katakana or Latin letters.
int breakPenalty(const QString &text, qsizetype at);

/// Breaks a Japanese title into lines no wider than `width`, as even as can be and at the ends of
/// phrases. `widthOf` measures a piece of the text. Longer than `mostLines`: the last line ends
/// with 「…」.
QStringList brokenLines(const QString &text, double width, int mostLines,
                        const std::function<double(const QString &)> &widthOf);

} // namespace kakehashi::render
