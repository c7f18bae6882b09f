#include "ui/editing/textchange.h"

#include <algorithm>

namespace kakehashi::ui {

namespace {

qsizetype commonPrefix(const QString &a, const QString &b)
{
    const auto [endA, endB] = std::mismatch(a.cbegin(), a.cend(), b.cbegin(), b.cend());
    Q_UNUSED(endB);
    qsizetype length = endA - a.cbegin();
    if (length > 0 && a.at(length - 1).isHighSurrogate())
        --length;
    return length;
}

qsizetype commonSuffix(const QString &a, const QString &b, qsizetype prefix)
{
    const qsizetype most = std::min(a.size(), b.size()) - prefix;
    qsizetype length = 0;
    while (length < most && a.at(a.size() - 1 - length) == b.at(b.size() - 1 - length))
        ++length;
    if (length > 0 && a.at(a.size() - length).isLowSurrogate())
        --length;
    return length;
}

} // namespace

void TextChange::applyTo(QString &text) const
{
    text.replace(position, removed.size(), inserted);
}

TextChange changeBetween(const QString &before, const QString &after)
{
    const qsizetype prefix = commonPrefix(before, after);
    const qsizetype suffix = commonSuffix(before, after, prefix);
    return {prefix, before.mid(prefix, before.size() - prefix - suffix),
            after.mid(prefix, after.size() - prefix - suffix)};
}

bool mergeTyping(TextChange &first, const TextChange &next)
{
    const bool typing = next.removed.isEmpty() && first.removed.isEmpty() &&
                        next.position == first.position + first.inserted.size() &&
                        !first.inserted.endsWith(u'\n') && !next.inserted.contains(u'\n');
    if (typing) {
        first.inserted += next.inserted;
        return true;
    }
    if (!next.inserted.isEmpty() || !first.inserted.isEmpty() || next.removed.contains(u'\n'))
        return false;
    if (next.position + next.removed.size() == first.position) { // Backspace
        first.position = next.position;
        first.removed.prepend(next.removed);
        return true;
    }
    if (next.position == first.position) { // Delete
        first.removed += next.removed;
        return true;
    }
    return false;
}

} // namespace kakehashi::ui
