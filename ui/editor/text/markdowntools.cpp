#include "ui/editor/text/markdowntools.h"

#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>

#include <functional>

namespace kakehashi::ui {

namespace {

const QChar selectMark(u'¦');

/// Gives every selected line to `change` and writes back what it returns.
void changeLines(QTextCursor &cursor, const std::function<QString(const QString &)> &change)
{
    const bool hadSelection = cursor.hasSelection();
    QTextCursor lines = cursor;
    lines.setPosition(cursor.selectionStart());
    lines.movePosition(QTextCursor::StartOfBlock);
    const int start = lines.position();
    lines.setPosition(cursor.selectionEnd(), QTextCursor::KeepAnchor);
    // A selection that ends at the start of a line does not mean that line.
    if (lines.atBlockStart() && lines.position() > start && hadSelection)
        lines.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor);
    lines.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    QStringList text = lines.selectedText().split(QChar::ParagraphSeparator);
    for (QString &line : text)
        line = change(line);
    const QString changed = text.join(u'\n');
    lines.insertText(changed);
    const auto end = start + static_cast<int>(changed.size());
    cursor.setPosition(hadSelection ? start : end);
    if (hadSelection)
        cursor.setPosition(end, QTextCursor::KeepAnchor);
}

QStringList selectedLines(const QTextCursor &cursor)
{
    QStringList lines;
    QTextBlock block = cursor.document()->findBlock(cursor.selectionStart());
    while (block.isValid() && block.position() <= cursor.selectionEnd()) {
        lines << block.text();
        block = block.next();
    }
    return lines;
}

const QRegularExpression &listItem()
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(^(\s*)(?:([-*+])|(\d+)([.)]))\s(.*)$)"));
    return pattern;
}

QString withoutMarker(const QString &line)
{
    const auto match = listItem().match(line);
    return match.hasMatch() ? match.captured(1) + match.captured(5) : line;
}

} // namespace

void toggleMark(QTextCursor &cursor, const QString &mark)
{
    const QString selected = cursor.selectedText();
    const auto length = static_cast<int>(mark.size());
    const bool isMarked =
        selected.size() >= 2 * length && selected.startsWith(mark) && selected.endsWith(mark);
    const int start = cursor.selectionStart();
    cursor.insertText(isMarked ? selected.mid(length, selected.size() - 2 * length)
                               : mark + selected + mark);
    if (selected.isEmpty()) {
        cursor.setPosition(start + length);
        return;
    }
    const int end = cursor.position();
    cursor.setPosition(start);
    cursor.setPosition(end, QTextCursor::KeepAnchor);
}

void toggleHeading(QTextCursor &cursor, int level)
{
    const QString prefix = QString(level, u'#') + u' ';
    static const QRegularExpression heading(QStringLiteral("^#{1,6}\\s+"));
    changeLines(cursor, [&](const QString &line) {
        QString plain = line;
        plain.remove(heading);
        return line.startsWith(prefix) ? plain : prefix + plain;
    });
}

void toggleList(QTextCursor &cursor, bool numbered)
{
    const QStringList lines = selectedLines(cursor);
    const bool isList = std::all_of(lines.cbegin(), lines.cend(), [&](const QString &line) {
        const auto match = listItem().match(line);
        return match.hasMatch() && match.captured(3).isEmpty() != numbered;
    });
    int number = 0;
    changeLines(cursor, [&](const QString &line) {
        const QString plain = withoutMarker(line);
        if (isList)
            return plain;
        return numbered ? QStringLiteral("%1. %2").arg(++number).arg(plain)
                        : QStringLiteral("- ") + plain;
    });
}

void toggleQuote(QTextCursor &cursor)
{
    const QString prefix = QStringLiteral("> ");
    changeLines(cursor, [&](const QString &line) {
        return line.startsWith(prefix) ? line.mid(prefix.size()) : prefix + line;
    });
}

void insertLink(QTextCursor &cursor, const QString &placeholder, const QString &target)
{
    const bool hadText = cursor.hasSelection();
    const QString text = hadText ? cursor.selectedText() : placeholder;
    const int start = cursor.selectionStart();
    cursor.insertText(QStringLiteral("[%1](%2)").arg(text, target));
    const auto textLength = static_cast<int>(text.size());
    const int from = hadText ? start + textLength + 3 : start + 1;
    const int count = hadText ? static_cast<int>(target.size()) : textLength;
    cursor.setPosition(from);
    cursor.setPosition(from + count, QTextCursor::KeepAnchor);
}

void insertBlockText(QTextCursor &cursor, const QString &text)
{
    QString selected = cursor.selectedText();
    selected.replace(QChar::ParagraphSeparator, u'\n');
    QString block = text;
    qsizetype from = block.indexOf(selectMark);
    qsizetype count = 0;
    if (from >= 0) {
        const qsizetype end = block.indexOf(selectMark, from + 1);
        const QString inner = selected.isEmpty() ? block.mid(from + 1, end - from - 1) : selected;
        block.replace(from, end - from + 1, inner);
        count = inner.size();
    }
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    const QTextBlock line = cursor.block();
    QString before;
    if (!line.text().isEmpty()) {
        cursor.movePosition(QTextCursor::EndOfBlock);
        before = QStringLiteral("\n\n");
    } else if (line.previous().isValid() && !line.previous().text().isEmpty()) {
        before = QStringLiteral("\n");
    }
    const QTextBlock next = cursor.block().next();
    const QString after =
        !next.isValid() || !next.text().isEmpty() ? QStringLiteral("\n") : QString();
    const int start = cursor.position() + static_cast<int>(before.size());
    cursor.insertText(before + block + after);
    cursor.endEditBlock();
    if (from >= 0) {
        cursor.setPosition(start + static_cast<int>(from));
        cursor.setPosition(start + static_cast<int>(from + count), QTextCursor::KeepAnchor);
    }
}

bool continueList(QTextCursor &cursor)
{
    if (cursor.hasSelection() || !cursor.atBlockEnd())
        return false;
    const QString line = cursor.block().text();
    const auto item = listItem().match(line);
    const bool isQuote = line.startsWith(QLatin1String("> "));
    if (!item.hasMatch() && !isQuote)
        return false;
    const QString content = isQuote ? line.mid(2) : item.captured(5);
    if (content.trimmed().isEmpty()) {
        // An empty line ends a list or quotation; text right under it would still belong to it.
        const QTextBlock before = cursor.block().previous();
        cursor.movePosition(QTextCursor::StartOfBlock);
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        const bool isUnder = before.isValid() && !before.text().trimmed().isEmpty();
        cursor.insertText(isUnder ? QStringLiteral("\n") : QString());
        return true;
    }
    QString marker = QStringLiteral("> ");
    if (!item.captured(3).isEmpty()) {
        marker = item.captured(1) + QString::number(item.captured(3).toInt() + 1) +
                 item.captured(4) + u' ';
    } else if (item.hasMatch()) {
        marker = item.captured(1) + item.captured(2) + u' ';
    }
    cursor.insertText(u'\n' + marker);
    return true;
}

} // namespace kakehashi::ui
