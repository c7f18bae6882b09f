#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace kakehashi::ui {

/// Asks, above the table and without stopping anything, about a figure that was typed and is not
/// stored: one that looks like a slip of the hand, or one that could not be read.
class FigureQuestion final : public QWidget
{
    Q_OBJECT

public:
    explicit FigureQuestion(QWidget *parent = nullptr);
    /// Empty `confirm`: it cannot be stored as it is.
    void ask(const QString &question, const QString &confirm);
    QString text() const; ///< empty: nothing is asked

Q_SIGNALS:
    void confirmed();
    void corrected(); ///< the person wants the cell open again
    void discarded(); ///< what was stored before is to stay

private:
    QLabel *m_text;
    QPushButton *m_confirm;
};

} // namespace kakehashi::ui
