#pragma once

#include "deliveryverb.h"
#include "sitecheck.h"

namespace kakehashi::cli {

/// What may go out, after the check.
struct Cleared
{
    render::OutputTree tree; ///< with its bytes in the site's object store
    check::Gate gate;
    /// With `publish --due`: pages with open musts that are left as they are on the server; those
    /// that are not there yet stay away. Everything else goes out.
    QStringList heldBack = {};
};

/// Builds what is live and checks it. With `holdBack`, pages that the check stops are taken out
/// of the tree, and the gate is open unless something blocks that belongs to no page.
Result<Cleared> clearedTree(Delivery &delivery, bool holdBack, const JobContext &job);

QJsonArray toJson(const check::Findings &findings);
QStringList gateLines(const Cleared &cleared);

} // namespace kakehashi::cli
