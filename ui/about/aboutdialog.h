#pragma once

#include <QDialog>

namespace kakehashi::ui {

class Registry;

/// Version, licence, and the notices of everything this program stands on.
class AboutDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(QWidget *parent);
};

void registerAbout(Registry &registry);

} // namespace kakehashi::ui
