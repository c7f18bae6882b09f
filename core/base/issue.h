#pragma once

#include <QList>
#include <QString>

namespace kakehashi {

/// Must stops a publish, Should is a warning, Ask is a question for a human.
enum class Severity { Must, Should, Ask };

/// Where in what a person edits a problem is. Lines and columns count from 1, columns and
/// lengths in UTF-16 code units of the source text; 0 means unknown.
struct Place
{
    QString pagePath = {};
    QString file = {};
    int line = 0;
    int column = 0;
    int length = 0;

    bool operator==(const Place &) const = default;
};

/// A problem as data: core makes it, ui lists it, a click jumps to its place.
struct Issue
{
    Severity severity = Severity::Should;
    QString rule; ///< stable id, e.g. "block-unknown"
    QString text; ///< in the user's language
    Place place = {};

    bool operator==(const Issue &) const = default;
};

using Issues = QList<Issue>;

} // namespace kakehashi
