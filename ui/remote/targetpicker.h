#pragma once

#include "publish/target.h"

#include <QComboBox>

namespace kakehashi::ui {

class Session;

/// Chooses one of the site's targets, each with its colour.
class TargetPicker final : public QComboBox
{
    Q_OBJECT

public:
    TargetPicker(Session &session, QWidget *parent);

    void refresh(); ///< keeps the choice; targetChanged() only when it is another one
    void choose(const Ulid &target);
    bool hasTarget() const { return !m_targets.isEmpty() && currentIndex() >= 0; }
    publish::Target target() const;

Q_SIGNALS:
    void targetChanged();

private:
    Session &m_session;
    QList<publish::Target> m_targets;
};

} // namespace kakehashi::ui
