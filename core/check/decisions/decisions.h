#pragma once

#include "base/issue.h"
#include "base/result.h"
#include "base/ulid.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>

namespace kakehashi::check {

/// How much one rule weighs on this site; nothing: it is not looked at.
using Weight = std::optional<Severity>;

/// A word of the site's own dictionary. With nothing in `wanted` the word is right as it stands,
/// whatever the dictionary that ships says of it.
struct SiteTerm
{
    Ulid id;
    QString written; ///< plain text, as people write it: 「取り組み」
    QString wanted;  ///< 「取組」
    QString reason;  ///< shown to whoever wrote it; may be empty

    bool operator==(const SiteTerm &) const = default;
};

/// What a site's people decided about the check. It stays with the site: whoever takes it over
/// checks as they did.
struct Decisions
{
    QHash<QString, Weight> weights; ///< by rule id; a rule without one is as it ships
    QList<SiteTerm> terms;          ///< in the order they are shown

    bool operator==(const Decisions &) const = default;
};

/// The terms trimmed and without empty rows. Invalid, with the word, when one stands there twice,
/// holds a line break, is longer than 100 characters, or is to be written as it is written already.
Result<QList<SiteTerm>> tidied(const QList<SiteTerm> &terms);

/// "must", "should", "ask", "off": as the command line and the database name a weight.
QString nameOf(Weight weight);
std::optional<Weight> weightNamed(const QString &name);

} // namespace kakehashi::check
