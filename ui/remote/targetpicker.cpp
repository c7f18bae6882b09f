#include "ui/remote/targetpicker.h"

#include "publish/targetrepository.h"
#include "ui/shell/session.h"
#include "ui/targets/targetdot.h"

namespace kakehashi::ui {

TargetPicker::TargetPicker(Session &session, QWidget *parent)
    : QComboBox(parent), m_session(session)
{
    setAccessibleName(tr("Server"));
    setMinimumWidth(200);
    connect(this, &QComboBox::currentIndexChanged, this, &TargetPicker::targetChanged);
    hide();
}

/// Without a target there is nothing to choose.
void TargetPicker::refresh()
{
    const auto targets = publish::TargetRepository(m_session.workspace().database()).all();
    if (!targets)
        m_session.showError(targets.error());
    const QList<publish::Target> now = targets.value_or(QList<publish::Target>());
    if (now == m_targets)
        return;
    const Ulid chosen = target().id;
    m_targets = now;
    {
        const QSignalBlocker quiet(this);
        clear();
        for (const publish::Target &target : std::as_const(m_targets))
            addItem(targetDot(target.color), target.name, target.id.toString());
        setCurrentIndex(m_targets.isEmpty() ? -1 : std::max(0, findData(chosen.toString())));
    }
    setVisible(!m_targets.isEmpty());
    Q_EMIT targetChanged();
}

void TargetPicker::choose(const Ulid &target)
{
    if (const int row = findData(target.toString()); row >= 0)
        setCurrentIndex(row);
}

publish::Target TargetPicker::target() const
{
    return m_targets.value(currentIndex());
}

} // namespace kakehashi::ui
