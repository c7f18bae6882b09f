#pragma once

#include <QByteArrayView>

#include <string>

namespace kakehashi::render {

/// The text as a regular expression of Apache that matches it alone, byte by byte: what Apache
/// compares is decoded. Empty when it holds control characters or quotes, which would end the
/// directive.
std::string apachePattern(QByteArrayView text);

} // namespace kakehashi::render
