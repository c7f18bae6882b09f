#pragma once

#include "content/page/page.h"
#include "store/query.h"

namespace kakehashi::content {

// How pages and revisions lie in their tables; shared by the files of PageRepository.

QString pageColumns();
Page pageFrom(const store::Query &row, int first);
inline constexpr int pageColumnCount = 8;

QString revisionColumns();
Revision revisionFrom(const store::Query &row, int first);

Result<void> insertRevision(store::Database &database, const Revision &revision);

} // namespace kakehashi::content
