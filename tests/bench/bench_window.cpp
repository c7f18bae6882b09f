// bench_window [--pages N]: what a person waits for in the window. Each part of the site is shown,
// first and again, and pages are opened one after the other, in the sample portal or in a site of N
// made-up pages: milliseconds to the first painted picture, and the longest time in which the event
// loop was not to be reached until all was quiet again.
#include "app/desktop/features.h"
#include "content/page/pagerepository.h"
#include "madepages.h"
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

void measure(const QString &name, ui::MainWindow &window, const std::function<void()> &act)
{
    test::LoopProbe probe;
    QElapsedTimer timer;
    timer.start();
    act();
    const qint64 acted = timer.elapsed();
    window.repaint();
    const qint64 painted = timer.elapsed();
    qint64 stall = painted;
    for (qint64 now = 0; now < longest;) {
        settle();
        const qint64 each = probe.longestStall();
        stall = std::max(stall, each);
        now = timer.elapsed();
        if (each < 20)
            break;
    }
    std::printf("| %-34s | %6lld | %6lld | %6lld |\n", qPrintable(name), acted, painted, stall);
    std::fflush(stdout);
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
            if (const auto stored = site.pages().create(wanted); !stored)
                return passOn(stored);
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
    arguments.addOption(pages);
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
    std::printf("| %-34s | acted  | painted| stall  |\n", "ms");
    measure(QStringLiteral("open the site"), window, [&] { window.openSite(place); });
    settle();
    for (const char *round : {"first", "again"})
        for (const char *panel :
             {"today", "pages", "topics", "media", "banners", "statistics", "check", "seo",
              "publish", "history", "targets", "settings", "pages"})
            measure(QString::fromLatin1(panel) + u' ' + QLatin1String(round), window,
                    [&] { window.showPanel(QString::fromLatin1(panel)); });
    ui::Session &session = *window.session();
    const auto list = session.workspace().pages().list();
    for (int i = 0; i < 5; ++i) {
        const content::PageEntry &entry = list->at(i * (list->size() - 1) / 5);
        measure(entry.page.path, window,
                [&] { static_cast<void>(session.openPage(entry.page.id)); });
    }
    measure(QStringLiteral("save"), window, [&] {
        const Ulid page = session.currentPage();
        auto content = session.currentContent();
        content.body += QStringLiteral("\n\n追記");
        static_cast<void>(session.workspace().pages().saveWorking(page, content, {}));
    });
    return 0;
}
