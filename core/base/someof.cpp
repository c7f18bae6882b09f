#include "base/someof.h"

#include "base/visibletext.h"

#include <QCoreApplication>

namespace kakehashi {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::SomeOf)
};

} // namespace

QString someOf(const QStringList &names, qsizetype most)
{
    constexpr qsizetype longest = 80; // letters of a name
    QStringList shown;
    for (const QString &name : names.mid(0, most))
        shown.append(visible(name, longest));
    const QString list = shown.join(QStringLiteral(", "));
    if (names.size() <= most)
        return list;
    return Text::tr("%1 and %n more", nullptr, static_cast<int>(names.size() - most)).arg(list);
}

} // namespace kakehashi
