#include "ui/seo/seowork.h"

#include "base/file.h"
#include "check/decisions/decisionrepository.h"
#include "tabular/xlsx.h"
#include "ui/shell/session.h"

#include <QDir>

namespace kakehashi::ui {

Result<SurveyedSite> siteForSurvey(Session &session, const Result<render::SnapshotPtr> &snapshot)
{
    if (!snapshot)
        return passOn(snapshot);
    const auto theme = session.workspace().theme();
    if (!theme)
        return passOn(theme);
    const auto rules = check::siteRules(session.workspace().database());
    if (!rules)
        return passOn(rules);
    return SurveyedSite{*snapshot, *theme, session.workspace().renderOptions(), *rules};
}

Result<reports::SeoSurvey> surveyOf(const SurveyedSite &site, const JobContext &job)
{
    return reports::surveySeo({site.rules, *site.theme, site.options}, *site.snapshot, job);
}

Result<QStringList> writeProposalFiles(ProposalOrder order)
{
    const auto history = reports::seoHistory(order.siteFolder);
    if (!history)
        return passOn(history);
    order.input.last = reports::lastBefore(*history, order.input.date);
    const auto proposal = reports::makeSeoProposal(order.input);
    if (!proposal)
        return passOn(proposal);
    const QString stem = QDir(order.folder)
                             .filePath(QStringLiteral("SEO提案書_") +
                                       order.input.date.toString(QStringLiteral("yyyyMMdd")));
    QStringList files;
    const auto put = [&files](const QString &file,
                              const Result<QByteArray> &bytes) -> Result<void> {
        if (!bytes)
            return passOn(bytes);
        files.append(file);
        return writeFile(file, *bytes);
    };
    if (order.asHtml) {
        if (auto done = put(stem + QStringLiteral(".html"), reports::toHtml(*proposal)); !done)
            return passOn(done);
    }
    if (order.asXlsx) {
        const auto book = tabular::toXlsx(reports::toBook(*proposal));
        if (auto done = put(stem + QStringLiteral(".xlsx"), book); !done)
            return passOn(done);
    }
    const auto figures = reports::figuresOf(order.input.survey, order.input.date);
    if (auto kept = reports::rememberSeo(order.siteFolder, figures); !kept)
        return passOn(kept);
    return files;
}

} // namespace kakehashi::ui
