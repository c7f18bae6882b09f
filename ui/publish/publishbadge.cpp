#include "ui/publish/publishbadge.h"

#include "content/page/pagerepository.h"
#include "ui/shell/session.h"

#include <QLocale>
#include <QTimer>

namespace kakehashi::ui {

int changedPageCount(Session &session)
{
    const auto pages = session.workspace().pages().list();
    if (!pages)
        return 0;
    return static_cast<int>(
        std::count_if(pages->cbegin(), pages->cend(), [](const content::PageEntry &entry) {
            const auto state = content::stateOf(entry.page);
            return state == content::PageState::Changed || state == content::PageState::Draft ||
                   entry.hasDraft;
        }));
}

PublishBadge::PublishBadge(Session &session) : QObject(&session), m_soon(new QTimer(this))
{
    m_soon->setSingleShot(true);
    m_soon->setInterval(0);
    connect(m_soon, &QTimer::timeout, this, [&session] {
        const int count = changedPageCount(session);
        session.setBadge(QStringLiteral("publish"),
                         count > 0 ? QLocale().toString(count) : QString());
    });
    connect(&session, &Session::siteChanged, m_soon, qOverload<>(&QTimer::start));
    connect(&session, &Session::pageSaved, m_soon, qOverload<>(&QTimer::start));
    m_soon->start();
}

} // namespace kakehashi::ui
