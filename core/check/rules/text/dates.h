#pragma once

#include <QDate>
#include <QString>

namespace kakehashi::check {

/// The date of an era and its year, "令和", 7 → 2025. `era` may be its Latin letter. 0 when there
/// is no such era or year.
int yearOfEra(const QString &era, int year);

/// 月火水木金土日
QChar weekdayOf(const QDate &date);

} // namespace kakehashi::check
