#include "publish/locking/heldlock.h"

#include "base/clock.h"
#include "base/visibletext.h"

#include <QCoreApplication>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::HeldLock)
};

} // namespace

QString HeldLock::shown(const QString &name)
{
    constexpr qsizetype longest = 100;
    return visible(name.trimmed(), longest);
}

QString HeldLock::owner() const
{
    if (!person.isEmpty())
        return person;
    return machine.isEmpty() ? transaction : machine;
}

bool HeldLock::isNamedBy(const QString &name) const
{
    const QString given = shown(name);
    return !given.isEmpty() && (given == person || given == machine || given == transaction);
}

QString whatIsKnown(const HeldLock &held, const std::function<QString(const QDateTime &)> &timeText)
{
    const QString machine =
        held.machine.isEmpty() ? Text::tr("a machine without a name") : held.machine;
    QString text = Text::tr("The lock is that of %1 on %2.").arg(held.owner(), machine);
    if (held.begun.isValid())
        text += u' ' + Text::tr("That publish began at %1.").arg(timeText(held.begun));
    return text + u' ' +
           (held.lastSign.isValid()
                ? Text::tr("Its last sign of life was at %1.").arg(timeText(held.lastSign))
                : Text::tr("When it last showed life is not known, because the lock's time lies "
                           "in the future."));
}

QString whatIsKnown(const HeldLock &held)
{
    return whatIsKnown(held, [](const QDateTime &time) {
        const auto form = QStringLiteral("yyyy-MM-dd HH:mm:ss");
        return Text::tr("%1 (Japan's time)").arg(time.toTimeZone(japanTime()).toString(form));
    });
}

} // namespace kakehashi::publish
