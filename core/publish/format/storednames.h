#pragma once

#include "publish/journal.h"
#include "publish/plan.h"

namespace kakehashi::publish {

// The names of our enums in files and JSON; unknown names read as the first value.

QString storedName(render::CommitGroup group);
render::CommitGroup groupFromStored(const QString &text);
QString storedName(JournalStep::Kind kind);
JournalStep::Kind stepFromStored(const QString &text);
QString storedName(FileInfo::Kind kind);
FileInfo::Kind fileKindFromStored(const QString &text);
QString storedName(render::Origin::Kind kind);

} // namespace kakehashi::publish
