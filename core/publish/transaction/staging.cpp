#include "publish/transaction/staging.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QSet>

#include <algorithm>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Staging)
};

struct Piece
{
    const PlanItem *item;
    QString name;
};

class Staging
{
public:
    Staging(const Workplace &place, Lock &lock, const render::ByteSource &source)
        : m_place(place), m_lock(lock), m_source(source)
    {}

    Result<Staged> run(const Plan &plan, bool mayHoldFiles)
    {
        nameAll(plan);
        if (mayHoldFiles) {
            if (auto read = readEarlier(); !read)
                return passOn(read);
        }
        const QList<Piece> missing = missingPieces();
        if (auto room = checkRoom(missing); !room)
            return passOn(room);
        qint64 bytes = 0;
        for (const Piece &piece : missing)
            bytes += piece.item->bytes;
        ProgressMeter meter(m_place.context, Text::tr("Sending"), missing.size(), bytes);
        for (qsizetype at = 0; at < missing.size();) {
            const qsizetype count = batchFrom(missing, at);
            if (auto sent = send(missing.mid(at, count), meter); !sent)
                return passOn(sent);
            at += count;
        }
        meter.finish();
        return std::move(m_staged);
    }

private:
    /// Equal files are staged apart, because a rename uses each of them up.
    void nameAll(const Plan &plan)
    {
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
            m_staged.names.insert(item.path, name);
        }
    }

    Result<void> readEarlier()
    {
        const auto listed =
            m_place.files.run({Operation::list(m_place.control.stage())}, m_place.context);
        if (!listed)
            return passOn(listed);
        QHash<QString, FileInfo> known;
        Batch useless;
        QSet<QString> wanted;
        for (const Piece &piece : std::as_const(m_pieces))
            wanted.insert(piece.name);
        for (const FolderEntry &entry : listed->first().entries) {
            known.insert(entry.name, entry.info);
            if (!wanted.contains(entry.name))
                useless.append(Operation::remove(m_place.control.staged(entry.name)));
        }
        for (const Piece &piece : std::as_const(m_pieces)) {
            const FileInfo info = known.value(piece.name);
            if (info.isFile() && info.size == piece.item->bytes)
                m_staged.files.insert(piece.item->path, info);
            else if (!info.isMissing())
                useless.append(Operation::remove(m_place.control.staged(piece.name)));
        }
        if (useless.isEmpty())
            return {};
        const auto cleaned = m_place.files.run(useless, m_place.context);
        return cleaned ? Result<void>() : passOn(cleaned);
    }

    QList<Piece> missingPieces() const
    {
        QList<Piece> missing;
        for (const Piece &piece : m_pieces) {
            if (!m_staged.files.contains(piece.item->path))
                missing.append(piece);
        }
        return missing;
    }

    Result<void> checkRoom(const QList<Piece> &missing)
    {
        qint64 bytes = 0;
        for (const Piece &piece : missing)
            bytes += piece.item->bytes;
        constexpr qint64 worthAsking = 1'000'000;
        if (bytes < worthAsking || !m_place.files.features().freeSpace)
            return {};
        const Result<qint64> room = m_place.files.freeBytes(m_place.control.path);
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

    /// As many as fit into some seconds at the rate seen so far, so that the lock is kept fresh
    /// and what is sealed after each batch needs never be sent again.
    qsizetype batchFrom(const QList<Piece> &pieces, qsizetype at) const
    {
        constexpr qsizetype mostFiles = 1000;
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

    Result<void> send(const QList<Piece> &pieces, ProgressMeter &meter)
    {
        QElapsedTimer running;
        running.start();
        const Result<Batch> uploads = uploadsFor(pieces);
        if (!uploads)
            return passOn(uploads);
        const Batch seals = std::exchange(m_staged.seals, {});
        const auto sent = m_place.files.run(*uploads + seals, m_place.context);
        if (!sent)
            return passOn(sent);
        for (qsizetype i = 0; i < seals.size(); ++i) {
            const Outcome &outcome = sent->at(uploads->size() + i);
            if (!outcome.ok())
                return outcomeError(seals.at(i), outcome);
        }
        if (auto whole = seal(pieces, *uploads, *sent, meter); !whole)
            return whole;
        adaptBatch(pieces, running.elapsed());
        return m_lock.beat();
    }

    Result<Batch> uploadsFor(const QList<Piece> &pieces) const
    {
        Batch batch;
        for (const Piece &piece : pieces) {
            const Result<QString> file = m_source.fileFor(piece.item->after);
            if (!file)
                return passOn(file);
            batch.append(
                Operation::writeFile(partOf(piece), *file, piece.item->bytes, piece.item->after));
        }
        return batch;
    }

    QString partOf(const Piece &piece) const
    {
        return m_place.control.staged(piece.name) + QStringLiteral(".part");
    }

    /// Gives complete files their names; whoever sees such a name need not look inside. That is
    /// done along with the next batch, or now when others failed, so that the next attempt goes on
    /// from there.
    Result<void> seal(const QList<Piece> &pieces, const Batch &uploads, const Outcomes &sent,
                      ProgressMeter &meter)
    {
        std::optional<tl::unexpected<Error>> firstFailure;
        for (qsizetype i = 0; i < pieces.size(); ++i) {
            const Piece &piece = pieces.at(i);
            const Outcome &outcome = sent.at(i);
            const bool whole = outcome.ok() && outcome.info.size == piece.item->bytes;
            if (whole) {
                m_staged.seals.append(
                    Operation::move(partOf(piece), m_place.control.staged(piece.name)));
                m_staged.files.insert(piece.item->path, outcome.info);
                m_staged.bytesSent += piece.item->bytes;
                meter.advance(1, piece.item->bytes, piece.item->path);
            } else if (!firstFailure) {
                firstFailure = notSent(piece, uploads.at(i), outcome);
            }
        }
        if (!firstFailure)
            return {};
        if (auto renamed = m_place.files.run(m_staged.seals, m_place.context); !renamed)
            return passOn(renamed);
        return *firstFailure;
    }

    static tl::unexpected<Error> notSent(const Piece &piece, Operation upload,
                                         const Outcome &outcome)
    {
        upload.path = piece.item->path; // the name that the person knows
        Outcome shown = outcome;
        if (shown.ok())
            shown = {Outcome::Status::Failed, QStringLiteral("size differs")};
        auto error = outcomeError(upload, shown);
        error.value().text += u' ' + Text::tr("The site is unchanged.");
        return error;
    }

    void adaptBatch(const QList<Piece> &pieces, qint64 ms)
    {
        constexpr qint64 seconds = 8;
        constexpr qint64 least = 1'000'000;
        constexpr qint64 most = 64'000'000;
        qint64 bytes = 0;
        for (const Piece &piece : pieces)
            bytes += piece.item->bytes;
        if (bytes >= least / 4)
            m_batchBytes =
                std::clamp(bytes * 1000 / std::max<qint64>(ms, 1) * seconds, least, most);
    }

    const Workplace &m_place;
    Lock &m_lock;
    const render::ByteSource &m_source;
    QList<Piece> m_pieces;
    Staged m_staged;
    qint64 m_batchBytes = 8'000'000;
};

} // namespace

Result<Staged> stageFiles(const Workplace &place, Lock &lock, const Plan &plan,
                          const render::ByteSource &source, bool mayHoldFiles)
{
    return Staging(place, lock, source).run(plan, mayHoldFiles);
}

} // namespace kakehashi::publish
