#include "ui/publish/run/windowquestions.h"

#include "ui/publish/run/publishflow.h"
#include "ui/targets/access/codequestion.h"

namespace kakehashi::ui {

template <typename T, typename Ask>
Result<T> WindowQuestions::ask(Ask question)
{
    const auto awaited = std::make_shared<Awaited<T>>();
    QMetaObject::invokeMethod(
        &m_flow,
        [flow = &m_flow, run = m_run, question = std::move(question), awaited] {
            if (flow->isCurrent(run))
                question(*flow, awaited);
            else
                awaited->give(cancelled());
        },
        Qt::QueuedConnection);
    return awaited->wait(m_cancel);
}

Result<publish::PublishParams> WindowQuestions::access(const publish::Target &target,
                                                       const Error *refused)
{
    const auto why = refused ? std::optional(*refused) : std::nullopt;
    return ask<publish::PublishParams>(
        [target, why](PublishFlow &flow, const AwaitedPtr<publish::PublishParams> &awaited) {
            flow.askAccess(target, why, awaited);
        });
}

Result<QString> WindowQuestions::trust(const publish::Target &target, const Error &unknown)
{
    return ask<QString>([target, unknown](PublishFlow &flow, const AwaitedPtr<QString> &awaited) {
        flow.askTrust(target, unknown, awaited);
    });
}

ssh::Asker WindowQuestions::asker()
{
    return askInWindow();
}

Result<void> WindowQuestions::breakLock(const publish::HeldLock &held, const Error &locked)
{
    return ask<void>([held, locked](PublishFlow &flow, const AwaitedPtr<void> &awaited) {
        flow.askBreakLock(held, locked, awaited);
    });
}

Result<delivery::Answer> WindowQuestions::agree(const delivery::Prepared &prepared)
{
    return ask<delivery::Answer>(
        [prepared](PublishFlow &flow, const AwaitedPtr<delivery::Answer> &awaited) {
            flow.askToAgree(prepared, awaited);
        });
}

Result<void> WindowQuestions::keepKey(const QString &siteId, const QByteArray &key)
{
    return ask<void>([siteId, key](PublishFlow &flow, const AwaitedPtr<void> &awaited) {
        flow.keepKey(siteId, key, awaited);
    });
}

} // namespace kakehashi::ui
