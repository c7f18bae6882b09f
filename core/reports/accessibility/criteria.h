#pragma once

#include "base/result.h"

#include <QList>
#include <QString>

namespace kakehashi::reports {

/// A success criterion of JIS X 8341-3:2016, level A or AA, as resources/reports/criteria.json
/// describes it.
struct Criterion
{
    QString number; ///< "1.1.1"
    QString level;  ///< "A" or "AA"
    QString name;
    QString applies; ///< trait of a page that makes it applicable, see traits.h; "always"
    QString decided; ///< why no finding means conformance; empty: a person must look
    QString needs;   ///< trait without which a person must look all the same
};

/// The 38 criteria of levels A and AA in their order. Corrupt when the file is malformed.
Result<QList<Criterion>> criteria();

/// Numbers of A and AA criteria named in a rule's clause: "JIS X 8341-3:2016 1.3.1 (A), 4.1.2 (A)".
QStringList criteriaIn(const QString &clause);

} // namespace kakehashi::reports
