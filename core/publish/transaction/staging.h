#pragma once

#include "publish/locking/lock.h"
#include "publish/plan.h"
#include "publish/transaction/partnotes.h"
#include "publish/transaction/workplace.h"
#include "render/outputtree.h"

#include <QHash>
#include <QList>

namespace kakehashi::publish {

/// Brings what a plan sends to the server, complete but not yet visible: each file under the name
/// of its SHA-256, which it gets when the server has all of it. So what has such a name need not be
/// looked into, and an attempt that was cut off is taken up where it stopped. The last files, less
/// than `sentAnew` bytes together, keep the transaction's own names and are sent anew after a
/// cut: giving them theirs would cost everybody a flight.
class Staging
{
public:
    /// All outlive the staging.
    Staging(const Plan &plan, const render::ByteSource &source, PartNotes &parts, qint64 sentAnew);

    /// What may be sent together with the request for the lock, because nobody else seems to be
    /// publishing; empty when that could be in vain (much to send).
    Result<Batch> early(const ControlFolder &control, const QString &transaction);
    /// The outcomes of that; what failed is sent again.
    void take(const Outcomes &early);

    /// Sends whatever is missing. `mayHoldFiles`: stage/ was there before. On failure the site is
    /// unchanged and what is complete stays for the next attempt.
    Result<void> run(const Workplace &place, Lock &lock, bool mayHoldFiles);

    QString nameOf(const QString &path) const { return m_names.value(path); } ///< in stage/
    /// By path, the files as the server has them.
    const QHash<QString, FileInfo> &files() const { return m_files; }
    qint64 bytesSent() const { return m_bytesSent; }
    /// The server did not take a file and did not say why: a quota that no free space shows looks
    /// like that, and what was sent counts against it.
    bool wasRefused() const { return m_isRefused; }

private:
    struct Piece
    {
        const PlanItem *item;
        QString name;
        bool isSealed = true; ///< gets that name when it is complete
    };
    using Pieces = QList<Piece>;

    Result<void> sendAll(const Workplace &place, Lock &lock, bool mayHoldFiles);
    Result<void> readEarlier(const Workplace &place, const QString &transaction);
    Result<void> takeUpParts(const Workplace &place, const QString &transaction,
                             QHash<QString, FileInfo> &known);
    Operation uploadOf(const Piece &piece, const QString &part, const QString &file) const;
    Result<void> checkRoom(const Workplace &place, const Pieces &missing) const;
    Pieces missingPieces() const;
    qsizetype batchFrom(const Pieces &pieces, qsizetype at) const;
    Result<Batch> uploadsFor(const ControlFolder &control, const QString &transaction,
                             const Pieces &pieces);
    Result<void> send(const Workplace &place, const QString &transaction, const Pieces &pieces,
                      ProgressMeter &meter);
    Result<void> takeFinished(const Workplace &place, const Pieces &pieces);
    void sealAll();
    void takeSealed(const Piece &piece, const FileInfo &found);
    bool accept(const Piece &piece, const Outcome &outcome);
    void adaptBatch(const Pieces &pieces, qint64 ms);

    const render::ByteSource &m_source;
    PartNotes &m_parts;
    Pieces m_pieces;
    QHash<QString, QString> m_names;
    QHash<QString, FileInfo> m_files;
    QHash<QString, qint64> m_startAt; ///< by name in stage/, of what an earlier attempt began
    qint64 m_bytesSent = 0;
    qint64 m_batchBytes = 16'000'000;
    bool m_isRefused = false;
};

} // namespace kakehashi::publish
