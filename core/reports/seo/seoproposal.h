#pragma once

#include "content/site/site.h"
#include "reports/seo/seofigures.h"
#include "tabular/sheet.h"

namespace kakehashi::reports {

enum class Priority { High, Medium, Low };

/// One line of the table of figures. 「前回」 is empty the first time.
struct ComparedFigure
{
    QString label;
    int now = 0;
    std::optional<int> before = {};
    bool moreIsBetter = false;
};

/// Where something is proposed, and what stands there now.
struct ProposalPage
{
    Ulid id; ///< null for old addresses
    QString path;
    QString title;
    QString note; ///< 「題名48文字」
};

/// Something to be done, in the words of the prefecture's business.
struct Proposal
{
    QString id;
    Priority priority = Priority::Medium;
    QString title;
    QString what;
    QString why;
    QString source;
    QString effect;
    int minutes = 0; ///< of work, all pages together
    QList<ProposalPage> pages;
};

/// 「SEO提案書」 as values: what the contract (5 (1) ニ) asks to be proposed, from figures.
struct SeoProposal
{
    content::SiteSettings site;
    QString author; ///< the contractor, as it signs; may be empty
    QDate date;
    QDate since; ///< date of the last proposal; invalid: this is the first
    QString summary;
    QList<ComparedFigure> figures;
    QList<Proposal> proposals; ///< most urgent first
    QList<QString> done;       ///< what the site does already
};

struct SeoProposalInput
{
    SeoSurvey survey;
    content::SiteSettings site;
    QString author;
    QDate date;
    std::optional<SeoFigures> last;
};

/// The texts come from resources/reports/seo.json. Pure; Corrupt when that file is malformed.
Result<SeoProposal> makeSeoProposal(const SeoProposalInput &input);

/// 「約2時間」 for minutes of work.
QString effortText(int minutes);

/// One HTML file without any other, printable on A4.
Result<QByteArray> toHtml(const SeoProposal &proposal);
/// Sheets: cover with summary and figures, proposals, and the pages of each.
tabular::Book toBook(const SeoProposal &proposal);

} // namespace kakehashi::reports
