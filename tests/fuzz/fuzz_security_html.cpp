// Pages' own HTML, as people paste it: what comes out is harmless by a reader of its own, and
// cleaning it again changes nothing, so that no browser can read it in another way.
#include "htmlshape.h"
#include "require.h"
#include "security/htmlsanitizer.h"

using namespace kakehashi;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView given(reinterpret_cast<const char *>(data), qsizetype(size));
    const security::SanitizedHtml made = security::sanitizeHtml(given);
    fuzz::requireSafeHtml(made.html);
    require(security::sanitizeHtml(made.html).html == made.html, "a second pass changes nothing");
    const auto lines = given.count('\n') + given.count('\r') + given.count('\f') + 1;
    for (const Issue &issue : made.issues) {
        require(!issue.text.isEmpty(), "an issue says something");
        require(issue.place.line >= 1 && issue.place.line <= lines, "its line is there");
    }
    return 0;
}
