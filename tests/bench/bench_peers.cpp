// bench_peers: the benchmarks B1 to B5 of publishing.md 5c, ours beside sftp, lftp, rclone, rsync
// and tar: one OpenSSH server, one ed25519 key, one delay line, docroots in memory. Prints one
// table in Markdown; `--help` lists what can be chosen.
#include "numbers.h"
#include "peers/table.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>

using namespace kakehashi::bench;

namespace {

struct Wishes
{
    int runs = 5;
    int limitMs = 0;
    int onceOverMs = 0;
    QStringList only;
    QList<int> roundTrips;
    int files = 2000;
    int size = 6144;
    int large = 5000;
    int megabytes = 500;

    bool wants(const char *id) const
    {
        return only.isEmpty() || only.contains(QLatin1String(id), Qt::CaseInsensitive);
    }
};

/// Every task with the sites it needs; made one after another, each site gone with its task.
class Benchmarks
{
public:
    Benchmarks(const Wishes &wishes, const Conditions &conditions)
        : m_wishes(wishes), m_conditions(conditions)
    {}

    std::vector<const Task *> run()
    {
        if (m_wishes.wants("B1"))
            first();
        if (m_wishes.wants("B2"))
            tenChanged();
        if (m_wishes.wants("B3"))
            nothingChanged();
        if (m_wishes.wants("B4"))
            large();
        if (m_wishes.wants("B5"))
            moved();
        std::vector<const Task *> all;
        for (const auto &task : m_tasks)
            all.push_back(task.get());
        return all;
    }

private:
    QString folder(const char *name) const
    {
        return m_conditions.folder + QStringLiteral("/sites/") + QLatin1String(name);
    }

    Task &add(const char *id, const QString &what, const LocalSite &site)
    {
        m_tasks.push_back(std::make_unique<Task>());
        Task &task = *m_tasks.back();
        task.id = QLatin1String(id);
        task.what = what;
        task.site = &site;
        task.limitMs = m_wishes.limitMs;
        return task;
    }

    void take(Task &task, const LocalSite &site) const
    {
        kakehashi::bench::take(task, m_conditions);
        task.site = nullptr;
        QDir(site.folder()).removeRecursively();
    }

    static QStringList smallFiles(int from, int count)
    {
        QStringList paths;
        for (int i = from; i < from + count; ++i)
            paths << LocalSite::smallFile(i);
        return paths;
    }

    static void emptyPlace(Tool &, const QString &place)
    {
        QDir(place).removeRecursively();
        QDir().mkpath(place + QStringLiteral("/www"));
    }

    QList<int> roundTrips(const QList<int> &usual) const
    {
        return m_wishes.roundTrips.isEmpty() ? usual : m_wishes.roundTrips;
    }

    void first()
    {
        for (const int roundTrip : roundTrips({20, 100, 250})) {
            LocalSite site(folder("first"));
            site.makeSmall(m_wishes.files, m_wishes.size);
            Task &task = add("B1",
                             QStringLiteral("first publish, %1 × %2 KiB, %3 ms")
                                 .arg(m_wishes.files)
                                 .arg(m_wishes.size / 1024)
                                 .arg(roundTrip),
                             site);
            task.roundTripMs = roundTrip;
            task.lay = emptyPlace;
            for (int i = 0; i < m_wishes.files; i += std::max(1, m_wishes.files / 20))
                task.watched << LocalSite::smallFile(i);
            take(task, site);
        }
    }

    void tenChanged()
    {
        for (const int roundTrip : roundTrips({100})) {
            LocalSite site(folder("ten"));
            site.makeSmall(m_wishes.large, m_wishes.size);
            Task &task = add(
                "B2", QStringLiteral("10 changed of %1, %2 ms").arg(m_wishes.large).arg(roundTrip),
                site);
            LocalSite before(folder("ten-before"));
            before.copyFrom(site);
            task.roundTripMs = roundTrip;
            task.incremental = true;
            task.layOnce = &before;
            task.change = [&site](int run) { site.change(10, run + 1); };
            task.watched = smallFiles(0, 10);
            take(task, site);
            QDir(before.folder()).removeRecursively();
        }
    }

    void nothingChanged()
    {
        for (const int roundTrip : roundTrips({100})) {
            LocalSite site(folder("same"));
            site.makeSmall(m_wishes.large, m_wishes.size);
            Task &task = add(
                "B3", QStringLiteral("no change of %1, %2 ms").arg(m_wishes.large).arg(roundTrip),
                site);
            task.roundTripMs = roundTrip;
            task.incremental = true;
            task.layOnce = &site;
            task.watched = smallFiles(0, 10);
            take(task, site);
        }
    }

    void large()
    {
        for (const int roundTrip : roundTrips({100})) {
            LocalSite site(folder("big"));
            site.makeFile(QStringLiteral("media/film.mp4"), m_wishes.megabytes * 1'000'000LL);
            for (int i = 0; i < 20; ++i)
                site.makeFile(QStringLiteral("media/picture%1.jpg").arg(i),
                              m_wishes.megabytes * 10'000LL);
            site.makeSmall(1, m_wishes.size);
            Task &task = add("B4",
                             QStringLiteral("1 × %1 MB and 20 × %2 MB, %3 ms")
                                 .arg(m_wishes.megabytes)
                                 .arg(m_wishes.megabytes / 100)
                                 .arg(roundTrip),
                             site);
            task.roundTripMs = roundTrip;
            task.lay = emptyPlace;
            task.limitMs = 2 * m_wishes.limitMs;
            task.watched = {QStringLiteral("media/film.mp4"), QStringLiteral("media/picture7.jpg")};
            take(task, site);
        }
    }

    void moved()
    {
        for (const int roundTrip : roundTrips({100})) {
            const int tenth = m_wishes.large / 10;
            LocalSite before(folder("moved-before"));
            before.makeSmall(m_wishes.large, m_wishes.size);
            LocalSite site(folder("moved"));
            site.copyFrom(before);
            site.change(tenth / 5, 1);
            site.remove(tenth, tenth);
            site.rename(3 * tenth, 2 * tenth / 5);
            const QString what = QStringLiteral("%1 removed, %2 renamed, %3 changed of %4, %5 ms")
                                     .arg(tenth)
                                     .arg(2 * tenth / 5)
                                     .arg(tenth / 5)
                                     .arg(m_wishes.large)
                                     .arg(roundTrip);
            const auto lay = [&](Tool &tool, const QString &place) {
                tool.lay(m_conditions.server, before, place);
            };
            const auto likeAll = [&](Task &task) {
                task.roundTripMs = roundTrip;
                task.incremental = true;
                task.lay = lay;
                task.watched = smallFiles(0, 10);
            };
            Task &plain = add("B5", what, site);
            likeAll(plain);
            kakehashi::bench::take(plain, m_conditions);

            site.makeFile(QStringLiteral("media/film.mp4"), m_wishes.megabytes * 100'000LL);
            Task &whole =
                add("B5",
                    QStringLiteral("the same and a new file of %1 MB").arg(m_wishes.megabytes / 10),
                    site);
            likeAll(whole);
            whole.mostRuns = 1;
            kakehashi::bench::take(whole, m_conditions);
            Task &cut = add("B5", QStringLiteral("that, cut off at half, taken up again"), site);
            likeAll(cut);
            cut.mostRuns = 1;
            cut.cutLike = &whole;
            take(cut, site);
            QDir(before.folder()).removeRecursively();
        }
    }

    const Wishes &m_wishes;
    const Conditions &m_conditions;
    std::vector<std::unique_ptr<Task>> m_tasks;
};

/// In memory where there is such a place, so that no tool waits for the disk and none pays for
/// another's writing back.
QString folderTemplate()
{
    const QString memory = QStringLiteral("/dev/shm");
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) +
           QStringLiteral("/kakehashi-bench-XXXXXX");
}

QStringList words(const QString &list)
{
    return list.split(u',', Qt::SkipEmptyParts);
}

Tools chosenTools(const QStringList &names)
{
    Tools chosen;
    for (auto &tool : allTools()) {
        const bool isUs = tool->name() == QLatin1String("kakehashi");
        if (names.contains(tool->name()) || (isUs && names.contains(QStringLiteral("ours"))))
            chosen.push_back(std::move(tool));
    }
    return chosen;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const auto option = [&parser](const char *name, const char *what, const char *usual) {
        parser.addOption({QLatin1String(name), QLatin1String(what), QLatin1String("value"),
                          QLatin1String(usual)});
    };
    option("only", "B1,B2,B3,B4,B5", "");
    option("peers", "ours,tar,rsync,lftp,rclone,sftp,lftp-temp,rclone-default,rclone-checksum",
           "ours,tar,rsync,lftp,rclone,sftp");
    option("rtt", "round trips in milliseconds instead of each benchmark's own", "");
    option("runs", "of which the median counts", "5");
    option("limit", "seconds after which a tool is stopped; twice that for B4", "60");
    option("once", "seconds beyond which a tool is run only once", "15");
    option("files", "B1", "2000");
    option("size", "bytes of a small file", "6144");
    option("large", "files in B2, B3 and B5", "5000");
    option("mb", "size of B4's large file in MB", "500");
    parser.addHelpOption();
    parser.process(app);
    const auto number = [&parser](const char *name) {
        return parser.value(QLatin1String(name)).toInt();
    };
    Wishes wishes;
    wishes.runs = number("runs");
    wishes.limitMs = 1000 * number("limit");
    wishes.onceOverMs = 1000 * number("once");
    wishes.only = words(parser.value(QStringLiteral("only")));
    for (const QString &each : words(parser.value(QStringLiteral("rtt"))))
        wishes.roundTrips << each.toInt();
    wishes.files = number("files");
    wishes.size = number("size");
    wishes.large = number("large");
    wishes.megabytes = number("mb");

    const Tools tools = chosenTools(words(parser.value(QStringLiteral("peers"))));
    must(!tools.empty(), QStringLiteral("no such tool"));
    const Server server;
    const QTemporaryDir folder(folderTemplate());
    const Conditions conditions{server, tools, folder.path(), wishes.runs, wishes.onceOverMs};
    Benchmarks benchmarks(wishes, conditions);
    printTable(benchmarks.run(), tools, wishes.runs);
    return 0;
}
