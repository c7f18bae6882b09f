#pragma once

#include "publish/target.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace kakehashi::ui {

/// How visitors come to see a new state of the site, with a sentence on what that needs.
class SwitchingChoice final : public QWidget
{
    Q_OBJECT

public:
    explicit SwitchingChoice(QWidget *parent = nullptr);

    void choose(publish::Target::Switching switching);
    publish::Target::Switching chosen() const;

Q_SIGNALS:
    void edited();

private:
    void explain();

    QComboBox *m_choice;
    QLabel *m_note;
};

} // namespace kakehashi::ui
