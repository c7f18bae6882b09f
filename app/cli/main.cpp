#include "commands.h"

#include <CLI/CLI.hpp>

#include <QGuiApplication>
#include <QLocale>
#include <QLoggingCategory>
#include <QTranslator>

#include <cstdio>
#include <exception>

using namespace kakehashi;

namespace {

/// Starting, Qt warns that the session has no runtime folder, as under cron; nothing here uses it.
void quietUnlessFatal(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type == QtFatalMsg)
        std::fprintf(stderr, "%s\n", qPrintable(text));
}

int run(int argc, char **argv)
{
#ifdef Q_OS_LINUX
    // Pictures for sharing hold text, for which Qt wants a platform: one without a screen.
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "minimal:enable_fonts");
#endif
    const QtMessageHandler usual = qInstallMessageHandler(&quietUnlessFatal);
    QGuiApplication application(argc, argv);
    qInstallMessageHandler(usual);
    // What libjpeg mutters about a picture means nothing to people; we say what is wrong with it.
    QLoggingCategory::setFilterRules(QStringLiteral("qt.gui.imageio*=false"));
    QCoreApplication::setApplicationName(QStringLiteral("kakehashi-cli"));
    QTranslator translator;
    if (translator.load(QLocale(), QStringLiteral("kakehashi"), QStringLiteral("_"),
                        QStringLiteral(":/translations")))
        QCoreApplication::installTranslator(&translator);

    cli::stopOnInterrupt();
    bool json = false;
    CLI::App app("Kakehashi without a window: sites, pages, builds and publishing for scripts");
    app.set_version_flag("--version", std::string(KAKEHASHI_VERSION));
    app.require_subcommand(1);
    app.fallthrough();
    app.add_flag("--json", json, "One JSON document on standard output");
    cli::Context context{cli::Output(json)};
    cli::addSiteCommands(app, context);
    cli::addPageCommands(app, context);
    cli::addTermCommands(app, context);
    cli::addBuildCommands(app, context);
    cli::addCheckCommand(app, context);
    cli::addRuleCommand(app, context);
    cli::addImportCommands(app, context);
    cli::addTargetCommands(app, context);
    cli::addPublishCommands(app, context);
    cli::addIndexNowCommands(app, context);
    cli::addReportCommands(app, context);
    cli::addDemoCommand(app, context);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        const int code = app.exit(error);
        return code == 0 ? cli::ExitDone : cli::ExitUsage;
    }
    return context.exitCode;
}

} // namespace

int main(int argc, char **argv)
{
    try {
        return run(argc, argv);
    } catch (const std::exception &error) { // a bug of ours, or no memory left
        std::fprintf(stderr, "kakehashi-cli: %s\n", error.what());
        return cli::ExitFailed;
    }
}
