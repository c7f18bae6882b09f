#pragma once

#include "ui/shell/background.h"
#include "ui/shell/session.h"
#include "workspace/layout.h"
#include "workspace/parts/stores.h"

#include <QFileInfo>

namespace kakehashi::ui {

/// Runs `read(const workspace::SiteStores &)`, which answers a Result, on a worker with a
/// connection of its own for reading, and then `done` with the answer here, unless `context` is
/// gone by then. For what takes longer in a large site than a keystroke may.
template <typename Read, typename Done>
void readAside(Session &session, QObject *context, Read read, Done done)
{
    using Answer = std::invoke_result_t<Read, const workspace::SiteStores &>;
    const workspace::Workspace &site = session.workspace();
    runInBackground(
        *QThreadPool::globalInstance(), context,
        [folder = site.folder(), clock = &site.clock(), read = std::move(read)]() -> Answer {
            const auto own = workspace::OwnStores::openToRead(folder, *clock);
            if (!own)
                return passOn(own);
            return read((*own)->stores());
        },
        std::move(done));
}

/// The same, but here and now where the site is small: then nobody could feel it.
template <typename Read, typename Done>
void readWithoutWaiting(Session &session, QObject *context, Read read, Done done)
{
    constexpr qint64 small = 4'000'000; // bytes of the database: about a thousand pages
    const QFileInfo database(workspace::layout::databaseIn(session.workspace().folder()));
    if (database.size() <= small)
        return done(read(session.workspace().stores()));
    readAside(session, context, std::move(read), std::move(done));
}

} // namespace kakehashi::ui
