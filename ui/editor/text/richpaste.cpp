#include "ui/editor/text/richpaste.h"

#include "content/site/siterepository.h"
#include "takeover/paste/inlineruns.h"
#include "ui/editing/document.h"
#include "ui/editor/text/markdownedit.h"
#include "ui/media/mediaimport.h"
#include "ui/shell/background.h"
#include "ui/shell/session.h"

#include <QDir>
#include <QTextBlock>

namespace kakehashi::ui {

using takeover::PastedMarkdown;
using takeover::PastedPicture;

namespace {

// Longer ones, such as whole reports with their styles, would be felt in the typing.
constexpr qsizetype shortPaste = 200'000;

} // namespace

void insertMarkdown(QTextCursor &cursor, const QString &markdown, bool isInline)
{
    cursor.removeSelectedText();
    if (isInline)
        return cursor.insertText(markdown);
    const QTextBlock line = cursor.block();
    const QString before = line.text().first(cursor.positionInBlock());
    const QString after = line.text().mid(cursor.positionInBlock());
    QString lead;
    if (!before.trimmed().isEmpty())
        lead = QStringLiteral("\n\n");
    else if (line.previous().isValid() && !line.previous().text().trimmed().isEmpty())
        lead = QStringLiteral("\n");
    QString tail;
    if (!after.trimmed().isEmpty())
        tail = QStringLiteral("\n\n");
    else if (line.next().isValid() && !line.next().text().trimmed().isEmpty())
        tail = QStringLiteral("\n");
    cursor.insertText(lead + markdown);
    const int end = cursor.position();
    cursor.insertText(tail);
    cursor.setPosition(end);
}

RichPaste::RichPaste(Session &session, MarkdownEdit *edit, QObject *parent)
    : QObject(parent), m_session(session), m_edit(edit)
{
    connect(edit, &MarkdownEdit::htmlOffered, this, &RichPaste::take);
}

takeover::PasteOptions RichPaste::options() const
{
    const auto settings = m_session.workspace().site().settings();
    return {settings ? settings->url : QUrl(), QDir::tempPath()};
}

void RichPaste::take(const QString &html, const QString &text, const QImage &picture)
{
    const Offer offer{html, text, picture, m_session.currentDocument(), m_edit->textCursor()};
    if (html.size() <= shortPaste)
        return finish(offer, takeover::markdownFromHtml(html, options()));
    runInBackground(
        *QThreadPool::globalInstance(), this,
        [html, options = options()] { return takeover::markdownFromHtml(html, options); },
        [this, offer](const PastedMarkdown &paste) { finish(offer, paste); });
}

void RichPaste::finish(const Offer &offer, const PastedMarkdown &paste)
{
    const bool isEmpty = paste.markdown.isEmpty();
    if (isEmpty && offer.text.trimmed().isEmpty() && !offer.picture.isNull())
        return Q_EMIT pictureOffered(offer.picture);
    if (isEmpty && offer.text.isEmpty()) {
        const QString reason = paste.leftOut.isEmpty()
                                   ? QString()
                                   : u' ' + tr("Left out: %1.").arg(paste.leftOut.join(tr("; ")));
        return m_session.showMessage(
            {.level = Message::Level::Warning,
             .text = tr("The clipboard holds nothing that can become text of a page.") + reason});
    }
    if (!paste.pictures.isEmpty())
        return bringPictures(offer, paste);
    // Where the form says nothing, the plain text is what was meant, to the letter.
    if (isEmpty || (!paste.isRich && !offer.text.isEmpty()))
        insert(offer, offer.text, true);
    else
        insert(offer, paste.markdown, paste.isInline);
    say(paste.leftOut);
}

void RichPaste::bringPictures(const Offer &offer, const PastedMarkdown &paste)
{
    QList<OfferedMedia> media;
    for (const PastedPicture &picture : paste.pictures)
        media.append({picture.bytes, picture.file, picture.name});
    importOffered(m_session, this, media, [this, offer, paste](const auto &answers) {
        QString markdown = paste.markdown;
        QList<content::MediaAsset> silent;
        for (qsizetype i = 0; i < answers.size(); ++i) {
            QString link;
            if (const auto &asset = answers.at(i)) {
                const PastedPicture &picture = paste.pictures.at(i);
                const QString alt = picture.alt.isEmpty() ? asset->alt : picture.alt;
                link = QStringLiteral("![%1](media:%2)")
                           .arg(takeover::escapedInline(alt, true), asset->fileName);
                if (alt.isEmpty() && !asset->decorative)
                    silent.append(*asset);
            }
            markdown.replace(takeover::pastedPicture(i), link);
        }
        insert(offer, markdown.trimmed(), paste.isInline);
        say(paste.leftOut);
        for (const content::MediaAsset &asset : std::as_const(silent))
            Q_EMIT altMissing(asset);
    });
}

void RichPaste::insert(const Offer &offer, const QString &markdown, bool isInline)
{
    if (markdown.isEmpty())
        return;
    if (!offer.document || offer.document != m_session.currentDocument())
        return m_session.showMessage(
            {.level = Message::Level::Warning,
             .text = tr("Another page was opened before the text was ready. Paste it again.")});
    m_edit->setTextCursor(offer.at); // it moved along with what was typed meanwhile
    m_edit->edit([&](QTextCursor &cursor) { insertMarkdown(cursor, markdown, isInline); });
}

void RichPaste::say(const QStringList &leftOut)
{
    if (!leftOut.isEmpty())
        m_session.showMessage({.level = Message::Level::Warning,
                               .text = tr("Pasted. Left out: %1.").arg(leftOut.join(tr("; ")))});
}

} // namespace kakehashi::ui
