#pragma once

#include "delivery/request.h"

#include <QJsonObject>
#include <QStringList>

namespace kakehashi::cli {

// What a publish and its plan look like on a terminal and for machines.

QStringList planLines(const publish::Plan &plan);
QStringList gateLines(const delivery::Prepared &prepared);
QStringList reportLines(const publish::Report &report);
/// What became of a publish that was cut off.
QString recoverySentence(publish::Report::Recovery recovery);
QString recoveryName(publish::Report::Recovery recovery); ///< "none", "finished", "taken-back"
/// Files in the way, with what is known of each.
QStringList conflictLines(const publish::Plan &plan);
/// How to decide about them.
QString conflictAdvice(const publish::Plan &plan);

/// Nothing was published because of these; with the options that pass them, if all may be passed.
Error refusalBy(const Issues &guards);

QJsonObject toJson(const publish::Report &report);
QJsonArray conflictsJson(const publish::Plan &plan);
/// What the check stopped, for a document: "blocking" and "heldBack".
void addGate(QJsonObject &json, const delivery::Prepared &prepared);

} // namespace kakehashi::cli
