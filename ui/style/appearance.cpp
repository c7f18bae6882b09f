#include "ui/style/appearance.h"

#include "ui/shell/setting.h"

#include <QApplication>

namespace kakehashi::ui::style {

namespace {

const Setting<int> appearanceSetting{"ui/appearance"};

} // namespace

Appearance chosenAppearance()
{
    const int stored = appearanceSetting.value();
    return stored >= 0 && stored <= 2 ? static_cast<Appearance>(stored) : Appearance::System;
}

void chooseAppearance(Appearance appearance)
{
    appearanceSetting.set(static_cast<int>(appearance));
    if (auto *application = qobject_cast<QApplication *>(QCoreApplication::instance()))
        apply(*application, appearance);
}

} // namespace kakehashi::ui::style
