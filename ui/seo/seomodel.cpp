#include "ui/seo/seomodel.h"

#include "base/visibletext.h"

namespace kakehashi::ui {

using reports::SeoProblem;

QString problemText(SeoProblem problem)
{
    using enum SeoProblem;
    switch (problem) {
    case TitleMissing:
        return SeoModel::tr("No title");
    case TitleShort:
        return SeoModel::tr("Title too short");
    case TitleLong:
        return SeoModel::tr("Title too long");
    case TitleShared:
        return SeoModel::tr("Same title as another page");
    case DescriptionMissing:
        return SeoModel::tr("No summary");
    case DescriptionShort:
        return SeoModel::tr("Summary too short");
    case DescriptionLong:
        return SeoModel::tr("Summary too long");
    case DescriptionShared:
        return SeoModel::tr("Same summary as another page");
    case Thin:
        return SeoModel::tr("Little text");
    case Orphan:
        return SeoModel::tr("No link leads here");
    case NoIndex:
        return SeoModel::tr("Hidden from search engines");
    case NoPicture:
        return SeoModel::tr("No picture");
    }
    return {};
}

QString problemAdvice(SeoProblem problem)
{
    using enum SeoProblem;
    switch (problem) {
    case TitleMissing:
        return SeoModel::tr("Give the page a title: it is the headline of a search result.");
    case TitleShort:
        return SeoModel::tr("Add what the page is about, in the words that people search for.");
    case TitleLong:
        return SeoModel::tr("Put what matters first, or write a shorter title for search results.");
    case TitleShared:
        return SeoModel::tr("Add the year or whom it is for, so that people can choose.");
    case DescriptionMissing:
        return SeoModel::tr(
            "Write a summary of 60 to 120 characters; it is shown under the title.");
    case DescriptionShort:
        return SeoModel::tr("Say what people find here; a short summary is often not used.");
    case DescriptionLong:
        return SeoModel::tr("Keep the summary to 120 characters; the rest is cut off.");
    case DescriptionShared:
        return SeoModel::tr("Say what only this page has.");
    case Thin:
        return SeoModel::tr("Add who, when, where and how, or merge the page with another.");
    case Orphan:
        return SeoModel::tr("Link to it from a related page or a menu, or withdraw it.");
    case NoIndex:
        return SeoModel::tr("Take the setting off if the page is to be found by searching.");
    case NoPicture:
        return SeoModel::tr("Choose a picture; lists and picture searches show it.");
    }
    return {};
}

void SeoModel::setSurvey(reports::SeoSurvey survey)
{
    beginResetModel();
    m_survey = std::move(survey);
    endResetModel();
}

const reports::SeoPage *SeoModel::page(int row) const
{
    return row >= 0 && row < m_survey.pages.size() ? &m_survey.pages.at(row) : nullptr;
}

const reports::RedirectWalk *SeoModel::chain(int row) const
{
    const qsizetype at = row - m_survey.pages.size();
    return at >= 0 && at < m_survey.chains.size() ? &m_survey.chains.at(at) : nullptr;
}

int SeoModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_survey.pages.size() + m_survey.chains.size());
}

int SeoModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Count;
}

QVariant SeoModel::data(const QModelIndex &index, int role) const
{
    if (role == Qt::TextAlignmentRole &&
        (index.column() == CharactersColumn || index.column() == InboundColumn))
        return int(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != SortRole)
        return {};
    if (const reports::SeoPage *row = page(index.row()))
        return pageData(*row, index.column(), role);
    if (const reports::RedirectWalk *row = chain(index.row()))
        return chainData(*row, index.column());
    return {};
}

QVariant SeoModel::pageData(const reports::SeoPage &page, int column, int role) const
{
    switch (column) {
    case TitleColumn:
        if (role == Qt::ToolTipRole)
            return QString(visible(page.title) + u'\n' + visible(page.path));
        return page.title.isEmpty() ? tr("(no title)") : visible(page.title);
    case PathColumn:
        return visible(page.path);
    case ProblemsColumn: {
        if (role == SortRole)
            return static_cast<int>(page.problems.size());
        QStringList texts;
        for (const SeoProblem problem : page.problems)
            texts.append(problemText(problem));
        return texts.join(tr(", "));
    }
    case CharactersColumn:
        return page.characters;
    case InboundColumn:
        return page.inbound;
    default:
        return {};
    }
}

QVariant SeoModel::chainData(const reports::RedirectWalk &chain, int column) const
{
    switch (column) {
    case TitleColumn:
        return chain.isLoop ? tr("Redirect that never ends") : tr("Redirect over others");
    case PathColumn:
        return visible(chain.stops.first());
    case ProblemsColumn:
        return visible(chain.stops.join(QStringLiteral(" → ")));
    default:
        return {};
    }
}

QVariant SeoModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TitleColumn:
        return tr("Page");
    case PathColumn:
        return tr("Address");
    case ProblemsColumn:
        return tr("To improve");
    case CharactersColumn:
        return tr("Characters");
    case InboundColumn:
        return tr("Linked from");
    default:
        return {};
    }
}

void SeoFilter::setWanted(int wanted)
{
    m_wanted = wanted;
    invalidateFilter();
}

bool SeoFilter::filterAcceptsRow(int row, const QModelIndex &) const
{
    const auto *model = static_cast<const SeoModel *>(sourceModel());
    if (m_wanted == Everything)
        return true;
    const reports::SeoPage *page = model->page(row);
    if (!page)
        return m_wanted == AnyProblem || m_wanted == Chains;
    if (m_wanted == AnyProblem)
        return !page->problems.isEmpty();
    return m_wanted >= 0 && page->has(static_cast<SeoProblem>(m_wanted));
}

} // namespace kakehashi::ui
