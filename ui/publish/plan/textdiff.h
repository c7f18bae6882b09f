#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace kakehashi::ui {

/// One line of what a visitor reads, as it was or as it will be.
struct DiffLine
{
    enum class Kind { Same, Gone, New };

    Kind kind = Kind::Same;
    QString text;

    bool operator==(const DiffLine &) const = default;
};

/// The visible text of an HTML page, a line for each block; markup, scripts and styles are left
/// out.
QStringList visibleLines(const QByteArray &html);

/// What changed from one to the other, with up to `context` unchanged lines around each change.
QList<DiffLine> textDiff(const QStringList &before, const QStringList &after, int context = 1);

/// The same as HTML for a QTextBrowser: green with +, red with −, for screen readers in words.
QString diffHtml(const QList<DiffLine> &lines);

} // namespace kakehashi::ui
