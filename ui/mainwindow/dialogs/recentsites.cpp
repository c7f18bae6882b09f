#include "ui/mainwindow/dialogs/recentsites.h"

#include "ui/shell/setting.h"

#include <QFileInfo>

#include <algorithm>

namespace kakehashi::ui {

namespace {

const Setting<QStringList> recentSetting{"window/recentSites"};
constexpr int most = 8;

} // namespace

QStringList recentSites()
{
    QStringList folders = recentSetting.value();
    folders.removeIf([](const QString &folder) { return !QFileInfo::exists(folder); });
    return folders;
}

void rememberSite(const QString &folder)
{
    QStringList folders = recentSetting.value();
    folders.removeAll(folder);
    folders.prepend(folder);
    recentSetting.set(folders.mid(0, most));
}

void forgetSite(const QString &folder)
{
    QStringList folders = recentSetting.value();
    folders.removeAll(folder);
    recentSetting.set(folders);
}

} // namespace kakehashi::ui
