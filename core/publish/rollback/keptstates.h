#pragma once

#include "publish/manifest.h"
#include "publish/target.h"

#include <QList>

namespace kakehashi::publish {

/// The manifests of what was published from this machine, beside the traces of publishing. With
/// the site's objects/ they are all that going back needs, long after the server's undo/ was
/// tidied up. Losing them costs only how far back one can go from here.
class KeptStates
{
public:
    static constexpr int most = 100; ///< older ones go

    /// `folder` is PublishParams::journalFolder; empty: nothing is kept.
    KeptStates(const QString &folder, const Target &target);

    Result<void> keep(qint64 generation, const QByteArray &manifest) const;
    QList<qint64> generations() const; ///< newest first
    Result<Manifest> manifest(qint64 generation, const QByteArray &key = {}) const;

    /// Its first headBytes; empty: not kept.
    QByteArray start(qint64 generation) const;

private:
    QString file(qint64 generation) const;

    QString m_folder;
};

} // namespace kakehashi::publish
