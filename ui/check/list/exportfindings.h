#pragma once

#include "ui/check/list/findingmodel.h"

namespace kakehashi::ui {

/// The rows as a table that spreadsheets open: CSV in UTF-8 with a byte order mark.
Result<void> exportFindings(const QString &file, const QList<FindingRow> &rows,
                            const render::SiteSnapshot &site);

} // namespace kakehashi::ui
