#include "ui/check/checkfeature.h"

#include "ui/check/livecheck.h"
#include "ui/shell/feature.h"

namespace kakehashi::ui {

void registerCheck(Registry &registry)
{
    registry.addCompanion([](Session &session) { new LiveCheck(session); });
}

} // namespace kakehashi::ui
