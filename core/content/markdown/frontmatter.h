#pragma once

#include "base/result.h"
#include "content/page/page.h"

#include <QMap>

namespace kakehashi::content {

/// A Markdown file with front matter: lines "key: value" between two "---", then the body.
/// Known keys: title, kind, path, date, summary, picture, position, opens, closes, seo.title,
/// seo.description, noindex, lang, translationOf (a path), and `fields`, which holds one line of
/// JSON. Values may be quoted with ' or "; a line that begins with # is a comment.
struct MarkdownFile
{
    QString kind;                  ///< empty when not given
    QString path;                  ///< empty when not given
    QString picture;               ///< file name in media/
    QString translationOf;         ///< path of the original; empty: of none
    int position = -1;             ///< -1 when not given
    bool draft = false;            ///< never made public by an import
    PageContent content;           ///< without ids (picture, original): only the site knows
    QMap<QString, QString> others; ///< keys that are not ours, as written
    int bodyLine = 1;              ///< line of the file on which the body begins
};

/// `fileName` is for the errors. Invalid, with the line, for front matter that never ends, a line
/// without a colon, a date that is none or fields that are no JSON object.
Result<MarkdownFile> parseMarkdownFile(const QString &text, const QString &fileName);

/// The same in text, such that parsing gives it back.
QString writeMarkdownFile(const MarkdownFile &file);

} // namespace kakehashi::content
