#include "base/account.h"

#include <QDir>
#include <QSysInfo>

namespace kakehashi {

QString accountName()
{
    const QString home = QDir::home().dirName();
    for (const QString &name :
         {qEnvironmentVariable("USER"), qEnvironmentVariable("USERNAME"), home}) {
        if (!name.isEmpty())
            return name;
    }
    return QSysInfo::machineHostName();
}

} // namespace kakehashi
