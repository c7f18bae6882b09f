#pragma once

#include "check/finding.h"

#include <QObject>
#include <QTextCursor>

class QMenu;

namespace kakehashi::ui {

class MarkdownEdit;

/// What the check found, under the words it found it in: a wavy line in the colour of its
/// severity, with a tooltip and, at the mark, a menu that mends it. The marks move with the text
/// while it is typed in.
class TextMarks final : public QObject
{
    Q_OBJECT

public:
    /// More would help nobody and slow painting.
    static constexpr int mostMarks = 150;

    explicit TextMarks(MarkdownEdit *edit);

    void show(const check::Findings &findings); ///< those of the body
    void showMenu();                            ///< of the marks at the caret
    /// Selects what was found, wherever the words have moved to.
    void goTo(const check::Finding &finding);
    /// The next finding after the caret, or before it; nothing when there is none that way.
    std::optional<check::Finding> next(bool backward) const;
    /// Makes the fixes as one edit. Those whose words are not there any more are left out.
    void mend(const check::Findings &findings);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void mendRequested(const kakehashi::check::Finding &finding);
    void mendAllRequested(const QString &rule);

private:
    struct Mark
    {
        check::Finding finding;
        QTextCursor range;
    };

    QTextCursor rangeOf(const check::Finding &finding) const;
    const Mark *markOf(const check::Finding &finding) const;
    check::Findings at(int position, bool wholeLine) const;
    void paint();
    bool showTip(const QPoint &at, const QPoint &global);
    void showContextMenu(const QPoint &at, const QPoint &global);
    void fill(QMenu *menu, const check::Findings &findings);

    MarkdownEdit *m_edit;
    check::Findings m_all;
    QList<Mark> m_marks; ///< in the order of the text
};

} // namespace kakehashi::ui
