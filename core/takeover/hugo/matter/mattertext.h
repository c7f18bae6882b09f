#pragma once

#include "content/markdown/markdownfolder.h"

#include <QJsonValue>

namespace kakehashi::takeover {

/// A page as a file that readSourcePage() reads back, and Hugo reads as well. `file.others` holds
/// "updated"; `aliases` are old addresses that lead to the page.
QString writtenPage(const content::MarkdownFile &file, const QStringList &aliases);

/// A value as JSON, which is YAML and, for a text, TOML too.
QString jsonText(const QJsonValue &value);

} // namespace kakehashi::takeover
