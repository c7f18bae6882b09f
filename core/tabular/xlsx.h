#pragma once

#include "base/result.h"
#include "tabular/sheet.h"

#include <QByteArray>

namespace kakehashi::tabular {

/// The book as an Excel workbook: typed cells, dates with eras, the head frozen and repeated on
/// each printed page, A4, as wide as the paper, page numbers, a Japanese font. Control characters,
/// which no XLSX may hold, are dropped. Works in a temporary folder; Failed or DiskFull when that
/// does not. Any thread.
Result<QByteArray> toXlsx(const Book &book);

} // namespace kakehashi::tabular
