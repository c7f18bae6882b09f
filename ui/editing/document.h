#pragma once

#include "content/kind.h"
#include "content/page/page.h"
#include "ui/editing/textchange.h"

#include <QObject>
#include <QUndoStack>

namespace kakehashi::ui {

/// What of a page an edit touches.
enum class Part { Title, Summary, Body, Date, Picture, Field, Seo, Window, Language, All };

/// The one piece of news of a document.
struct DocumentChange
{
    Part part = Part::All;
    QString field = {};    ///< with Part::Field: its name
    TextChange text = {};  ///< with Part::Body: what happened to it
    bool restored = false; ///< by undo or redo, so that a view shows where it happened

    bool isSamePlace(const DocumentChange &other) const
    {
        return part == other.part && field == other.field;
    }
};

/// One open page with its unsaved edits. Owns the undo stack; every edit, whether in the body or
/// in a field, is a command on it, so that undo follows the order in which the person worked.
class Document final : public QObject
{
    Q_OBJECT

public:
    Document(content::Page page, content::PageContent saved, QObject *parent = nullptr);

    const content::Page &page() const { return m_page; }
    void setPage(const content::Page &page); ///< after a move, an approval …
    const content::PageContent &content() const { return m_content; }
    QUndoStack &undoStack() { return m_stack; }
    bool isModified() const { return !m_stack.isClean(); }
    void markSaved() { m_stack.setClean(); }

    // Each is one undo command; typing in the same place merges until endTyping().
    void setTitle(const QString &title);
    void setSummary(const QString &summary);
    void editBody(const TextChange &change);
    void setDate(const QDate &date);
    void setPicture(const Ulid &picture);
    void setField(const QString &name, const QJsonValue &value, const QString &label);
    void setSeo(const content::Seo &seo);
    void setWindow(const content::PublishWindow &window);
    void setLanguage(const content::Language &language);
    /// Takes over a whole content, for recovery and old revisions.
    void replaceContent(const content::PageContent &content, const QString &commandText);
    /// What follows is an edit of its own: the caret was moved, the field was left.
    void endTyping() { ++m_typingRun; }
    int typingRun() const { return m_typingRun; }

    /// For commands only.
    void apply(const DocumentChange &change, const content::PageContent &content);
    void applyBody(const TextChange &change, bool restored);

Q_SIGNALS:
    void changed(const kakehashi::ui::DocumentChange &change);
    void pageChanged();

private:
    template <typename T>
    void change(const DocumentChange &what, T content::PageContent::*member, const T &value,
                const QString &text);

    content::Page m_page;
    content::PageContent m_content;
    QUndoStack m_stack;
    int m_typingRun = 0;
};

} // namespace kakehashi::ui
