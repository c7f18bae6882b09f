#include "features.h"

#include "ui/mainwindow/desktop.h"
#include "ui/preview/page/scheme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QLoggingCategory>

using namespace kakehashi;

int main(int argc, char **argv)
{
    ui::registerPreviewScheme(); // WebEngine ignores schemes that come after the application
    QApplication application(argc, argv);
    // What libjpeg mutters about a picture means nothing to people; we say what is wrong with it.
    QLoggingCategory::setFilterRules(QStringLiteral("qt.gui.imageio*=false"));
    QApplication::setApplicationName(QStringLiteral("Kakehashi"));
    QApplication::setOrganizationName(QStringLiteral("Kakehashi"));
    QApplication::setApplicationVersion(QStringLiteral(KAKEHASHI_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("kakehashi"));

    QCommandLineParser arguments;
    arguments.addHelpOption();
    arguments.addVersionOption();
    arguments.addPositionalArgument(QStringLiteral("FOLDER"), QStringLiteral("Site folder to open"),
                                    QStringLiteral("[FOLDER]"));
    arguments.process(application);

    const QString folder = arguments.positionalArguments().value(0);
    ui::Desktop desktop(application, allFeatures());
    // The folder is remembered, and read again later, wherever the program stands by then.
    desktop.start(folder.isEmpty() ? folder : QFileInfo(folder).absoluteFilePath());
    return QApplication::exec();
}
