#pragma once

#include "takeover/paste/pastedhtml.h"

#include <QImage>
#include <QObject>
#include <QPointer>
#include <QTextCursor>

namespace kakehashi::content {
struct MediaAsset;
}

namespace kakehashi::ui {

class Document;
class MarkdownEdit;
class Session;

/// Pastes what office programs and browsers put on the clipboard as Markdown, in one step of
/// undo, and says what was left out.
class RichPaste final : public QObject
{
    Q_OBJECT

public:
    RichPaste(Session &session, MarkdownEdit *edit, QObject *parent = nullptr);

Q_SIGNALS:
    void pictureOffered(const QImage &picture);
    /// It came with the text and has no words for those who do not see it.
    void altMissing(const kakehashi::content::MediaAsset &asset);

private:
    struct Offer
    {
        QString html;
        QString text; ///< the same as plain text
        QImage picture;
        QPointer<Document> document; ///< into which it is pasted
        QTextCursor at;
    };

    void take(const QString &html, const QString &text, const QImage &picture);
    takeover::PasteOptions options() const;
    void finish(const Offer &offer, const takeover::PastedMarkdown &paste);
    void bringPictures(const Offer &offer, const takeover::PastedMarkdown &paste);
    void insert(const Offer &offer, const QString &markdown, bool isInline);
    void say(const QStringList &leftOut);

    Session &m_session;
    MarkdownEdit *m_edit;
};

/// Puts Markdown at the caret: blocks get empty lines around them, and split the line in which
/// they are put.
void insertMarkdown(QTextCursor &cursor, const QString &markdown, bool isInline);

} // namespace kakehashi::ui
