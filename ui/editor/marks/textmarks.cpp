#include "ui/editor/marks/textmarks.h"

#include "ui/check/findingtext.h"
#include "ui/editor/text/markdownedit.h"
#include "ui/style/style.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QTextBlock>
#include <QToolTip>

#include <algorithm>

namespace kakehashi::ui {
namespace {

/// Of a finding that is known by its line only, so many characters are marked.
constexpr int marksOfLine = 24;

QString wordsOf(const QTextCursor &range)
{
    return range.selectedText().replace(QChar::ParagraphSeparator, u'\n');
}

QTextCharFormat lineUnder(Severity severity)
{
    QTextCharFormat format;
    // The form differs as well as the colour.
    format.setUnderlineStyle(severity == Severity::Ask ? QTextCharFormat::DotLine
                                                       : QTextCharFormat::WaveUnderline);
    format.setUnderlineColor(severityColor(severity));
    return format;
}

} // namespace

TextMarks::TextMarks(MarkdownEdit *edit) : QObject(edit), m_edit(edit)
{
    edit->installEventFilter(this);
    edit->viewport()->installEventFilter(this);
}

QTextCursor TextMarks::rangeOf(const check::Finding &finding) const
{
    const Place &place = finding.issue.place;
    const QTextBlock block = m_edit->document()->findBlockByNumber(place.line - 1);
    if (!block.isValid())
        return {};
    const int last = m_edit->document()->characterCount() - 1;
    const int end = block.position() + block.length() - 1;
    QTextCursor range(block);
    if (place.column == 0) {
        range.setPosition(std::min(end, block.position() + marksOfLine), QTextCursor::KeepAnchor);
        return range;
    }
    const int begin = std::min(block.position() + place.column - 1, end);
    range.setPosition(begin);
    range.setPosition(std::min(begin + std::max(place.length, 1), last), QTextCursor::KeepAnchor);
    return range;
}

void TextMarks::show(const check::Findings &findings)
{
    m_all = findings;
    m_marks.clear();
    for (const check::Finding &finding : findings) {
        if (finding.part != QLatin1String("body") || finding.issue.place.line <= 0)
            continue;
        const QTextCursor range = rangeOf(finding);
        if (!range.isNull())
            m_marks.append({finding, range});
        if (m_marks.size() == mostMarks)
            break;
    }
    std::stable_sort(m_marks.begin(), m_marks.end(), [](const Mark &a, const Mark &b) {
        return a.range.selectionStart() < b.range.selectionStart();
    });
    paint();
}

void TextMarks::paint()
{
    QList<QTextEdit::ExtraSelection> lines;
    lines.reserve(m_marks.size());
    // The gravest last, so that it is on top where several stand under one word.
    for (const Severity severity : {Severity::Ask, Severity::Should, Severity::Must}) {
        for (const Mark &mark : std::as_const(m_marks)) {
            if (mark.finding.issue.severity == severity)
                lines.append({mark.range, lineUnder(severity)});
        }
    }
    m_edit->setMarks(MarkdownEdit::Layer::Findings, lines);
}

const TextMarks::Mark *TextMarks::markOf(const check::Finding &finding) const
{
    const auto found = std::find_if(m_marks.cbegin(), m_marks.cend(), [&finding](const Mark &mark) {
        return mark.finding == finding;
    });
    return found == m_marks.cend() ? nullptr : &*found;
}

check::Findings TextMarks::at(int position, bool wholeLine) const
{
    const QTextBlock block = m_edit->document()->findBlock(position);
    check::Findings here;
    check::Findings inLine;
    for (const Mark &mark : m_marks) {
        const int begin = mark.range.selectionStart();
        if (begin <= position && position <= mark.range.selectionEnd())
            here.append(mark.finding);
        if (block.contains(begin))
            inLine.append(mark.finding);
    }
    return here.isEmpty() && wholeLine ? inLine : here;
}

void TextMarks::goTo(const check::Finding &finding)
{
    const Mark *mark = markOf(finding);
    QTextCursor caret = mark ? mark->range : rangeOf(finding);
    if (caret.isNull())
        return;
    if (finding.issue.place.column == 0)
        caret.setPosition(caret.selectionStart());
    m_edit->setTextCursor(caret);
    m_edit->centerCursor();
    m_edit->setFocus();
}

std::optional<check::Finding> TextMarks::next(bool backward) const
{
    const QTextCursor caret = m_edit->textCursor();
    // Both ways from the beginning of the selection: it is what the last step went to.
    const int from = caret.selectionStart();
    if (backward) {
        for (auto mark = m_marks.crbegin(); mark != m_marks.crend(); ++mark) {
            if (mark->range.selectionStart() < from)
                return mark->finding;
        }
        return {};
    }
    for (const Mark &mark : m_marks) {
        if (mark.range.selectionStart() > from ||
            (mark.range.selectionStart() == from && !caret.hasSelection()))
            return mark.finding;
    }
    return {};
}

void TextMarks::mend(const check::Findings &findings)
{
    m_edit->edit([this, &findings](QTextCursor &cursor) {
        // From the end, so that the caret stays at the first place.
        for (auto finding = findings.crbegin(); finding != findings.crend(); ++finding) {
            const Mark *mark = markOf(*finding);
            const QTextCursor range = mark ? mark->range : rangeOf(*finding);
            if (range.isNull() || !finding->fix || wordsOf(range) != finding->fix->original)
                continue;
            cursor.setPosition(range.selectionStart());
            cursor.setPosition(range.selectionEnd(), QTextCursor::KeepAnchor);
            cursor.insertText(finding->fix->replacement);
        }
    });
}

bool TextMarks::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ToolTip && watched == m_edit->viewport()) {
        const auto *help = static_cast<QHelpEvent *>(event);
        return showTip(help->pos(), help->globalPos());
    }
    if (event->type() == QEvent::ContextMenu) {
        const auto *menu = static_cast<QContextMenuEvent *>(event);
        const bool byKey = menu->reason() == QContextMenuEvent::Keyboard;
        const QPoint at = byKey ? m_edit->cursorRect().center() : menu->pos();
        showContextMenu(at, byKey ? m_edit->viewport()->mapToGlobal(at) : menu->globalPos());
        return true;
    }
    if (event->type() == QEvent::PaletteChange && watched == m_edit)
        paint();
    return QObject::eventFilter(watched, event);
}

bool TextMarks::showTip(const QPoint &at, const QPoint &global)
{
    const check::Findings findings = this->at(m_edit->cursorForPosition(at).position(), false);
    if (findings.isEmpty()) {
        QToolTip::hideText();
        return true;
    }
    QStringList texts;
    for (const check::Finding &finding : findings)
        texts << findingHtml(finding, true);
    QToolTip::showText(global, texts.join(QStringLiteral("<hr>")), m_edit->viewport());
    return true;
}

void TextMarks::showContextMenu(const QPoint &at, const QPoint &global)
{
    QMenu *menu = m_edit->createStandardContextMenu(at);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const check::Findings findings = this->at(m_edit->cursorForPosition(at).position(), false);
    if (!findings.isEmpty()) {
        auto *mending = new QMenu(menu);
        fill(mending, findings);
        QAction *first = menu->actions().value(0);
        menu->insertActions(first, mending->actions());
        menu->insertSeparator(first);
    }
    menu->popup(global);
}

void TextMarks::showMenu()
{
    const check::Findings findings = at(m_edit->textCursor().position(), true);
    auto *menu = new QMenu(m_edit);
    menu->setObjectName(QStringLiteral("mending"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (findings.isEmpty())
        menu->addAction(tr("Nothing was found here"))->setEnabled(false);
    fill(menu, findings);
    menu->popup(m_edit->viewport()->mapToGlobal(m_edit->cursorRect().bottomLeft()));
    for (QAction *action : menu->actions()) {
        if (action->isEnabled() && !action->isSeparator()) {
            menu->setActiveAction(action); // Enter does it at once
            break;
        }
    }
}

void TextMarks::fill(QMenu *menu, const check::Findings &findings)
{
    QStringList rules;
    for (const check::Finding &finding : findings) {
        QAction *what = menu->addAction(
            style::icon(severityIcon(finding.issue.severity)),
            m_edit->fontMetrics().elidedText(finding.issue.text, Qt::ElideRight, 480));
        what->setEnabled(false);
        if (!finding.fix)
            continue;
        QAction *mend = menu->addAction(finding.fix->label);
        connect(mend, &QAction::triggered, this,
                [this, finding] { Q_EMIT mendRequested(finding); });
        if (!rules.contains(finding.issue.rule))
            rules << finding.issue.rule;
    }
    for (const QString &rule : std::as_const(rules)) {
        const auto count =
            std::count_if(m_all.cbegin(), m_all.cend(), [&rule](const check::Finding &finding) {
                return finding.issue.rule == rule && finding.fix;
            });
        if (count < 2)
            continue;
        QAction *all =
            menu->addAction(tr("Mend all %n of “%1” on this page", nullptr, static_cast<int>(count))
                                .arg(ruleTitle(rule)));
        connect(all, &QAction::triggered, this, [this, rule] { Q_EMIT mendAllRequested(rule); });
    }
}

} // namespace kakehashi::ui
