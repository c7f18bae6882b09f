#include "reports/seo/seoproposal.h"

#include "base/file.h"
#include "base/text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace kakehashi::reports {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Seo)
};

constexpr qint64 mostBytes = 1024 * 1024;

Priority priorityNamed(const QString &name)
{
    if (name == QLatin1String("high"))
        return Priority::High;
    return name == QLatin1String("low") ? Priority::Low : Priority::Medium;
}

SeoProblem problemNamed(const QString &id)
{
    const auto &all = allSeoProblems();
    const auto found =
        std::find_if(all.cbegin(), all.cend(), [&](SeoProblem each) { return idOf(each) == id; });
    return found != all.cend() ? *found : SeoProblem::TitleMissing;
}

/// What of the page the problem is about, as it stands now.
QString noteOn(const SeoPage &page, SeoProblem problem)
{
    using enum SeoProblem;
    switch (problem) {
    case TitleShort:
    case TitleLong:
        return QStringLiteral("題名%1文字").arg(page.title.size());
    case TitleShared:
        return QStringLiteral("題名「%1」").arg(page.title);
    case DescriptionShort:
    case DescriptionLong:
        return QStringLiteral("概要%1文字").arg(page.description.size());
    case DescriptionShared:
        return QStringLiteral("概要「%1」").arg(page.description);
    case Thin:
        return QStringLiteral("本文%1文字").arg(page.characters);
    case Orphan:
        return QStringLiteral("更新 %1").arg(eraDate(page.updated));
    default:
        return {};
    }
}

QList<ProposalPage> pagesWith(const SeoSurvey &survey, const QStringList &ids)
{
    QList<ProposalPage> pages;
    for (const SeoPage &page : survey.pages) {
        for (const QString &id : ids) {
            const SeoProblem problem = problemNamed(id);
            if (page.has(problem)) {
                pages.append({page.id, page.path, page.title, noteOn(page, problem)});
                break;
            }
        }
    }
    return pages;
}

QList<ProposalPage> chainPages(const SeoSurvey &survey)
{
    QList<ProposalPage> pages;
    for (const RedirectWalk &walk : survey.chains)
        pages.append({{},
                      walk.stops.first(),
                      walk.isLoop ? QStringLiteral("循環") : walk.stops.last(),
                      walk.stops.join(QStringLiteral(" → "))});
    return pages;
}

QList<Proposal> proposalsFrom(const QJsonArray &texts, const SeoSurvey &survey)
{
    QList<Proposal> proposals;
    for (const QJsonValue &each : texts) {
        const QJsonObject json = each.toObject();
        const auto text = [&json](const char *key) {
            return json.value(QLatin1String(key)).toString();
        };
        QStringList ids;
        for (const QJsonValue &id : json.value(QLatin1String("problems")).toArray())
            ids.append(id.toString());
        Proposal proposal;
        proposal.pages = ids.contains(QLatin1String("redirect-chain")) ? chainPages(survey)
                                                                       : pagesWith(survey, ids);
        if (proposal.pages.isEmpty())
            continue;
        proposal.id = text("id");
        proposal.priority = priorityNamed(text("priority"));
        proposal.title = text("title");
        proposal.what = text("what").arg(proposal.pages.size());
        proposal.why = text("why");
        proposal.source = text("source");
        proposal.effect = text("effect");
        proposal.minutes =
            json.value(QLatin1String("minutes")).toInt() * static_cast<int>(proposal.pages.size());
        proposals.append(proposal);
    }
    std::stable_sort(proposals.begin(), proposals.end(),
                     [](const Proposal &a, const Proposal &b) { return a.priority < b.priority; });
    return proposals;
}

QList<ComparedFigure> compare(const SeoFigures &now, const std::optional<SeoFigures> &last)
{
    QList<ComparedFigure> rows;
    const auto add = [&](const QString &label, int SeoFigures::*figure, bool moreIsBetter) {
        rows.append({label, now.*figure, last ? std::optional((*last).*figure) : std::nullopt,
                     moreIsBetter});
    };
    add(QStringLiteral("公開しているページ"), &SeoFigures::pages, true);
    add(QStringLiteral("検索の対象としているページ"), &SeoFigures::indexed, true);
    add(QStringLiteral("全ての項目を満たすページ"), &SeoFigures::flawless, true);
    static const QList<std::pair<SeoProblem, QString>> labels{
        {SeoProblem::TitleMissing, QStringLiteral("題名がない")},
        {SeoProblem::TitleShared, QStringLiteral("題名が重複")},
        {SeoProblem::TitleLong, QStringLiteral("題名が長い")},
        {SeoProblem::TitleShort, QStringLiteral("題名が短い")},
        {SeoProblem::DescriptionMissing, QStringLiteral("概要がない")},
        {SeoProblem::DescriptionShared, QStringLiteral("概要が重複")},
        {SeoProblem::DescriptionLong, QStringLiteral("概要が長い")},
        {SeoProblem::DescriptionShort, QStringLiteral("概要が短い")},
        {SeoProblem::Thin, QStringLiteral("内容が少ない")},
        {SeoProblem::Orphan, QStringLiteral("どこからもリンクされない")},
        {SeoProblem::NoPicture, QStringLiteral("画像がない")},
        {SeoProblem::NoIndex, QStringLiteral("検索の対象外")}};
    for (const auto &[problem, label] : labels) {
        const int before = last ? last->problems.value(problem) : 0;
        rows.append({label, now.problems.value(problem),
                     last ? std::optional(before) : std::nullopt, false});
    }
    add(QStringLiteral("転送の連なり・循環"), &SeoFigures::chains, false);
    return rows;
}

QString share(int part, int whole)
{
    return whole > 0 ? QString::number(100.0 * part / whole, 'f', 1) : QStringLiteral("0.0");
}

QString summaryOf(const SeoFigures &now, const std::optional<SeoFigures> &last,
                  const QList<Proposal> &proposals)
{
    QString text =
        QStringLiteral("公開中の%1ページを点検しました。検索の対象としている%2ページのうち、"
                       "全ての項目を満たすものは%3ページ（%4％）です。")
            .arg(now.pages)
            .arg(now.indexed)
            .arg(now.flawless)
            .arg(share(now.flawless, now.indexed));
    if (last)
        text += QStringLiteral("前回の提案（%1）では%2％でした。")
                    .arg(eraDate(last->date), share(last->flawless, last->indexed));
    if (proposals.isEmpty())
        return text + QStringLiteral("今回、新たに提案する対策はありません。");
    const auto urgent =
        std::count_if(proposals.cbegin(), proposals.cend(),
                      [](const Proposal &proposal) { return proposal.priority == Priority::High; });
    int minutes = 0;
    for (const Proposal &proposal : proposals)
        minutes += proposal.minutes;
    text += QStringLiteral("この結果を踏まえ、%1件の対策を提案します。").arg(proposals.size());
    if (urgent > 0)
        text += QStringLiteral("うち優先度の高いものは%1件です。").arg(urgent);
    return text + QStringLiteral("作業量は合わせて%1を見込みます。").arg(effortText(minutes));
}

QStringList alreadyDone(const SeoSurvey &survey)
{
    QStringList done{
        QStringLiteral("検索エンジン向けのサイトマップ（sitemap.xml）に、検索の対象とする%1ページを"
                       "更新日とともに掲載")
            .arg(survey.indexed()),
        QStringLiteral("全てのページに正規のURL（canonical）、共有用の題名・説明文・画像（OGP）、"
                       "構造化データ（schema.org）を出力"),
        QStringLiteral("新着情報の配信（RSS、Atom）と、文字コード・言語・表示領域の指定"),
    };
    if (survey.redirects > 0)
        done.append(QStringLiteral("旧URL %1件から現在のページへの恒久的な転送（301）")
                        .arg(survey.redirects));
    return done;
}

} // namespace

QString effortText(int minutes)
{
    if (minutes < 60)
        return QStringLiteral("約%1分").arg(std::max(5, (minutes + 4) / 5 * 5));
    const double hours = std::max(1.0, static_cast<double>((minutes + 29) / 30) / 2);
    if (hours < 16)
        return QStringLiteral("約%1時間").arg(hours);
    return QStringLiteral("約%1人日").arg((minutes + 239) / 240 / 2.0); // a day has eight hours
}

Result<SeoProposal> makeSeoProposal(const SeoProposalInput &input)
{
    const QString file = QStringLiteral(":/reports/seo.json");
    const auto bytes = readFile(file, mostBytes);
    if (!bytes)
        return passOn(bytes);
    const QJsonDocument texts = QJsonDocument::fromJson(*bytes);
    if (!texts.isArray())
        return fail(ErrorCode::Corrupt, Text::tr("%1 is malformed.").arg(file));
    const SeoFigures now = figuresOf(input.survey, input.date);
    SeoProposal proposal;
    proposal.site = input.site;
    proposal.author = input.author;
    proposal.date = input.date;
    if (input.last)
        proposal.since = input.last->date;
    proposal.proposals = proposalsFrom(texts.array(), input.survey);
    proposal.figures = compare(now, input.last);
    proposal.summary = summaryOf(now, input.last, proposal.proposals);
    proposal.done = alreadyDone(input.survey);
    return proposal;
}

} // namespace kakehashi::reports
