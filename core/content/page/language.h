#pragma once

#include "base/ulid.h"

#include <QString>
#include <QStringList>

namespace kakehashi::content {

/// In which language a page is written, and of which page it is the translation.
struct Language
{
    QString tag = {};   ///< BCP 47, "en" or "zh-Hans"; empty: the site's
    Ulid original = {}; ///< the page that it translates; null: none

    bool operator==(const Language &) const = default;
};

/// What pages are written in unless they say otherwise.
QString siteLanguage();

/// The tag itself: never empty.
inline QString tagOf(const Language &language)
{
    return language.tag.isEmpty() ? siteLanguage() : language.tag;
}

inline bool isSiteLanguage(const Language &language)
{
    return language.tag.isEmpty() || language.tag == siteLanguage();
}

/// "EN" → "en", "zh-hans" → "zh-Hans", "pt_BR" → "pt-BR"; empty for what is no tag. The site's own
/// language gives empty, as pages keep it.
QString storedTag(const QString &text);
bool isLanguageTag(const QString &text);

/// "English", as its readers call it; the tag for a language that is not known.
QString nativeName(const QString &tag);

/// "en_US" as Facebook's Open Graph wants it.
QString openGraphLocale(const QString &tag);

/// What is offered first: languages that prefectures publish in.
const QStringList &commonLanguages();

} // namespace kakehashi::content
