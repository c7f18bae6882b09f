#pragma once

#include "check/rulebook.h"

#include <QJsonDocument>

namespace kakehashi::check {

// Reading of resources/rules; used by RuleBook only.

Result<QJsonDocument> readJson(const QString &file);
std::optional<Severity> severityNamed(const QString &name);
Result<Words> readWords(const QString &folder);

} // namespace kakehashi::check
