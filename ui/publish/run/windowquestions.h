#pragma once

#include "delivery/questions.h"

#include <QMutex>
#include <QWaitCondition>

#include <functional>
#include <memory>
#include <optional>

namespace kakehashi::ui {

/// An answer that a worker waits for and the window gives, once. Cancel ends the wait.
template <typename T>
class Awaited
{
public:
    void give(Result<T> answer)
    {
        const QMutexLocker lock(&m_mutex);
        if (!m_answer)
            m_answer = std::move(answer);
        m_given.wakeAll();
    }

    Result<T> wait(const CancelToken &cancel)
    {
        constexpr unsigned long look = 20; // milliseconds between two looks at the cancel button
        QMutexLocker lock(&m_mutex);
        while (!m_answer) {
            if (cancel.isCancelled())
                return cancelled();
            m_given.wait(&m_mutex, look);
        }
        return *m_answer;
    }

private:
    QMutex m_mutex;
    QWaitCondition m_given;
    std::optional<Result<T>> m_answer;
};

template <typename T>
using AwaitedPtr = std::shared_ptr<Awaited<T>>;

class PublishFlow;

/// Puts the questions of a publish on the worker to the flow on the GUI thread. The flow outlives
/// it: it waits for its worker.
class WindowQuestions final : public delivery::Questions
{
public:
    WindowQuestions(PublishFlow &flow, int run, CancelToken cancel)
        : m_flow(flow), m_run(run), m_cancel(std::move(cancel))
    {}

    Result<publish::PublishParams> access(const publish::Target &target,
                                          const Error *refused) override;
    Result<QString> trust(const publish::Target &target, const Error &unknown) override;
    ssh::Asker asker() override;
    Result<void> breakLock(const publish::HeldLock &held, const Error &locked) override;
    Result<delivery::Answer> agree(const delivery::Prepared &prepared) override;
    Result<void> keepKey(const QString &siteId, const QByteArray &key) override;

private:
    template <typename T, typename Ask>
    Result<T> ask(Ask question);

    PublishFlow &m_flow;
    int m_run; ///< the flow answers only its latest
    CancelToken m_cancel;
};

} // namespace kakehashi::ui
