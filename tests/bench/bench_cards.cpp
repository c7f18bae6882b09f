// bench_cards [--cards N] [--threads N] [--keep FILE]: paints the pictures for sharing of N made-up
// pages, as a first build does. --keep writes the last of them, to be looked at.
#include "render/card/card.h"
#include "render/site/parallel.h"

#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>

#include <atomic>
#include <cstdio>

using namespace kakehashi;

namespace {

render::Card madeCard(int number)
{
    render::Card card;
    card.title =
        QStringLiteral("令和8年度「みやぎゼロカーボン大作戦」実践事例の募集を始めました（第%1回）")
            .arg(number);
    card.label = QStringLiteral("お知らせ");
    card.siteName = QStringLiteral("見本の大きなサイト");
    card.accent = QStringLiteral("#0B6E4F");
    return card;
}

} // namespace

int main(int argc, char **argv)
{
    const QGuiApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption cards(QStringLiteral("cards"), {}, QStringLiteral("N"),
                                   QStringLiteral("400"));
    const QCommandLineOption threads(QStringLiteral("threads"), {}, QStringLiteral("N"),
                                     QStringLiteral("0"));
    const QCommandLineOption keep(QStringLiteral("keep"), {}, QStringLiteral("FILE"));
    parser.addOptions({cards, threads, keep});
    parser.process(app);
    const int count = parser.value(cards).toInt();
    std::atomic_llong bytes = 0;
    QElapsedTimer timer;
    timer.start();
    const auto done =
        render::inParallel(static_cast<size_t>(count), parser.value(threads).toInt(), {},
                           QStringLiteral("cards"), [&](size_t number) -> Result<void> {
                               bytes +=
                                   render::paintCard(madeCard(static_cast<int>(number))).size();
                               return {};
                           });
    const double wall = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    std::printf("%d cards: %.2f ms and %lld bytes each\n", count, wall / count,
                static_cast<long long>(bytes) / count);
    QFile file(parser.value(keep));
    if (parser.isSet(keep) && file.open(QIODevice::WriteOnly))
        file.write(render::paintCard(madeCard(count)));
    return done ? 0 : 1;
}
