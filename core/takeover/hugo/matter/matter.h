#pragma once

#include "base/result.h"

#include <QJsonObject>
#include <QString>

namespace kakehashi::takeover {

/// A file taken apart: what is said about the page, and the page.
struct Matter
{
    QJsonObject values; ///< dates as ISO text
    QString head;       ///< the front matter as written, without its fences
    QString body;
    int bodyLine = 1;   ///< line of the file on which the body begins
    bool given = false; ///< the file has front matter, if only an empty one
};

/// Front matter as Hugo takes it: YAML between two lines "---", TOML between two "+++", or a JSON
/// object that begins the file. Invalid, with file and line, for what does not parse, never ends,
/// or is larger than any person writes.
Result<Matter> readMatter(const QString &text, const QString &fileName);

/// Whether the text begins as front matter does, but no line closes it: as a line across the page.
bool hasOpenFence(const QString &text);

/// The readers behind it. `firstLine` is the file's line of the text's first.
Result<QJsonObject> yamlMatter(const QString &text, const QString &fileName, int firstLine);
Result<QJsonObject> tomlMatter(const QString &text, const QString &fileName, int firstLine);

/// "FILE, line N: REASON." in the person's language around the library's own words.
tl::unexpected<Error> badMatter(const QString &fileName, int line, const QString &reason);

} // namespace kakehashi::takeover
