#include "ui/pages/termchoice.h"

#include "ui/shell/background.h"
#include "ui/shell/session.h"

#include <QAbstractItemView>

namespace kakehashi::ui {
namespace {

constexpr int everyTerm = -1;

bool isSame(const TermPages &one, const TermPages &other)
{
    return one.taxonomy == other.taxonomy && one.label == other.label;
}

} // namespace

TermChoice::TermChoice(Session &session, const QString &kind, QWidget *parent)
    : QComboBox(parent), m_session(session), m_kind(kind)
{
    setAccessibleName(tr("Show only pages with this category or tag"));
    setToolTip(accessibleName());
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(5); // the column may be narrow
    hide();
    connect(this, &QComboBox::activated, this, &TermChoice::tell);
    connect(&session, &Session::siteChanged, this, &TermChoice::read);
    read();
}

void TermChoice::read()
{
    const int reading = ++m_reading;
    m_session.takeSnapshot(this, [this, reading](const Result<render::SnapshotPtr> &site) {
        if (!site || reading != m_reading)
            return;
        runInBackground(
            *QThreadPool::globalInstance(), this,
            [site = *site, kind = m_kind] { return pagesByTerm(*site, kind); },
            [this, reading](const QList<TermPages> &terms) {
                if (reading == m_reading)
                    showTerms(terms);
            });
    });
}

void TermChoice::showTerms(const QList<TermPages> &terms)
{
    const int row = currentData().toInt();
    const std::optional<TermPages> former =
        currentIndex() > 0 ? std::optional(m_terms.at(row)) : std::nullopt;
    m_terms = terms;
    clear();
    addItem(tr("Terms"), everyTerm);
    for (int i = 0; i < terms.size(); ++i) {
        if (i > 0 && terms.at(i).taxonomy != terms.at(i - 1).taxonomy)
            insertSeparator(count());
        addItem(tr("%1 (%2)").arg(terms.at(i).label).arg(terms.at(i).pages.size()), i);
        if (former && isSame(*former, terms.at(i)))
            setCurrentIndex(count() - 1);
    }
    view()->setMinimumWidth(view()->sizeHintForColumn(0));
    setVisible(!terms.isEmpty());
    tell();
}

void TermChoice::tell()
{
    const int row = currentIndex() > 0 ? currentData().toInt() : everyTerm;
    const auto pages = row == everyTerm ? std::nullopt : std::optional(m_terms.at(row).pages);
    if (pages == m_told)
        return;
    m_told = pages;
    Q_EMIT chosen(pages);
}

} // namespace kakehashi::ui
