#pragma once

#include <QDate>
#include <QString>

namespace kakehashi {

/// 「令和7年4月1日」; the first year of an era is 元年. Dates before Meiji 6 (1873-01-01, when
/// Japan took the Gregorian calendar) are written in the Western calendar.
QString eraDate(const QDate &date);

/// 「令和7年4月1日（火曜日）」, as the prefecture writes it.
QString eraDateWithWeekday(const QDate &date);

/// 「2025年4月1日」
QString westernDate(const QDate &date);

/// 「令和7年度」 of the fiscal year (April to March) that holds the date.
QString eraFiscalYear(const QDate &date);

/// 「PDF形式：480キロバイト」 for file links (standards.md 1.4 rule 17). Sizes are decimal
/// kilobytes rounded up to 1; from 1,000 KB on megabytes with one decimal.
QString fileTypeAndSize(const QString &fileName, qint64 bytes);

/// Unicode NFKC with surrounding white space removed, for searching and comparing; never stored
/// over what a person typed (it would change 髙 or ①).
QString folded(const QString &text);

/// A file-name-safe part of a path: ASCII letters, digits and hyphens, lower case. Empty when
/// nothing is left, as with Japanese text.
QString slug(const QString &text);

} // namespace kakehashi
