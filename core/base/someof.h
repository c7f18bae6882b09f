#pragma once

#include <QStringList>

namespace kakehashi {

/// The first names of a long list, made visible() and cut where they are very long, and how many
/// more there are: for a sentence.
QString someOf(const QStringList &names, qsizetype most = 5);

} // namespace kakehashi
