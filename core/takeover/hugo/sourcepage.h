#pragma once

#include "base/encoding.h"
#include "base/issue.h"
#include "content/markdown/markdownfolder.h"
#include "takeover/hugo/matter/matter.h"
#include "takeover/hugo/sourcetree.h"

namespace kakehashi::takeover {

/// One page as its author wrote it, with what only the other program knows.
struct SourcePage
{
    SourceFile source;
    content::MarkdownFile page; ///< `path`, `kind` and links are put right later
    QString slug;
    QString translationKey; ///< Hugo's: pages with the same one are translations of each other
    QString url;            ///< as written: "/about/", "about.html" or absolute
    QString permalink;      ///< Jekyll's pattern or its name: "/:year/:title/", "pretty"
    int urlLine = 1;        ///< of either, in the file
    QString pictureLink;    ///< as written
    QString pictureKey;     ///< the word that was used for it
    int pictureLine = 1;
    QStringList aliases;
    QString redirectTo;    ///< Jekyll: the page is nothing but a way to this address
    HidingWords hiding;    ///< what its front matter says of being seen
    QString hiddenKey;     ///< the key among them that hides it
    QJsonValue cascade;    ///< Hugo: what a section says for the pages below
    QDateTime moment;      ///< its date, to the second
    QList<Error> badDates; ///< with file and line, of dates that cannot be read
    QStringList notes;     ///< for the plan: what was changed on the way
    Issues issues;
    QString oldUrl; ///< where visitors found it, not percent-encoded: "/posts/hello/"
    /// The same and its aliases from the top, with their queries: "/?p=12", "/old/".
    QStringList oldAddresses;
    QString head;     ///< the front matter as written, without its fences
    int headLine = 2; ///< line of the file on which it begins

    /// The line of the file on which a key of the front matter is given a value.
    int lineOf(const QString &key) const;
};

/// What is said of U+FFFD in a text: some program put it where it could not read a letter. Which
/// letter it was, only the author knows.
Issues lostLetters(const QString &text, const QString &file);

/// Reads a file and what its front matter says. Hugo's words and ours are both known; what is
/// neither goes into the page's fields, nested lists and maps as they are. Invalid with file and
/// line when front matter or its dates are broken.
Result<SourcePage> readSourcePage(const SourceFile &file, bool isOwnExport);

/// The same of a text that has been read already; `file` says what it is called.
Result<SourcePage> sourcePageOf(const DecodedText &text, const SourceFile &file, bool isOwnExport);

} // namespace kakehashi::takeover
