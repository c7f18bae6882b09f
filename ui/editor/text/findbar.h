#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace kakehashi::ui {

class MarkdownEdit;

/// Finds words in the text of the open page; all places are marked, Enter goes to the next.
class FindBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(MarkdownEdit *edit, QWidget *parent = nullptr);
    void open(); ///< with the selected word, if there is one

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void markAll();
    void go(bool backward);
    void leave();

    MarkdownEdit *m_edit;
    QLineEdit *m_words;
    QLabel *m_count;
};

} // namespace kakehashi::ui
