// fault-publisher …: publishes a folder as PublishOrder says, in a process that tests may kill.
#include "support/publisherprocess.h"
#include "support/publishfixture.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

using namespace kakehashi;
using namespace kakehashi::test;

namespace {

void say(const char *word, const QString &text)
{
    std::printf("%s %s\n", word, qPrintable(text));
    std::fflush(stdout);
}

publish::Connector connectorOf(const PublishOrder &order)
{
    return order.rulesFile.isEmpty() ? publish::standardConnector()
                                     : pipeConnector(order.rulesFile);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const PublishOrder order = PublishOrder::fromArguments(QCoreApplication::arguments().mid(1));
    if (!order.processIdFile.isEmpty()) {
        QFile file(order.processIdFile);
        if (!file.open(QIODevice::WriteOnly))
            return 2;
        file.write(QByteArray::number(QCoreApplication::applicationPid()));
    }
    publish::PublishParams params = order.params;
    params.reconnectFor = std::chrono::seconds(0);
    params.timing.now = [real = params.timing.now, order] { return real() * order.hurry; };
    const FolderSite site(order.stateFolder);
    publish::Publisher publisher(params, connectorOf(order));
    const auto report = publishAll(publisher, site.tree(), site);
    if (!report) {
        say("failed", QString::number(int(report.error().code)) + u' ' + report.error().text +
                          u" / " + report.error().detail);
        return 1;
    }
    say("ok",
        QStringLiteral("generation %1, %2 bytes").arg(report->generation).arg(report->bytesSent));
    return 0;
}
