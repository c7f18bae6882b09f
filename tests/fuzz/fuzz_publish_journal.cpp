// The record of an unfinished publish and the lock's note, read from a server that others write
// to: recovery follows the record, so its steps must stay inside.
#include "publish/journal.h"
#include "publish/locking/lock.h"
#include "require.h"
#include "sealed.h"

using namespace kakehashi;
using namespace kakehashi::publish;
using fuzz::require;

namespace {

bool same(const Journal &a, const Journal &b)
{
    return a.site == b.site && a.transaction == b.transaction && a.generation == b.generation &&
           a.base.generation == b.base.generation && a.base.transaction == b.base.transaction &&
           a.author == b.author && a.machine == b.machine && a.started == b.started &&
           a.steps == b.steps;
}

void requireInside(const JournalStep &step)
{
    for (const QString &part : step.path.split(u'/'))
        require(!part.isEmpty() && part != QLatin1String("..") && part != QLatin1String("."),
                "a path stays inside");
    for (const QString &name : {step.stage, step.undo})
        require(!name.contains(u'/') && name != QLatin1String("..") && name != QLatin1String("."),
                "a stored file lies in its folder");
    for (const FileInfo &info : {step.before, step.after})
        require(info.size >= 0 && info.time >= 0, "numbers are counts");
}

void look(const QByteArray &bytes)
{
    const Result<Journal> journal = Journal::fromBytes(bytes);
    if (!journal)
        return;
    for (const JournalStep &step : journal->steps)
        requireInside(step);
    const QByteArray written = journal->toBytes();
    const Result<Journal> again = Journal::fromBytes(written);
    require(again && same(*again, *journal), "what is written is read");
    require(!Journal::fromBytes(written.chopped(1)), "a cut is noticed");
}

void lookAtNote(const QByteArray &bytes)
{
    const LockNote note = LockNote::fromBytes(bytes);
    const LockNote again = LockNote::fromBytes(note.toBytes());
    require(again.transaction == note.transaction && again.person == note.person &&
                again.machine == note.machine,
            "a note that is written is read");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    look(bytes);
    look(fuzz::sealed(bytes));
    lookAtNote(bytes);
    return 0;
}
