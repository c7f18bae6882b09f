#include "ui/publish/publishbadge.h"

#include "content/page/pagerepository.h"
#include "ui/shell/sitereading.h"

#include <QLocale>
#include <QTimer>

namespace kakehashi::ui {

namespace {

Result<int> changedPagesIn(const content::PageRepository &repository)
{
    const auto pages = repository.list();
    if (!pages)
        return passOn(pages);
    return static_cast<int>(
        std::count_if(pages->cbegin(), pages->cend(), [](const content::PageEntry &entry) {
            const auto state = content::stateOf(entry.page);
            return state == content::PageState::Changed || state == content::PageState::Draft ||
                   entry.hasDraft;
        }));
}

} // namespace

int changedPageCount(Session &session)
{
    return changedPagesIn(session.workspace().pages()).value_or(0);
}

PublishBadge::PublishBadge(Session &session)
    : QObject(&session), m_session(session), m_soon(new QTimer(this))
{
    m_soon->setSingleShot(true);
    m_soon->setInterval(0);
    connect(m_soon, &QTimer::timeout, this, &PublishBadge::count);
    connect(&session, &Session::siteChanged, m_soon, qOverload<>(&QTimer::start));
    connect(&session, &Session::pageSaved, m_soon, qOverload<>(&QTimer::start));
    m_soon->start();
}

void PublishBadge::count()
{
    readAside(
        m_session, this,
        [](const workspace::SiteStores &site) { return changedPagesIn(site.pages); },
        [this, counting = ++m_counting](const Result<int> &counted) {
            if (counting != m_counting)
                return;
            const int pages = counted.value_or(0);
            m_session.setBadge(QStringLiteral("publish"),
                               pages > 0 ? QLocale().toString(pages) : QString());
        });
}

} // namespace kakehashi::ui
