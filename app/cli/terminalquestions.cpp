#include "terminalquestions.h"

#include "delivery.h"
#include "publishwords.h"
#include "secrets.h"

#include "base/visibletext.h"

#include <QCoreApplication>
#include <QSet>
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

QString filePath(const std::string &given)
{
    QString path = text(given).normalized(QString::NormalizationForm_C);
    while (path.startsWith(u'/'))
        path.remove(0, 1);
    return path;
}

Result<void> decisionsAreClear(const PublishOptions &options)
{
    for (const std::string &kept : options.kept) {
        for (const std::string &replaced : options.replaced) {
            if (filePath(kept) == filePath(replaced))
                return fail(ErrorCode::Invalid,
                            Text::tr("%1 is both kept (--keep) and replaced (--replace). Choose "
                                     "one of them.")
                                .arg(filePath(kept)));
        }
    }
    return {};
}

Result<void> namedPathsFit(const PublishOptions &options, const publish::Plan &plan)
{
    QSet<QString> known(plan.result.files.keyBegin(), plan.result.files.keyEnd());
    for (const publish::PlanItem &item : plan.items)
        known.insert(item.path);
    for (const auto &paths : {options.kept, options.replaced}) {
        for (const std::string &path : paths) {
            if (!known.contains(filePath(path)))
                return fail(ErrorCode::Invalid,
                            Text::tr("%1, named by --keep or --replace, is no file of this "
                                     "publish. Paths are as `publish --dry-run` lists them.")
                                .arg(filePath(path)));
        }
    }
    return {};
}

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
    if (const auto named = namedPathsFit(m_options, plan); !named)
        return passOn(named);
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
