#include "ui/mainwindow/dialogs/recentsites.h"

#include "ui/shell/setting.h"

#include <QFileInfo>

#include <algorithm>

namespace kakehashi::ui {

namespace {

const Setting<QStringList> recentSetting{"window/recentSites"};
const Setting<QVariantMap> namesSetting{"window/siteNames"}; // folder → name
constexpr int most = 8;

} // namespace

QStringList recentSites()
{
    QStringList folders = recentSetting.value();
    folders.removeIf([](const QString &folder) { return !QFileInfo::exists(folder); });
    return folders;
}

QString nameOfSite(const QString &folder)
{
    const QString name = namesSetting.value().value(folder).toString();
    return name.isEmpty() ? QFileInfo(folder).fileName() : name;
}

void rememberSite(const QString &folder, const QString &name)
{
    QStringList folders = recentSetting.value();
    folders.removeAll(folder);
    folders.prepend(folder);
    folders = folders.mid(0, most);
    recentSetting.set(folders);
    QVariantMap names = namesSetting.value();
    names.insert(folder, name);
    for (const QString &known : names.keys()) {
        if (!folders.contains(known))
            names.remove(known);
    }
    namesSetting.set(names);
}

void forgetSite(const QString &folder)
{
    QStringList folders = recentSetting.value();
    folders.removeAll(folder);
    recentSetting.set(folders);
}

} // namespace kakehashi::ui
