#pragma once

#include "publish/target.h"

#include <QComboBox>

class QLabel;

namespace kakehashi::ui {

/// How visitors come to see a new state of the site.
class SwitchingChoice final : public QComboBox
{
    Q_OBJECT

public:
    explicit SwitchingChoice(QWidget *parent = nullptr);

    void choose(publish::Target::Switching switching);
    publish::Target::Switching chosen() const;

    /// A sentence on what the choice needs, for a row of its own; there while it says something.
    QLabel *note() const { return m_note; }

private:
    QLabel *m_note;
};

} // namespace kakehashi::ui
