#pragma once

#include "base/result.h"

#include <QByteArray>

#include <optional>

namespace kakehashi::test {

/// For QVERIFY2; valid until the next call.
template <typename T>
const char *why(const Result<T> &result)
{
    static QByteArray text;
    text = result ? QByteArray() : (result.error().text + result.error().detail).toUtf8();
    return text.constData();
}

template <typename T>
std::optional<ErrorCode> codeOf(const Result<T> &result)
{
    return result ? std::nullopt : std::optional(result.error().code);
}

} // namespace kakehashi::test
