#include "terminalquestions.h"

#include "delivery.h"
#include "publishwords.h"
#include "secrets.h"

#include "base/visibletext.h"

#include <QCoreApplication>
#include <QTextStream>

namespace kakehashi::cli {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::cli::Publish)
};

bool personAgrees(const publish::Plan &plan)
{
    if (!canAsk())
        return false;
    QTextStream err(stderr);
    err << visibleLines(planLines(plan).join(u'\n')) << '\n'
        << Text::tr("Publish this? [y/N] ") << Qt::flush;
    return QTextStream(stdin).readLine().trimmed().toLower() == QStringLiteral("y");
}

} // namespace

QStringList confirmedRules(const PublishOptions &options)
{
    QStringList rules;
    for (const std::string &rule : options.confirmed)
        rules.append(text(rule));
    return rules;
}

Result<publish::PublishParams> TerminalQuestions::access(const publish::Target &target,
                                                         const Error *refused)
{
    if (refused)
        return tl::unexpected<Error>(*refused);
    return publishParams(m_site, target.name, m_options.passwordFd);
}

Result<QString> TerminalQuestions::trust(const publish::Target &, const Error &unknown)
{
    return tl::unexpected<Error>(unknown);
}

ssh::Asker TerminalQuestions::asker()
{
    return terminalAsker();
}

Result<void> TerminalQuestions::breakLock(const publish::HeldLock &held, const Error &locked)
{
    return mayBreakLock(held, locked, m_options);
}

Result<delivery::Answer> TerminalQuestions::agree(const delivery::Prepared &prepared)
{
    using Kind = delivery::Answer::Kind;
    const publish::Plan &plan = prepared.plan;
    if (plan.count(publish::PlanItem::Action::Conflict) > 0)
        return delivery::Answer{Kind::Leave};
    const bool isAgreed =
        !plan.hasChanges() || m_options.yes || m_options.due || personAgrees(plan);
    if (!isAgreed)
        return delivery::Answer{Kind::Leave};
    const QStringList confirmed = confirmedRules(m_options);
    if (const Issues open = plan.openGuards(confirmed); !open.isEmpty())
        return tl::unexpected<Error>(refusalBy(open));
    return delivery::Answer{Kind::Send, confirmed};
}

Result<void> TerminalQuestions::keepKey(const QString &siteId, const QByteArray &key)
{
    return storeManifestKey(siteId, key);
}

} // namespace kakehashi::cli
