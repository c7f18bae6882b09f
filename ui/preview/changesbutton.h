#pragma once

#include "ui/preview/changedplaces.h"

#include <QToolButton>

#include <optional>

class QTimer;

namespace kakehashi::ui {

class Session;

/// 「前回の公開から n か所 変更」 under the preview; each click goes to the next changed place.
class ChangesButton final : public QToolButton
{
    Q_OBJECT

public:
    ChangesButton(Session &session, QWidget *parent);

    const QList<ChangedPlace> &places() const { return m_places; }

Q_SIGNALS:
    void placesChanged(const QList<kakehashi::ui::ChangedPlace> &places);

private:
    void readLive();
    void compare();
    void goToNext();

    Session &m_session;
    QTimer *m_soon;                             ///< typing is compared when it pauses
    std::optional<content::PageContent> m_live; ///< what visitors have; none: never public
    QList<ChangedPlace> m_places;
    qsizetype m_next = 0;
};

} // namespace kakehashi::ui
