#pragma once

#include "check/source/sourcetext.h"
#include "content/kind.h"
#include "content/page/page.h"

#include <vector>

namespace kakehashi::check {

// The texts of a page by name: "title", "summary", "body", "seo/title", "seo/description", and
// fields by their path: "fields/when", "fields/programme/0/title".

QString textOfPart(const content::PageContent &content, const QString &part);
void setTextOfPart(content::PageContent &content, const QString &part, const QString &text);

/// Every text of the page that visitors read as prose, the body first. Fields that hold dates,
/// addresses, choices and names of media are none.
std::vector<SourceText> textsOf(const content::PageContent &content, const content::Kind &kind);

/// How much the values of fields say, of whatever kind they are.
int charactersIn(const QJsonValue &value);

} // namespace kakehashi::check
