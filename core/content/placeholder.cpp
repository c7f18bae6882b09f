// content
#include "content/page.h"
#include "content/site.h"
#include "content/kind.h"
