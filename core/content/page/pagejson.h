#pragma once

#include "content/page/page.h"

namespace kakehashi::content {

// A page's content as JSON: in the draft journal, and for scripts (`page show --json`, `page set`).

QJsonObject toJson(const PageContent &content);

/// Missing keys leave the default; keys that are not known are ignored.
PageContent pageContentFromJson(const QJsonObject &json);

} // namespace kakehashi::content
