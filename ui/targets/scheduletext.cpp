#include "ui/targets/scheduletext.h"

#include <QCoreApplication>
#include <QDir>

namespace kakehashi::ui {
namespace {

QString systemdQuoted(QString text)
{
    text.replace(u'\\', QStringLiteral("\\\\"));
    text.replace(u'"', QStringLiteral("\\\""));
    text.replace(u'%', QStringLiteral("%%"));
    text.replace(u'$', QStringLiteral("$$"));
    return QString(u'"' + text + u'"');
}

QString systemdText(const ScheduledPublish &publish)
{
    return QStringLiteral("mkdir -p ~/.config/systemd/user\n"
                          "cat > ~/.config/systemd/user/kakehashi.service <<'END'\n"
                          "[Service]\n"
                          "Type=oneshot\n"
                          "ExecStart=%1 publish %2 --target %3 --due\n"
                          "END\n"
                          "cat > ~/.config/systemd/user/kakehashi.timer <<'END'\n"
                          "[Timer]\n"
                          "OnCalendar=*:0/5\n"
                          "Persistent=true\n"
                          "[Install]\n"
                          "WantedBy=timers.target\n"
                          "END\n"
                          "systemctl --user daemon-reload\n"
                          "systemctl --user enable --now kakehashi.timer\n"
                          "loginctl enable-linger\n")
        .arg(systemdQuoted(publish.program), systemdQuoted(publish.site),
             systemdQuoted(publish.target));
}

QString windowsQuoted(const QString &text)
{
    // schtasks takes the whole command in quotes; those within are \".
    return QStringLiteral("\\\"%1\\\"").arg(QString(text).remove(u'"'));
}

QString taskSchedulerText(const ScheduledPublish &publish)
{
    return QStringLiteral("schtasks /Create /TN \"Kakehashi\" /SC MINUTE /MO 5 "
                          "/TR \"%1 publish %2 --target %3 --due\"\n")
        .arg(windowsQuoted(QDir::toNativeSeparators(publish.program)),
             windowsQuoted(QDir::toNativeSeparators(publish.site)), windowsQuoted(publish.target));
}

QString launchdText(const ScheduledPublish &publish)
{
    QString arguments;
    for (const QString &argument :
         {publish.program, QStringLiteral("publish"), publish.site, QStringLiteral("--target"),
          publish.target, QStringLiteral("--due")})
        arguments += QStringLiteral("    <string>%1</string>\n").arg(argument.toHtmlEscaped());
    return QStringLiteral("cat > ~/Library/LaunchAgents/jp.example.kakehashi.plist <<'END'\n"
                          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" "
                          "\"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n"
                          "<plist version=\"1.0\"><dict>\n"
                          "  <key>Label</key><string>jp.example.kakehashi</string>\n"
                          "  <key>StartInterval</key><integer>300</integer>\n"
                          "  <key>ProgramArguments</key><array>\n%1  </array>\n"
                          "</dict></plist>\n"
                          "END\n"
                          "launchctl load -w ~/Library/LaunchAgents/jp.example.kakehashi.plist\n")
        .arg(arguments);
}

} // namespace

Scheduler schedulerHere()
{
#if defined(Q_OS_WIN)
    return Scheduler::TaskScheduler;
#elif defined(Q_OS_MACOS)
    return Scheduler::Launchd;
#else
    return Scheduler::Systemd;
#endif
}

QString scheduleText(Scheduler scheduler, const ScheduledPublish &publish)
{
    switch (scheduler) {
    case Scheduler::Systemd:
        return systemdText(publish);
    case Scheduler::TaskScheduler:
        return taskSchedulerText(publish);
    case Scheduler::Launchd:
        return launchdText(publish);
    }
    return {};
}

QString commandLineProgram()
{
#ifdef Q_OS_WIN
    const QString name = QStringLiteral("kakehashi-cli.exe");
#else
    const QString name = QStringLiteral("kakehashi-cli");
#endif
    return QDir(QCoreApplication::applicationDirPath()).filePath(name);
}

} // namespace kakehashi::ui
