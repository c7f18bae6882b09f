#pragma once

#include <QString>

namespace kakehashi::ui {

/// The systems whose schedulers we know how to write for.
enum class Scheduler { Systemd, TaskScheduler, Launchd };

Scheduler schedulerHere(); ///< of the system this program runs on

struct ScheduledPublish
{
    QString program; ///< kakehashi-cli, absolute
    QString site;    ///< folder, absolute
    QString target;  ///< name
};

/// What a person pastes, with the lines that say where it goes; every five minutes. Names are
/// quoted for the system: systemd.service(5) "Quoting", cmd.exe, property lists.
QString scheduleText(Scheduler scheduler, const ScheduledPublish &publish);

/// kakehashi-cli beside this program.
QString commandLineProgram();

} // namespace kakehashi::ui
