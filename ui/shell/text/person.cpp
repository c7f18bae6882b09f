#include "ui/shell/text/person.h"

#include "base/account.h"

namespace kakehashi::ui {

QString personName()
{
    const QString chosen = personSetting.value();
    return chosen.isEmpty() ? accountName() : chosen;
}

} // namespace kakehashi::ui
