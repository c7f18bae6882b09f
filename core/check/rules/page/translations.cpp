#include "check/rules/page/pagerules.h"

#include "base/clock.h"

namespace kakehashi::check {

/// A translation that nobody has touched since its original changed may say what no longer holds.
void translationOlder(const PageView &page, Report &report)
{
    const Ulid &id = page.page.content.language.original;
    const render::PageValue *original = id.isNull() ? nullptr : page.snapshot.page(id);
    if (!original || original == &page.page || original->updatedAt <= page.page.updatedAt)
        return;
    const QDate changed = original->updatedAt.toTimeZone(japanTime()).date();
    report.page(PageRules::tr("The original \"%1\" was changed on %2, after this translation. See "
                              "whether it still says the same.")
                    .arg(original->content.title, changed.toString(Qt::ISODate)));
}

} // namespace kakehashi::check
