#include "ui/preview/changesbutton.h"

#include "content/page/pagerepository.h"
#include "ui/shell/session.h"
#include "ui/style/style.h"

#include <QTimer>

namespace kakehashi::ui {
namespace {

constexpr int pauseMs = 120;

} // namespace

ChangesButton::ChangesButton(Session &session, QWidget *parent)
    : QToolButton(parent), m_session(session), m_soon(new QTimer(this))
{
    setObjectName(QStringLiteral("changes"));
    setAutoRaise(true);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setToolTip(tr("Goes to the next place that visitors do not have yet"));
    m_soon->setSingleShot(true);
    m_soon->setInterval(pauseMs);
    connect(m_soon, &QTimer::timeout, this, &ChangesButton::compare);
    connect(&m_session, &Session::contentEdited, m_soon, qOverload<>(&QTimer::start));
    connect(&m_session, &Session::currentPageChanged, this, &ChangesButton::readLive);
    connect(&m_session, &Session::siteChanged, this, &ChangesButton::readLive);
    connect(&m_session, &Session::pageSaved, this, &ChangesButton::readLive);
    connect(this, &QToolButton::clicked, this, &ChangesButton::goToNext);
    readLive();
}

void ChangesButton::readLive()
{
    const Ulid page = m_session.currentPage();
    m_live.reset();
    if (!page.isNull()) {
        // NotFound is a page that nobody outside has seen yet.
        if (const auto live = m_session.workspace().pages().live(page))
            m_live = live->content;
    }
    compare();
}

void ChangesButton::compare()
{
    const bool open = !m_session.currentPage().isNull();
    const QList<ChangedPlace> before =
        std::exchange(m_places, open && m_live ? changedPlaces(*m_live, m_session.currentContent())
                                               : QList<ChangedPlace>());
    if (before != m_places) {
        m_next = 0;
        Q_EMIT placesChanged(m_places);
    }
    const int count = static_cast<int>(m_places.size());
    setText(!m_live      ? tr("Not public yet")
            : count == 0 ? tr("As it is public")
                         : tr("%n place(s) changed since the last publish", nullptr, count));
    setIcon(count > 0 ? style::icon(QStringLiteral("edit")) : QIcon());
    setEnabled(count > 0);
    setVisible(open);
}

void ChangesButton::goToNext()
{
    if (m_places.isEmpty())
        return;
    const ChangedPlace place = m_places.at(m_next % m_places.size());
    m_next = (m_next + 1) % m_places.size();
    m_session.gotoLine(std::max(1, place.first));
}

} // namespace kakehashi::ui
