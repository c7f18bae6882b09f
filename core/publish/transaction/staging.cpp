#include "publish/transaction/staging.h"

#include "base/visibletext.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Staging)
};

constexpr qint64 much = 50'000'000;       // bytes; not worth sending in vain
constexpr qint64 worthAsking = 2'000'000; // bytes; for what is less, a question takes longer

constexpr qint64 large = 1'000'000; // bytes; what is smaller is sent anew after a cut

QString partName(const QString &name, const QString &transaction)
{
    return name + u'.' + transaction + QStringLiteral(".part");
}

qint64 changedAt(const QString &file)
{
    return QFileInfo(file).lastModified().toMSecsSinceEpoch();
}

template <typename Pieces>
qint64 bytesOf(const Pieces &pieces)
{
    qint64 bytes = 0;
    for (const auto &piece : pieces)
        bytes += piece.item->bytes;
    return bytes;
}

tl::unexpected<Error> notSent(const QString &path, Operation upload, const Outcome &outcome)
{
    upload.path = path; // the name that the person knows
    upload.to.clear();
    Outcome shown = outcome;
    if (shown.ok())
        shown = {Outcome::Status::Failed, QStringLiteral("size differs")};
    auto error = outcomeError(upload, shown);
    if (shown.status == Outcome::Status::Failed)
        error.value().text =
            Text::tr("The server did not take %1 and does not say why. The account's quota may be "
                     "full, even where the disk shows room: ask the server's administrator, or "
                     "remove what is no longer needed there, then publish again.")
                .arg(visible(path));
    error.value().text += u' ' + Text::tr("The site is unchanged.");
    return error;
}

/// What the files' own progress adds to the job's.
JobContext counting(const JobContext &context, ProgressMeter &meter)
{
    JobContext counted{context.cancel, {}};
    counted.progress = [&meter, files = qint64(0), bytes = qint64(0)](const Progress &now) mutable {
        meter.advance(now.done - files, now.bytesDone - bytes, now.item);
        files = now.done;
        bytes = now.bytesDone;
    };
    return counted;
}

} // namespace

Staging::Staging(const Plan &plan, const render::ByteSource &source, PartNotes &parts,
                 qint64 sentAnew)
    : m_source(source), m_parts(parts)
{
    // Equal files are staged apart, because a rename uses each of them up.
    QHash<Sha256, int> uses;
    for (const PlanItem &item : plan.items) {
        const bool sends =
            item.action == PlanItem::Action::Add || item.action == PlanItem::Action::Replace;
        if (!sends)
            continue;
        const int use = uses[item.after]++;
        QString name = item.after.toString();
        if (use > 0)
            name += QStringLiteral("-%1").arg(use);
        m_pieces.append({&item, name});
        m_names.insert(item.path, name);
    }
    qint64 unsealed = 0;
    for (auto piece = m_pieces.rbegin(); piece != m_pieces.rend(); ++piece) {
        unsealed += piece->item->bytes;
        if (unsealed >= sentAnew || piece->item->bytes >= large)
            break;
        piece->isSealed = false;
    }
}

Result<Batch> Staging::early(const ControlFolder &control, const QString &transaction)
{
    if (bytesOf(m_pieces) > much)
        return Batch();
    return uploadsFor(control, transaction, m_pieces.mid(0, batchFrom(m_pieces, 0)));
}

void Staging::take(const Outcomes &early)
{
    for (qsizetype i = 0; i < early.size(); ++i)
        accept(m_pieces.at(i), early.at(i));
}

Result<void> Staging::run(const Workplace &place, Lock &lock, bool mayHoldFiles)
{
    place.files.setMeanwhile(lock.heartbeat());
    const Result<void> done = sendAll(place, lock, mayHoldFiles);
    place.files.setMeanwhile({});
    return done;
}

Result<void> Staging::sendAll(const Workplace &place, Lock &lock, bool mayHoldFiles)
{
    if (auto kept = lock.beat(); !kept)
        return kept;
    if (mayHoldFiles) {
        if (auto read = readEarlier(place, lock.transaction()); !read)
            return read;
    }
    const Pieces missing = missingPieces();
    if (auto room = checkRoom(place, missing); !room)
        return room;
    ProgressMeter meter(place.context, Text::tr("Sending"), missing.size(), bytesOf(missing));
    for (qsizetype at = 0; at < missing.size();) {
        const qsizetype count = batchFrom(missing, at);
        if (auto sent = send(place, lock.transaction(), missing.mid(at, count), meter); !sent)
            return sent;
        if (auto kept = lock.beat(); !kept)
            return kept;
        at += count;
    }
    meter.finish();
    return {};
}

Result<void> Staging::readEarlier(const Workplace &place, const QString &transaction)
{
    const ControlFolder &control = place.control;
    const auto listed = place.files.run({Operation::list(control.stage())}, place.context);
    if (!listed)
        return passOn(listed);
    QHash<QString, FileInfo> known;
    for (const FolderEntry &entry : listed->first().entries)
        known.insert(entry.name, entry.info);
    // The line that broke once may break again: from now on nothing is sent twice.
    if (!known.isEmpty())
        sealAll();
    if (auto taken = takeUpParts(place, transaction, known); !taken)
        return taken;
    QSet<QString> wanted;
    for (const Piece &piece : std::as_const(m_pieces))
        wanted.insert(piece.name);
    Batch useless;
    for (auto entry = known.cbegin(); entry != known.cend(); ++entry) {
        const QString path = control.staged(entry.key());
        if (!wanted.contains(entry.key()))
            useless.append(entry->isFolder() ? Operation::removeFolder(path)
                                             : Operation::remove(path));
    }
    for (const Piece &piece : std::as_const(m_pieces)) {
        const FileInfo info = known.value(piece.name);
        if (info.isFile() && info.size == piece.item->bytes)
            takeSealed(piece, info);
        else if (!info.isMissing())
            useless.append(Operation::remove(control.staged(piece.name)));
    }
    const auto cleaned = place.files.run(useless, place.context);
    return cleaned ? Result<void>() : passOn(cleaned);
}

void Staging::sealAll()
{
    for (Piece &piece : m_pieces)
        piece.isSealed = true;
}

/// Large files of which an earlier attempt sent a part go on there. The part becomes ours by its
/// name, as every file on its way is; what was taken up leaves `known`.
Result<void> Staging::takeUpParts(const Workplace &place, const QString &transaction,
                                  QHash<QString, FileInfo> &known)
{
    const ControlFolder &control = place.control;
    Batch moves;
    QStringList names;
    QStringList earlier;
    for (const Piece &piece : std::as_const(m_pieces)) {
        const PartNotes::Part part = m_parts.find(piece.name);
        const QString file = part.path.section(u'/', -1);
        const Result<QString> source = m_source.fileFor(piece.item->after);
        // The very file whose beginning was sent, not another that claims the same hash.
        const bool isSame = source && changedAt(*source) == part.source;
        const qint64 upTo = std::min(part.upTo, known.value(file).size);
        if (!isSame || upTo <= 0 || upTo >= piece.item->bytes || control.staged(file) != part.path)
            continue;
        moves.append(Operation::move(part.path, control.staged(partName(piece.name, transaction))));
        names.append(piece.name);
        earlier.append(file);
        m_startAt.insert(piece.name, upTo);
    }
    const auto moved = place.files.run(moves, place.context);
    if (!moved)
        return passOn(moved);
    for (qsizetype i = 0; i < moves.size(); ++i) {
        const QString &name = names.at(i);
        if (!moved->at(i).ok()) {
            m_startAt.remove(name);
            continue;
        }
        known.remove(earlier.at(i));
        const PartNotes::Part part = m_parts.find(name);
        m_parts.note(name, {moves.at(i).to, m_startAt.value(name), part.source});
    }
    return {};
}

Staging::Pieces Staging::missingPieces() const
{
    Pieces missing;
    for (const Piece &piece : m_pieces) {
        if (!m_files.contains(piece.item->path))
            missing.append(piece);
    }
    return missing;
}

Result<void> Staging::checkRoom(const Workplace &place, const Pieces &missing) const
{
    constexpr qint64 block = 4096; // bytes that the smallest file takes
    const qint64 bytes = bytesOf(missing) + block * missing.size();
    if (bytes < worthAsking || !place.files.features().freeSpace)
        return {};
    const Result<qint64> room = place.files.freeBytes(place.control.path);
    if (!room)
        return passOn(room);
    const qint64 needed = bytes + bytes / 10;
    if (*room < 0 || *room >= needed)
        return {};
    return fail(ErrorCode::DiskFull,
                Text::tr("The server has %1 MB left, and this publish needs %2 MB. Nothing was "
                         "changed. Free some space there, then publish again.")
                    .arg(*room / 1'000'000)
                    .arg(needed / 1'000'000));
}

/// As many as fit into some seconds at the rate seen so far, so that the lock is kept fresh.
qsizetype Staging::batchFrom(const Pieces &pieces, qsizetype at) const
{
    constexpr qsizetype mostFiles = 5000;
    qint64 bytes = 0;
    qsizetype count = 0;
    while (at + count < pieces.size() && count < mostFiles) {
        bytes += pieces.at(at + count).item->bytes;
        if (count > 0 && bytes > m_batchBytes)
            break;
        ++count;
    }
    return count;
}

/// The name until then is of this transaction alone: another publisher that does not know yet that
/// it comes too late may be sending the same bytes.
Result<Batch> Staging::uploadsFor(const ControlFolder &control, const QString &transaction,
                                  const Pieces &pieces)
{
    Batch batch;
    for (const Piece &piece : pieces) {
        const Result<QString> file = m_source.fileFor(piece.item->after);
        if (!file)
            return passOn(file);
        const QString part = partName(piece.name, transaction);
        Operation upload = uploadOf(piece, control.staged(part), *file);
        if (piece.isSealed)
            upload.to = control.staged(piece.name);
        m_names.insert(piece.item->path, piece.isSealed ? piece.name : part);
        batch.append(upload);
    }
    return batch;
}

Operation Staging::uploadOf(const Piece &piece, const QString &part, const QString &file) const
{
    Operation upload = Operation::writeFile(part, file, piece.item->bytes, piece.item->after);
    if (piece.item->bytes < large)
        return upload;
    upload.startAt = m_startAt.value(piece.name);
    const qint64 source = changedAt(file);
    upload.acknowledged = [&parts = m_parts, name = piece.name, part, source](qint64 upTo) {
        parts.note(name, {part, upTo, source});
    };
    return upload;
}

Result<void> Staging::send(const Workplace &place, const QString &transaction, const Pieces &pieces,
                           ProgressMeter &meter)
{
    QElapsedTimer running;
    running.start();
    const Result<Batch> uploads = uploadsFor(place.control, transaction, pieces);
    if (!uploads)
        return passOn(uploads);
    const auto sent = place.files.run(*uploads, counting(place.context, meter));
    if (!sent)
        return passOn(sent);
    for (qsizetype i = 0; i < pieces.size(); ++i)
        accept(pieces.at(i), sent->at(i));
    if (auto taken = takeFinished(place, pieces); !taken)
        return taken;
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        if (m_files.contains(pieces.at(i).item->path))
            continue;
        m_isRefused = sent->at(i).ok() || sent->at(i).status == Outcome::Status::Failed;
        return notSent(pieces.at(i).item->path, uploads->at(i), sent->at(i));
    }
    adaptBatch(pieces, running.elapsed());
    return {};
}

/// What could not get its name because that is taken: somebody else finished the same bytes.
Result<void> Staging::takeFinished(const Workplace &place, const Pieces &pieces)
{
    Pieces open;
    Batch looks;
    for (const Piece &piece : pieces) {
        if (m_files.contains(piece.item->path))
            continue;
        open.append(piece);
        looks.append(Operation::look(place.control.staged(piece.name)));
    }
    const auto looked = place.files.run(looks, place.context);
    if (!looked)
        return passOn(looked);
    for (qsizetype i = 0; i < open.size(); ++i) {
        const FileInfo &found = looked->at(i).info;
        if (found.isFile() && found.size == open.at(i).item->bytes)
            takeSealed(open.at(i), found);
    }
    return {};
}

void Staging::takeSealed(const Piece &piece, const FileInfo &found)
{
    m_files.insert(piece.item->path, found);
    m_names.insert(piece.item->path, piece.name);
}

bool Staging::accept(const Piece &piece, const Outcome &outcome)
{
    if (!outcome.ok() || outcome.info.size != piece.item->bytes)
        return false;
    m_files.insert(piece.item->path, outcome.info);
    m_bytesSent += piece.item->bytes - m_startAt.value(piece.name);
    if (piece.item->bytes >= large)
        m_parts.forget(piece.name);
    return true;
}

void Staging::adaptBatch(const Pieces &pieces, qint64 ms)
{
    constexpr qint64 seconds = 8;
    constexpr qint64 least = 1'000'000;
    constexpr qint64 most = 64'000'000;
    const qint64 bytes = bytesOf(pieces);
    if (bytes >= least / 4)
        m_batchBytes = std::clamp(bytes * 1000 / std::max<qint64>(ms, 1) * seconds, least, most);
}

} // namespace kakehashi::publish
