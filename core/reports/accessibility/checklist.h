#pragma once

#include "base/job.h"
#include "check/check.h"
#include "reports/accessibility/criteria.h"
#include "reports/accessibility/sample.h"

namespace kakehashi::reports {

enum class Outcome { Conforms, Fails, NotApplicable, Ask };

QString outcomeText(Outcome outcome); ///< 「適合」「不適合」「該当なし」「要人手確認」

/// What is known of one criterion on one page, and why.
struct Answer
{
    Outcome outcome = Outcome::Ask;
    QString note = {};
};

/// The checklist of a yearly test: criterion × page.
struct Checklist
{
    QDate date;
    TestSample sample;
    QList<Criterion> criteria;
    QList<QList<Answer>> answers; ///< by page of the sample, then by criterion

    int count(Outcome outcome) const;
    int count(qsizetype criterion, Outcome outcome) const;
    /// Over all pages: Fails when one page fails, Ask when one is left to people.
    Outcome overall(qsizetype criterion) const;
};

/// Renders and checks each page of the sample. Findings of rules that name a criterion fail it
/// (must) or leave it to a person (should, ask); where nothing is found the criterion is met only
/// if the machine can decide it. Nothing is claimed that was not looked at.
Result<Checklist> fillChecklist(const check::CheckContext &context,
                                const render::SiteSnapshot &snapshot, const TestSample &sample,
                                const QDate &date, const JobContext &job = {});

} // namespace kakehashi::reports
