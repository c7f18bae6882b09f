#pragma once

#include "check/rulebook.h"

#include <QJsonDocument>

namespace kakehashi::check {

// Reading of resources/rules; used by RuleBook only.

Result<QJsonDocument> readJson(const QString &file);
std::optional<Severity> severityNamed(const QString &name);
Result<Words> readWords(const QString &folder);
/// A site's own terms come first: where two would change the same place, the site's does.
void addTerms(const QList<SiteTerm> &terms, Words &words);

} // namespace kakehashi::check
