#pragma once

#include <QFutureWatcher>
#include <QObject>
#include <QtConcurrent>

#include <utility>

namespace kakehashi::ui {

/// Runs `work` on the thread pool and hands its value to `then` on the GUI thread, unless
/// `context` is gone by then.
template <typename Work, typename Then>
void runAsync(QObject *context, Work work, Then then)
{
    using Value = std::invoke_result_t<Work>;
    auto *watcher = new QFutureWatcher<Value>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, then = std::move(then)]() mutable {
                         watcher->deleteLater();
                         then(watcher->result());
                     });
    watcher->setFuture(QtConcurrent::run(std::move(work)));
}

} // namespace kakehashi::ui
