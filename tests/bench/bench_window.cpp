// bench_window [--pages N] [--rounds N]: what a person waits for in the window. Each part of the
// site is shown, first and again, pages are opened and saved one after the other, in the sample
// portal or in a site of N made-up pages: milliseconds to the first painted picture, and the
// longest time in which the event loop was not to be reached until all was quiet again.
#include "app/desktop/features.h"
#include "content/page/pagerepository.h"
#include "madepages.h"
#include "ui/editing/document.h"
#include "ui/loopprobe.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/preview/page/scheme.h"
#include "ui/shell/session.h"
#include "ui/style/style.h"
#include "workspace/workspace.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

using namespace kakehashi;

namespace {

constexpr int quiet = 400; ///< ms without a stall: what was begun is done
constexpr int longest = 20'000;

void settle()
{
    QEventLoop loop;
    QTimer::singleShot(quiet, &loop, &QEventLoop::quit);
    loop.exec();
}

struct Waits
{
    QList<double> painted;
    QList<double> stalls;
};

/// In the order in which they were first measured.
QList<QPair<QString, Waits>> measured;

Waits &waitsFor(const QString &name)
{
    const auto known = std::find_if(measured.begin(), measured.end(),
                                    [&name](const auto &each) { return each.first == name; });
    if (known != measured.end())
        return known->second;
    measured.append({name, {}});
    return measured.last().second;
}

double share(QList<double> values, double part)
{
    std::sort(values.begin(), values.end());
    return values.at(static_cast<qsizetype>(part * static_cast<double>(values.size() - 1) + 0.5));
}

void report()
{
    std::printf("| %-24s |  n | painted p50 | p95 | stall p50 | p95 |\n", "ms");
    for (const auto &[name, waits] : measured)
        std::printf("| %-24s | %2d | %11.0f | %3.0f | %9.0f | %3.0f |\n", qPrintable(name),
                    static_cast<int>(waits.painted.size()), share(waits.painted, 0.5),
                    share(waits.painted, 0.95), share(waits.stalls, 0.5),
                    share(waits.stalls, 0.95));
}

void measure(const QString &name, ui::MainWindow &window, const std::function<void()> &act)
{
    test::LoopProbe probe;
    QElapsedTimer timer;
    timer.start();
    act();
    window.repaint();
    // On a busy machine what the window itself worked, not what it waited for its turn.
    const qint64 painted = probe.longestStall();
    qint64 stall = painted;
    for (qint64 now = 0; now < longest;) {
        settle();
        const qint64 each = probe.longestStall();
        stall = std::max(stall, each);
        now = timer.elapsed();
        if (each < 20)
            break;
    }
    Waits &waits = waitsFor(name);
    waits.painted << static_cast<double>(painted);
    waits.stalls << static_cast<double>(stall);
}

void fill(workspace::Workspace &site, int count)
{
    const auto made = bench::madeSite(count);
    const auto filled = site.allOrNothing([&]() -> Result<void> {
        for (const auto &page : made->pages) {
            if (site.pages().byPath(page->path))
                continue;
            content::NewPage wanted{.kind = page->kind, .path = page->path};
            wanted.content = page->content;
            const auto stored = site.pages().create(wanted);
            if (!stored)
                return passOn(stored);
            if (auto approved = site.pages().approve(stored->id); !approved)
                return approved;
        }
        return {};
    });
    if (!filled)
        qFatal("%s", qPrintable(filled.error().text));
}

} // namespace

int main(int argc, char **argv)
{
    ui::registerPreviewScheme();
    QApplication application(argc, argv);
    QCommandLineParser arguments;
    const QCommandLineOption pages(QStringLiteral("pages"), {}, QStringLiteral("N"));
    const QCommandLineOption rounds(QStringLiteral("rounds"), {}, QStringLiteral("N"),
                                    QStringLiteral("5"));
    arguments.addOptions({pages, rounds});
    arguments.process(application);
    QTemporaryDir folder;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    const QString place = folder.filePath(QStringLiteral("site"));
    const int many = arguments.value(pages).toInt();
    {
        auto site = workspace::createSample(place);
        if (!site)
            qFatal("%s", qPrintable(site.error().text));
        if (many > 0)
            fill(**site, many);
    }
    ui::style::apply(application, ui::style::Appearance::Light);
    ui::MainWindow window(allFeatures());
    window.resize(1440, 900);
    window.show();
    measure(QStringLiteral("open the site"), window, [&] { window.openSite(place); });
    settle();
    for (int round = 0; round <= arguments.value(rounds).toInt(); ++round)
        for (const char *panel :
             {"today", "pages", "topics", "media", "banners", "statistics", "check", "seo",
              "publish", "history", "targets", "settings", "pages"})
            measure(QLatin1String(panel) + (round == 0 ? u" first"_qs : u" again"_qs), window,
                    [&] { window.showPanel(QString::fromLatin1(panel)); });
    ui::Session &session = *window.session();
    const auto list = session.workspace().pages().list();
    const int steps = 4 * arguments.value(rounds).toInt();
    for (int i = 0; i < steps; ++i) {
        const content::PageEntry &entry = list->at(i * (list->size() - 1) / steps);
        measure(QStringLiteral("open a page"), window,
                [&] { static_cast<void>(session.openPage(entry.page.id)); });
        measure(QStringLiteral("save it"), window, [&] {
            session.currentDocument()->setSummary(QStringLiteral("追記 %1").arg(i));
            static_cast<void>(session.saveAll());
        });
    }
    for (int i = 0; i < arguments.value(rounds).toInt(); ++i)
        measure(QStringLiteral("anything changed"), window, [&] { session.announceSiteChange(); });
    report();
    return 0;
}
