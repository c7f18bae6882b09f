#include "reports/seo/seosurvey.h"

#include "check/html/document.h"
#include "check/site/pagefacts.h"
#include "check/source/pagetexts.h"
#include "render/html.h"
#include "render/site/document.h"
#include "render/site/parallel.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace kakehashi::reports {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Seo)
};

/// A title of fewer characters says too little in a list of results.
constexpr int titleShortest = 4;
constexpr int openingCharacters = 200;

struct Look
{
    SeoPage page;
    check::PageFacts facts;
};

/// Pages that show others; how much they say themselves does not matter.
bool isMadeOfOthers(const render::PageValue &page, const content::Kind &kind)
{
    return page.path == QLatin1String("/") || !kind.listsKind.isEmpty();
}

void judgeTexts(SeoPage &page, const check::Limits &limits)
{
    const auto title = page.title.size();
    if (title == 0)
        page.problems.append(SeoProblem::TitleMissing);
    else if (title < titleShortest)
        page.problems.append(SeoProblem::TitleShort);
    else if (title > limits.titleLength)
        page.problems.append(SeoProblem::TitleLong);
    const auto description = page.description.size();
    if (description == 0)
        page.problems.append(SeoProblem::DescriptionMissing);
    else if (description < limits.descriptionShortest)
        page.problems.append(SeoProblem::DescriptionShort);
    else if (description > limits.descriptionLongest)
        page.problems.append(SeoProblem::DescriptionLong);
}

Result<Look> lookAt(const check::RuleBook &rules, const render::SiteIndex &index,
                    const render::PageValue &page)
{
    const auto rendered = render::renderDocument(index, page);
    if (!rendered)
        return passOn(rendered);
    const check::Document document(QByteArray::fromStdString(rendered->html));
    Look look{{}, check::factsOf(page, document)};
    const content::PageContent &content = page.content;
    const content::Kind &kind = index.kind(page.kind);
    SeoPage &seen = look.page;
    seen.id = page.id;
    seen.path = page.path;
    seen.kindLabel = kind.label;
    seen.title = (content.seo.title.isEmpty() ? content.title : content.seo.title).simplified();
    seen.shownTitle = look.facts.title;
    seen.description = look.facts.description;
    seen.updated = page.updatedAt.toTimeZone(japanTime()).date();
    seen.isIndexed = !look.facts.noindex;
    seen.card = render::cardOf(index, page);
    // What the page says itself: the theme puts headings, contacts and more around it.
    const QString own = render::fromUtf8(render::plainText(rendered->body)).simplified();
    seen.opening = own.left(openingCharacters);
    seen.characters = static_cast<int>(own.size()) + check::charactersIn(content.fields);
    if (!seen.isIndexed) {
        seen.problems.append(SeoProblem::NoIndex);
        return look; // nobody finds it by searching, so nothing else matters
    }
    judgeTexts(seen, rules.words().limits);
    if (!isMadeOfOthers(page, kind) && seen.characters < rules.words().limits.thinPage)
        seen.problems.append(SeoProblem::Thin);
    if (content.picture.isNull())
        seen.problems.append(SeoProblem::NoPicture);
    return look;
}

void judgeShared(std::vector<Look> &looks, QString SeoPage::*words, SeoProblem problem)
{
    QHash<QString, int> times;
    for (const Look &look : looks)
        times[look.page.*words] += look.page.isIndexed ? 1 : 0;
    for (Look &look : looks) {
        const QString &own = look.page.*words;
        if (look.page.isIndexed && !own.isEmpty() && times.value(own) > 1)
            look.page.problems.append(problem);
    }
}

void judgeLinks(std::vector<Look> &looks, const render::SiteIndex &index)
{
    QHash<QString, QSet<QString>> fromTexts;
    QSet<QString> reached;
    for (const Look &look : looks) {
        for (const check::SiteLink &link : look.facts.links) {
            const QString path = link.path.endsWith(u'/') ? link.path : link.path + u'/';
            if (path == look.page.path)
                continue;
            reached.insert(path);
            if (link.inMain)
                fromTexts[path].insert(look.page.path);
        }
    }
    for (Look &look : looks) {
        SeoPage &page = look.page;
        page.inbound = static_cast<int>(fromTexts.value(page.path).size());
        // What lies on the second page of a list is linked there, and only first pages are read.
        const bool isListed = index.kind(look.facts.page->kind).listed;
        if (page.isIndexed && page.path != QLatin1String("/") && !isListed &&
            !reached.contains(page.path))
            page.problems.append(SeoProblem::Orphan);
    }
}

} // namespace

QString idOf(SeoProblem problem)
{
    static const QHash<SeoProblem, QString> ids{
        {SeoProblem::TitleMissing, QStringLiteral("title-missing")},
        {SeoProblem::TitleShort, QStringLiteral("title-short")},
        {SeoProblem::TitleLong, QStringLiteral("title-long")},
        {SeoProblem::TitleShared, QStringLiteral("title-shared")},
        {SeoProblem::DescriptionMissing, QStringLiteral("description-missing")},
        {SeoProblem::DescriptionShort, QStringLiteral("description-short")},
        {SeoProblem::DescriptionLong, QStringLiteral("description-long")},
        {SeoProblem::DescriptionShared, QStringLiteral("description-shared")},
        {SeoProblem::Thin, QStringLiteral("thin")},
        {SeoProblem::Orphan, QStringLiteral("orphan")},
        {SeoProblem::NoIndex, QStringLiteral("noindex")},
        {SeoProblem::NoPicture, QStringLiteral("no-picture")},
    };
    return ids.value(problem);
}

const QList<SeoProblem> &allSeoProblems()
{
    using enum SeoProblem;
    static const QList<SeoProblem> all{
        TitleMissing,     TitleShort,      TitleLong,         TitleShared, DescriptionMissing,
        DescriptionShort, DescriptionLong, DescriptionShared, Thin,        Orphan,
        NoIndex,          NoPicture};
    return all;
}

int SeoSurvey::count(SeoProblem problem) const
{
    return static_cast<int>(
        std::count_if(pages.cbegin(), pages.cend(),
                      [problem](const SeoPage &page) { return page.has(problem); }));
}

int SeoSurvey::indexed() const
{
    return static_cast<int>(std::count_if(pages.cbegin(), pages.cend(),
                                          [](const SeoPage &page) { return page.isIndexed; }));
}

int SeoSurvey::flawless() const
{
    return static_cast<int>(std::count_if(pages.cbegin(), pages.cend(), [](const SeoPage &page) {
        return page.isIndexed && page.problems.isEmpty();
    }));
}

QList<RedirectWalk> chainsOf(const QList<content::Redirect> &redirects)
{
    QHash<QString, QString> to;
    for (const content::Redirect &redirect : redirects)
        to.insert(redirect.from, redirect.target);
    QList<RedirectWalk> chains;
    for (const content::Redirect &redirect : redirects) {
        RedirectWalk walk{{redirect.from, redirect.target}};
        while (to.contains(walk.stops.last()) && !walk.isLoop) {
            const QString next = to.value(walk.stops.last());
            walk.isLoop = walk.stops.contains(next);
            walk.stops.append(next);
        }
        if (walk.isChain())
            chains.append(walk);
    }
    return chains;
}

Result<SeoSurvey> surveySeo(const check::CheckContext &context,
                            const render::SiteSnapshot &snapshot, const JobContext &job)
{
    QElapsedTimer timer;
    timer.start();
    const render::SiteIndex index(snapshot, context.theme, context.options);
    std::vector<const render::PageValue *> open;
    for (const render::PageValue *page : index.openPages()) {
        if (page->kind != QLatin1String("notfound"))
            open.push_back(page);
    }
    std::vector<Look> looks(open.size());
    const auto lookNext = [&](size_t at) -> Result<void> {
        auto look = lookAt(*context.rules, index, *open[at]);
        if (!look)
            return passOn(look);
        looks[at] = std::move(*look);
        return {};
    };
    const auto done =
        render::inParallel(open.size(), context.options.threads, job,
                           Text::tr("Looking at pages as search engines do"), lookNext);
    if (!done)
        return passOn(done);
    judgeShared(looks, &SeoPage::shownTitle, SeoProblem::TitleShared);
    judgeShared(looks, &SeoPage::description, SeoProblem::DescriptionShared);
    judgeLinks(looks, index);
    SeoSurvey survey;
    survey.chains = chainsOf(snapshot.redirects);
    survey.redirects = static_cast<int>(snapshot.redirects.size());
    for (Look &look : looks) {
        std::sort(look.page.problems.begin(), look.page.problems.end());
        survey.pages.append(std::move(look.page));
    }
    survey.milliseconds = timer.elapsed();
    return survey;
}

} // namespace kakehashi::reports
