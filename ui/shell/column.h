#pragma once

#include <QScrollArea>

class QLabel;
class QVBoxLayout;

namespace kakehashi::ui {

/// The content of a Full panel as one readable column that scrolls: lines do not grow with the
/// window beyond what the eye can follow.
class Column final : public QScrollArea
{
    Q_OBJECT

public:
    explicit Column(QWidget *parent = nullptr, int widest = 820);

    QVBoxLayout *content() const { return m_content; }
    QLabel *addHeading(const QString &text);
    QLabel *addText(const QString &text); ///< wraps; rich text and links are off
    /// A quiet second line, e.g. under a heading.
    QLabel *addNote(const QString &text);

private:
    QVBoxLayout *m_content;
};

/// Everything in a layout, widgets deleted later.
void clearLayout(class QLayout *layout);

} // namespace kakehashi::ui
