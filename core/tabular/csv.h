#pragma once

#include "tabular/sheet.h"

#include <QByteArray>

namespace kakehashi::tabular {

/// The sheet's table as CSV (RFC 4180): UTF-8 with a byte order mark, without which Excel takes it
/// for Shift JIS, lines ended by CR LF, dates as 2026-04-01. A text that a spreadsheet would run as
/// a formula (=, +, -, @, tab or CR first, full-width forms too) gets an apostrophe before it
/// (OWASP, CSV injection); numbers stay numbers.
QByteArray toCsv(const Sheet &sheet);

} // namespace kakehashi::tabular
