#pragma once

#include "content/page/page.h"

#include <QStringList>

namespace kakehashi::content {

struct Field;
struct Kind;

/// What pages are sorted by: 分類 (one of few, visitors see it in lists) and タグ (words at will).
enum class Taxonomy { Category, Tag };

/// The name of the field that holds a page's terms, and of the taxonomy in the database.
QString fieldOf(Taxonomy taxonomy);

/// A kind's field that holds terms: a choice that is called as they are. Its choices are the first
/// to be offered.
std::optional<Taxonomy> taxonomyOf(const Field &field);

/// Every page can have terms, as imports give them: a field for each taxonomy that the kind has
/// none for, as the first of the kinds has it, without what that kind offers.
QList<Field> termFieldsBeside(const Kind &kind, const QList<Kind> &kinds);

/// The terms in a field's value, each once and without spaces around it. A single text, as sites
/// made before have it, is one term.
QStringList termsIn(const QJsonValue &value);

/// A page's terms of a taxonomy, in the order that their author gave them.
QStringList termsOf(const PageContent &content, Taxonomy taxonomy);

/// As they are kept: a list, and no field at all when there is no term.
void setTerms(PageContent &content, Taxonomy taxonomy, const QStringList &terms);

} // namespace kakehashi::content
