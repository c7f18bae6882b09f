#pragma once

#include <QByteArray>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace kakehashi::fuzz {

/// Ends the process when a property does not hold: that is how fuzzers are told. `where` shows the
/// place in what was made.
inline void require(bool good, const char *property, QByteArrayView where = {})
{
    if (good)
        return;
    const QByteArray shown = where.first(std::min<qsizetype>(where.size(), 100)).toByteArray();
    std::fprintf(stderr, "does not hold: %s\n%s\n", property, shown.constData());
    std::abort();
}

} // namespace kakehashi::fuzz
