#include "ui/shell/person.h"

namespace kakehashi::ui {

QString personName()
{
    const QString chosen = personSetting.value();
    if (!chosen.isEmpty())
        return chosen;
    const QString user = qEnvironmentVariable("USER");
    return user.isEmpty() ? qEnvironmentVariable("USERNAME") : user;
}

} // namespace kakehashi::ui
