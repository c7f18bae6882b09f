#pragma once

#include "base/encoding.h"
#include "content/page/page.h"

#include <QStringList>

namespace kakehashi::takeover {

/// Where a text is to go, and what it is called.
struct TextPlace
{
    QString file; ///< for messages
    QString path; ///< of the page
    QString kind;
};

/// Puts a text and what its front matter says into a page that is there: title, summary, date,
/// window, search engines' words, language, categories, tags and fields, as an import reads them;
/// what it does not say stays. Returns what the person should know, such as keys that only an
/// import takes. Invalid with file and line when the front matter is broken or is another page's.
Result<QStringList> putText(const DecodedText &text, const TextPlace &place,
                            content::PageContent &content);

} // namespace kakehashi::takeover
