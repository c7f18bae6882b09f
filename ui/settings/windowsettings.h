#pragma once

#include <QWidget>

namespace kakehashi::ui {

/// Name, language and appearance: of this person on this machine, not of the site.
class WindowSettings final : public QWidget
{
    Q_OBJECT

public:
    explicit WindowSettings(QWidget *parent = nullptr);
};

} // namespace kakehashi::ui
