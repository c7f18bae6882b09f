#pragma once

#include "base/result.h"
#include "render/templates/template.h"

#include <QByteArray>
#include <QHash>

namespace kakehashi::render {

/// The fixed words of a theme by language, from its words.json: {"skip": {"ja": "…", "en": "…"}}.
/// A language that is not there gets English, where that is missing the site's.
class Words
{
public:
    /// Invalid with "words.json:LINE: REASON".
    static Result<Words> read(const QByteArray &json);

    QString word(const QString &tag, const QString &name) const; ///< empty: the theme has none
    /// Whether it has words in the language of this tag, be it another country's.
    bool knows(const QString &tag) const;
    Data dataFor(const QString &tag) const; ///< by name

private:
    QHash<QString, QHash<QString, QString>> m_words; ///< name → language → word
};

} // namespace kakehashi::render
