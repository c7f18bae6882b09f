#pragma once

#include <QDateTime>
#include <QString>

namespace kakehashi::ui {

// Dates as people of the window's language read them: with eras in Japanese, ISO 8601 otherwise.
// Points in time are Japan's, whatever this computer is set to.

QString dateText(const QDate &date);     ///< 「令和8年11月23日」
QString dayText(const QDateTime &time);  ///< the same of a point in time
QString monthText(const QDate &date);    ///< 「令和8年11月」
QString whenText(const QDateTime &time); ///< 「令和8年11月23日 14:05」

} // namespace kakehashi::ui
