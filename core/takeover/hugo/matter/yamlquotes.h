#pragma once

#include <QString>

namespace kakehashi::takeover {

/// The same YAML with quotes around plain values that the reader stumbles over though their
/// authors' programs do not: "[/?p=12, /b/]", "%e3%81%8a", "@name". Line numbers stay.
QString withQuotes(const QString &yaml);

} // namespace kakehashi::takeover
