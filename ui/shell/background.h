#pragma once

#include <QFutureWatcher>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <type_traits>
#include <utility>

namespace kakehashi::ui {

/// Runs `work` on the pool and then `done(result)` on the thread of `context`; when the context is
/// gone by then, `done` is not called. `work` must hold values only. Whoever owns the pool ends it
/// (QThreadPool's destructor waits), so give long work a CancelToken.
template <typename Work, typename Done>
void runInBackground(QThreadPool &pool, QObject *context, Work work, Done done)
{
    using Value = std::invoke_result_t<Work>;
    auto *watcher = new QFutureWatcher<Value>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, done = std::move(done)]() mutable {
                         watcher->deleteLater();
                         done(watcher->future().takeResult());
                     });
    watcher->setFuture(QtConcurrent::run(&pool, std::move(work)));
}

} // namespace kakehashi::ui
