#pragma once

#include "reports/seo/seosurvey.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace kakehashi::ui {

/// 「題名が長い」 for lists and filters.
QString problemText(reports::SeoProblem problem);
/// What to do about it, in a sentence.
QString problemAdvice(reports::SeoProblem problem);

/// The pages of a survey, and after them the redirects that lead over others.
class SeoModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TitleColumn, PathColumn, ProblemsColumn, CharactersColumn, InboundColumn, Count };
    static constexpr int SortRole = Qt::UserRole;

    using QAbstractTableModel::QAbstractTableModel;

    void setSurvey(reports::SeoSurvey survey);
    const reports::SeoSurvey &survey() const { return m_survey; }
    const reports::SeoPage *page(int row) const;       ///< nullptr for a redirect
    const reports::RedirectWalk *chain(int row) const; ///< nullptr for a page

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QVariant pageData(const reports::SeoPage &page, int column, int role) const;
    QVariant chainData(const reports::RedirectWalk &chain, int column) const;

    reports::SeoSurvey m_survey;
};

/// Shows the pages with one problem, with any, or all.
class SeoFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    /// Problems are their numbers; these stand beside them.
    static constexpr int AnyProblem = -1;
    static constexpr int Everything = -2;
    static constexpr int Chains = -3;

    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setWanted(int wanted);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    int m_wanted = AnyProblem;
};

} // namespace kakehashi::ui
