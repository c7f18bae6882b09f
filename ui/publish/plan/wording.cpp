#include "ui/publish/plan/wording.h"

#include <QCoreApplication>
#include <QLocale>

namespace kakehashi::ui {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::ui::Publish)
};

} // namespace

QString bytesText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 10'000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString durationText(qint64 seconds)
{
    if (seconds < 5)
        return Text::tr("a few seconds");
    if (seconds < 90)
        return Text::tr("about %n second(s)", nullptr, static_cast<int>(seconds));
    return Text::tr("about %n minute(s)", nullptr, static_cast<int>((seconds + 30) / 60));
}

QString progressText(const Progress &progress)
{
    QStringList parts;
    if (progress.total > 0)
        parts << Text::tr("%1 of %2")
                     .arg(QLocale().toString(progress.done), QLocale().toString(progress.total));
    if (progress.bytesTotal > 0)
        parts << Text::tr("%1 of %2", "bytes")
                     .arg(bytesText(progress.bytesDone), bytesText(progress.bytesTotal));
    if (progress.bytesTotal > 0 && progress.bytesPerSecond >= 1)
        parts
            << Text::tr("%1 a second").arg(bytesText(static_cast<qint64>(progress.bytesPerSecond)));
    if (progress.secondsLeft >= 0)
        parts << Text::tr("%1 left").arg(durationText(progress.secondsLeft));
    return parts.join(QStringLiteral("  ·  "));
}

QString actionText(publish::PlanItem::Action action)
{
    using Action = publish::PlanItem::Action;
    switch (action) {
    case Action::Add:
        return Text::tr("New");
    case Action::Replace:
        return Text::tr("Changed");
    case Action::Remove:
        return Text::tr("Removed");
    case Action::Adopt:
        return Text::tr("Already there");
    case Action::Conflict:
        return Text::tr("In conflict");
    case Action::Foreign:
        return Text::tr("Not ours (stays as it is)");
    }
    return {};
}

QString changeSummary(const publish::Plan &plan)
{
    using Action = publish::PlanItem::Action;
    QStringList parts;
    if (const int n = plan.count(Action::Add))
        parts << Text::tr("%n new", nullptr, n);
    if (const int n = plan.count(Action::Replace))
        parts << Text::tr("%n changed", nullptr, n);
    if (const int n = plan.count(Action::Remove))
        parts << Text::tr("%n removed", nullptr, n);
    if (const int n = plan.count(Action::Conflict))
        parts << Text::tr("%n in conflict", nullptr, n);
    return parts.join(QStringLiteral("  ·  "));
}

} // namespace kakehashi::ui
