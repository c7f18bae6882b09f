#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace kakehashi::takeover {

/// A picture that came with pasted HTML. Its place in the Markdown is pastedPicture(index).
struct PastedPicture
{
    QString alt;
    QByteArray bytes = {}; ///< of a data: address; empty: `file` holds it
    QString file = {};     ///< on this computer, in the folder for temporary files
    QString name = {};     ///< "picture.png"
};

/// What office programs and browsers put on the clipboard, as Markdown of ours.
struct PastedMarkdown
{
    QString markdown;
    QList<PastedPicture> pictures;
    QStringList leftOut; ///< sentences for the person, each kind once
    /// Headings, lists, tables, links, emphasis or pictures: more than the plain text says.
    bool isRich = false;
    /// A single paragraph, list item or heading: fits into the line of the caret.
    bool isInline = false;
};

struct PasteOptions
{
    QUrl site;               ///< links to it become paths
    QString temporaryFolder; ///< pictures in files elsewhere are not read; empty: none are
};

/// Reads the HTML forms of Word, Excel, LibreOffice, Google Docs and Sheets, mail programs and web
/// pages. Scripts, styles and frames are dropped, addresses judged by UrlPolicy, text escaped, so
/// nothing but Markdown comes out. Merged cells are spread, the first row of a table becomes its
/// head, headings begin at level 2. Beyond `largestPaste` characters or absurd nesting the answer
/// is empty with a reason in `leftOut`. Any thread; 1 MB takes about 50 ms.
PastedMarkdown markdownFromHtml(const QString &html, const PasteOptions &options = {});

inline constexpr qsizetype largestPaste = 32'000'000;

/// The text that stands for a picture until it is in the site's media.
QString pastedPicture(qsizetype index);

} // namespace kakehashi::takeover
