#pragma once

#include "publish/plan.h"
#include "publish/target.h"

#include <QUrl>

namespace kakehashi::delivery {

/// What visitors should get at an address.
struct Address
{
    enum class Kind {
        File,    ///< exactly what was published
        Nothing, ///< the answer 404, with our page for it where `hash` is not null
        Closed,  ///< the question for a password
    };

    Kind kind = Kind::File;
    QUrl url;
    QString path;    ///< the file's, relative to the docroot; empty: none
    Sha256 hash;     ///< of what is to be served; null: any content
    qint64 size = 0; ///< bytes
};

/// Home, an address that is not there, and up to 20 whose file this publish made or changed, pages
/// first. Only home where visitors are asked for a password; nothing where the target's address is
/// not known.
QList<Address> addressesToLookAt(const publish::Target &target, const publish::Plan &plan);

} // namespace kakehashi::delivery
