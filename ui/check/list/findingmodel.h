#pragma once

#include "ui/check/running/sitecheck.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QIcon>

#include <array>
#include <optional>

namespace kakehashi::ui {

/// One finding as the list shows it.
struct FindingRow
{
    check::Finding finding;
    std::optional<check::Exception> exception; ///< lets it stand
};

/// What of the findings is to be seen. Remembered on this machine.
struct FindingFilter
{
    bool musts = true;
    bool shoulds = true;
    bool asks = true;
    bool excepted = true; ///< musts with an exception
    QString rule = {};    ///< empty: all
    QString words = {};   ///< in the text, the page's title or its path

    bool shows(const FindingRow &row) const;
};

/// Findings in groups by page; pages with a must come first. Tens of thousands are looked up, not
/// copied, and filtering takes milliseconds.
class FindingModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { TextColumn, RuleColumn, FixColumn, ColumnCount };

    explicit FindingModel(QObject *parent = nullptr);

    void setSite(const CheckedSite &checked, const QList<content::Kind> &kinds);
    void setFilter(const FindingFilter &filter);
    const FindingFilter &filter() const { return m_filter; }

    const FindingRow *row(const QModelIndex &index) const; ///< nullptr for a page
    /// The rows of an index: of a page all its rows that are shown.
    QList<FindingRow> rowsOf(const QModelIndex &index) const;
    QList<FindingRow> shownRows() const;
    const QList<FindingRow> &allRows() const { return m_rows; }
    int shownCount() const { return m_shown; }
    QHash<QString, int> countByRule() const; ///< of all

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Group
    {
        QString path; ///< empty: the site as a whole
        QList<int> rows;
        int musts = 0;
    };

    void regroup();
    QVariant groupData(const Group &group, int column, int role) const;
    QVariant rowData(const FindingRow &row, int column, int role) const;
    const render::PageValue *pageOf(const QString &path) const;
    const content::Kind &kindOf(const QString &path) const;

    render::SnapshotPtr m_site;
    QList<content::Kind> m_kinds;
    QList<FindingRow> m_rows;
    QList<Group> m_groups;
    FindingFilter m_filter;
    int m_shown = 0;
    std::array<QIcon, 3> m_signs;
};

} // namespace kakehashi::ui
