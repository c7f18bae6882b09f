#pragma once

#include "ui/editing/document.h"

#include <QHash>
#include <QPlainTextEdit>
#include <QPointer>

namespace kakehashi::ui {

class Highlighter;

/// The body of the open document as text. Its edits go to the document's undo stack, and what undo
/// does comes back from there; Qt's own undo is off.
class MarkdownEdit final : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit MarkdownEdit(QWidget *parent = nullptr);

    void showDocument(Document *document); ///< null: empty and read-only
    void gotoLine(int line);               ///< from 1
    int caretLine() const;
    /// Runs an edit on the caret and takes over the caret it leaves.
    void edit(const std::function<void(QTextCursor &)> &change);
    void insertPlain(const QString &text); ///< to the letter
    /// Marks in the text by who makes them; each replaces its own only.
    enum class Layer { Findings, Search };
    void setMarks(Layer layer, const QList<QTextEdit::ExtraSelection> &marks);

Q_SIGNALS:
    void caretLineChanged(int line);
    void filesOffered(const QStringList &paths);
    void pictureOffered(const QImage &picture);
    /// Formatted text; `text` is the same without its form, `picture` how it looks, if any.
    void htmlOffered(const QString &html, const QString &text, const QImage &picture);

protected:
    QMimeData *createMimeDataFromSelection() const override;
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void take();
    void follow(const DocumentChange &change);
    void replay(const TextChange &change);
    void replaceAll();
    void rememberPlace();
    void returnToPlace();

    struct Place
    {
        int caret = 0;
        int scroll = 0;
    };

    QPointer<Document> m_model;
    Highlighter *m_highlighter;
    QHash<Ulid, Place> m_places;
    QList<QTextEdit::ExtraSelection> m_findingMarks;
    QList<QTextEdit::ExtraSelection> m_searchMarks;
    bool m_busy = false; ///< the text and the document are being brought in line
    int m_caretLine = 0;
};

} // namespace kakehashi::ui
