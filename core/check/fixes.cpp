#include "check/fixes.h"

#include "check/source/pagetexts.h"

#include <QMap>

#include <algorithm>

namespace kakehashi::check {
namespace {

QString applyAll(QString text, QList<Fix> fixes)
{
    std::stable_sort(fixes.begin(), fixes.end(),
                     [](const Fix &a, const Fix &b) { return a.begin < b.begin; });
    QList<Fix> chosen;
    qsizetype end = 0;
    for (const Fix &fix : std::as_const(fixes)) {
        if (fix.begin < end)
            continue;
        chosen.append(fix);
        end = fix.begin + fix.original.size();
    }
    // From the end, so that the offsets of those before stay right.
    for (auto fix = chosen.crbegin(); fix != chosen.crend(); ++fix)
        text = applyFix(text, *fix);
    return text;
}

} // namespace

QString applyFix(const QString &text, const Fix &fix)
{
    const bool fits = fix.begin >= 0 && fix.begin <= text.size() &&
                      QStringView(text).mid(fix.begin, fix.original.size()) == fix.original;
    if (!fits)
        return text;
    QString fixed = text;
    return fixed.replace(fix.begin, fix.original.size(), fix.replacement);
}

content::PageContent applyFixes(content::PageContent content, const QList<Fix> &fixes)
{
    QMap<QString, QList<Fix>> byPart;
    for (const Fix &fix : fixes)
        byPart[fix.part].append(fix);
    for (auto part = byPart.cbegin(); part != byPart.cend(); ++part) {
        const QString before = textOfPart(content, part.key());
        const QString after = applyAll(before, part.value());
        if (after != before)
            setTextOfPart(content, part.key(), after);
    }
    return content;
}

} // namespace kakehashi::check
