#pragma once

#include "render/site/siteindex.h"

namespace kakehashi::render {

/// A name as the reader knows it: in the page's language, or in one that `lang` then says.
struct ShownLabel
{
    QString text;
    QString lang; ///< empty: the page's own
};

/// The field's name, the kind's name: Japanese on the site's own pages, English on all others.
ShownLabel labelOf(const content::Field &field, const content::Language &language);
ShownLabel labelOf(const content::Kind &kind, const content::Language &language);

/// "令和8年1月17日 10時30分" or "17 January 2026, 10:30"; empty for what is no moment.
std::string momentText(const content::Language &language, const QString &moment);

/// "1 March 2026" where the reader knows no eras.
std::string dateText(const content::Language &language, const QDate &date);

/// All fields that are filled in, for themes that show them one after the other:
/// [{name label labelLang value valueLang wide}], each value as HTML. `fields` is fieldsData().
Data fieldRowsData(const SiteIndex &index, const PageValue &page, const Data &fields);

} // namespace kakehashi::render
