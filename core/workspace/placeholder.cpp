// workspace
#include "workspace/workspace.h"
