#pragma once

#include "deliveryverb.h"

#include "delivery/questions.h"

namespace kakehashi::cli {

/// The answers of a script, given beforehand as options, and of whoever sits at the terminal.
class TerminalQuestions final : public delivery::Questions
{
public:
    TerminalQuestions(workspace::Workspace &site, const PublishOptions &options)
        : m_site(site), m_options(options)
    {}

    Result<publish::PublishParams> access(const publish::Target &target,
                                          const Error *refused) override;
    Result<QString> trust(const publish::Target &target, const Error &unknown) override;
    ssh::Asker asker() override;
    Result<void> breakLock(const publish::HeldLock &held, const Error &locked) override;
    Result<delivery::Answer> agree(const delivery::Prepared &prepared) override;
    Result<void> keepKey(const QString &siteId, const QByteArray &key) override;

private:
    workspace::Workspace &m_site;
    const PublishOptions &m_options;
};

/// As the site names its files: without the slash that addresses begin with.
QString filePath(const std::string &given);
/// No path is both kept and replaced.
Result<void> decisionsAreClear(const PublishOptions &options);
/// What --keep and --replace name is part of the plan.
Result<void> namedPathsFit(const PublishOptions &options, const publish::Plan &plan);

/// --confirm, as guards know it.
QStringList confirmedRules(const PublishOptions &options);

} // namespace kakehashi::cli
