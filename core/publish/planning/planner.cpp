#include "publish/planning/planner.h"

#include "publish/planning/planreason.h"
#include "security/pathguard.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Planner)
};

using Action = PlanItem::Action;

/// "style.1a2b3c4d.css", and the longer ones of pictures for sharing: such a name changes with its
/// content, so pages in visitors' caches and others' posts still ask for the old one. A file with a
/// plain name went away because a person removed it.
bool hasHashedName(const QString &path)
{
    static const QRegularExpression hashed(
        QStringLiteral(R"(\.([0-9a-f]{8}|[0-9a-f]{16})\.[a-z0-9]+$)"));
    return hashed.match(path).hasMatch();
}

bool isNewOrChanged(const render::OutputFile &file, const Manifest &base,
                    const QSet<QString> &recheck)
{
    if (recheck.contains(file.path))
        return true;
    const auto known = base.files.constFind(file.path);
    return known == base.files.constEnd() || known->hash != file.hash;
}

QSet<QString> pathsOf(const render::OutputTree &tree)
{
    QSet<QString> paths;
    paths.reserve(tree.files.size());
    for (const render::OutputFile &file : tree.files)
        paths.insert(file.path);
    return paths;
}

class Planning
{
public:
    explicit Planning(const PlanInput &input) : m_input(input), m_paths(pathsOf(input.tree)) {}

    Plan run()
    {
        for (const render::OutputFile &file : m_input.tree.files)
            planFile(file);
        for (auto file = m_input.base.files.begin(); file != m_input.base.files.end(); ++file) {
            if (!m_paths.contains(file.key()))
                planAbsent(file.key(), file.value());
        }
        dropLoneTidying();
        sortItems();
        planFolders();
        addGuards();
        m_plan.result.head.generation = m_input.generation;
        m_plan.foldersBefore = m_input.base.folders;
        return m_plan;
    }

private:
    void planFile(const render::OutputFile &file)
    {
        const auto known = m_input.base.files.constFind(file.path);
        if (!isNewOrChanged(file, m_input.base, m_input.options.recheck)) {
            ManifestFile kept = *known;
            kept.retired = 0;
            kept.group = file.group;
            m_plan.result.files.insert(file.path, kept);
            ++m_plan.unchanged;
            return;
        }
        const bool ours = known != m_input.base.files.constEnd();
        PlanItem item;
        item.path = file.path;
        item.after = file.hash;
        item.group = file.group;
        item.origin = file.origin;
        item.found = m_input.found.value(file.path);
        if (ours)
            item.before = known->hash;
        decide(item, ours ? std::optional(known->info()) : std::nullopt);
        accept(item, file.size);
    }

    /// Add, Replace, Adopt or Conflict, from what lies there and what should.
    void decide(PlanItem &item, const std::optional<FileInfo> &expected) const
    {
        const QString inTheWay = obstacle(item.path);
        if (!inTheWay.isEmpty())
            return conflict(item, reason::parentInTheWay(inTheWay));
        if (item.found.isMissing()) {
            item.action = Action::Add;
            item.reason = expected ? reason::missing(item.origin) : reason::added(item.origin);
        } else if (m_input.sameBytes.contains(item.path)) {
            item.action = Action::Adopt;
            item.reason = reason::adopted();
        } else if (expected && item.found.looksLike(*expected)) {
            item.action = Action::Replace;
            item.reason = reason::changed(item.origin);
        } else {
            conflict(item, expected ? reason::changedByOthers() : reason::notOurs());
            resolve(item, item.found.isFile());
        }
    }

    static void conflict(PlanItem &item, const QString &why)
    {
        item.action = Action::Conflict;
        item.reason = why;
    }

    void resolve(PlanItem &item, bool canTake) const
    {
        const Resolution chosen =
            m_input.options.byPath.value(item.path, m_input.options.conflicts);
        if (chosen == Resolution::KeepTheirs) {
            item.action = Action::Foreign;
            item.reason = reason::keptTheirs();
        } else if (chosen == Resolution::TakeOurs && canTake) {
            item.action = item.after.isNull() ? Action::Remove : Action::Replace;
            item.reason = reason::tookOurs();
        }
    }

    /// The folder above `path` that is no folder, or is a link that leads elsewhere.
    QString obstacle(const QString &path) const
    {
        for (const QString &folder : foldersAbove(path)) {
            const FileInfo found = m_input.found.value(folder);
            if (!found.isMissing() && !found.isFolder())
                return folder;
        }
        return {};
    }

    void accept(PlanItem item, qint64 size)
    {
        const bool sends = item.action == Action::Add || item.action == Action::Replace;
        if (sends || item.action == Action::Adopt) {
            const qint64 time = sends ? 0 : item.found.time;
            m_plan.result.files.insert(item.path, {item.after, size, time, item.group, 0});
        }
        if (sends) {
            item.bytes = size;
            m_plan.bytesToSend += size;
        }
        m_plan.items.append(std::move(item));
    }

    void planAbsent(const QString &path, const ManifestFile &file)
    {
        if (hasHashedName(path) && (file.retired == 0 || file.retired >= m_input.generation)) {
            ManifestFile kept = file;
            kept.retired = m_input.generation;
            m_plan.result.files.insert(path, kept);
            return;
        }
        PlanItem item;
        item.path = path;
        item.before = file.hash;
        item.group = file.group;
        item.found = m_input.found.value(path);
        if (const QString inTheWay = obstacle(path); !inTheWay.isEmpty())
            conflict(item, reason::parentInTheWay(inTheWay));
        else if (item.found.isMissing())
            return; // somebody was faster
        else if (item.found.looksLike(file.info())) {
            item.action = Action::Remove;
            item.reason = file.retired > 0 ? reason::outdated() : reason::removed();
        } else {
            conflict(item, reason::changedByOthers());
            resolve(item, item.found.isFile());
        }
        m_plan.items.append(item);
    }

    /// Outdated assets go along with the next real change; alone they are no reason to publish.
    void dropLoneTidying()
    {
        const auto isTidying = [this](const PlanItem &item) {
            return item.action == Action::Remove && m_input.base.files.value(item.path).retired > 0;
        };
        if (!std::all_of(m_plan.items.cbegin(), m_plan.items.cend(), isTidying))
            return;
        for (const PlanItem &item : std::as_const(m_plan.items))
            m_plan.result.files.insert(item.path, m_input.base.files.value(item.path));
        m_plan.items.clear();
    }

    void sortItems()
    {
        const auto rank = [](const PlanItem &item) {
            const int group = static_cast<int>(item.group);
            return item.action == Action::Remove ? 10 - group : group; // pages leave before assets
        };
        std::stable_sort(
            m_plan.items.begin(), m_plan.items.end(),
            [&rank](const PlanItem &a, const PlanItem &b) { return rank(a) < rank(b); });
    }

    void planFolders()
    {
        QSet<QString> owned(m_input.base.folders.cbegin(), m_input.base.folders.cend());
        QSet<QString> needed;
        QSet<QString> missing;
        for (auto file = m_plan.result.files.keyBegin(); file != m_plan.result.files.keyEnd();
             ++file) {
            for (const QString &folder : foldersAbove(*file)) {
                needed.insert(folder);
                const auto found = m_input.found.constFind(folder);
                if (found != m_input.found.constEnd() && found->isMissing())
                    missing.insert(folder);
            }
        }
        m_plan.foldersMissing = missing.values();
        m_plan.foldersMissing.sort();
        m_plan.result.folders = ((owned & needed) + missing).values();
        m_plan.result.folders.sort();
    }

    void guardAgainst(Severity severity, const char *rule, const QString &text)
    {
        m_plan.guards.append({severity, QString::fromLatin1(rule), text});
    }

    void addGuards()
    {
        if (m_input.tree.files.isEmpty())
            guardAgainst(Severity::Must, guard::emptyBuild,
                         Text::tr("The site is empty: nothing would be left on the server. Build "
                                  "the site again and look at the list of problems."));
        else if (!m_paths.contains(QStringLiteral("index.html")))
            guardAgainst(Severity::Ask, guard::homeMissing,
                         Text::tr("The site has no home page (index.html)."));
        guardPaths();
        guardRemovals();
        const int conflicts = m_plan.count(Action::Conflict);
        if (conflicts > 0)
            guardAgainst(Severity::Must, guard::conflict,
                         Text::tr("%n file(s) on the server were made or changed by someone else. "
                                  "Decide for each whether to keep it or to replace it.",
                                  nullptr, conflicts));
    }

    void guardPaths()
    {
        QStringList paths;
        for (const render::OutputFile &file : m_input.tree.files) {
            paths.append(file.path);
            const auto safe = security::checkOutputPath(file.path);
            if (!safe)
                guardAgainst(Severity::Must, guard::unsafePath, safe.error().text);
            else if (file.path.startsWith(QLatin1String(".kakehashi")))
                guardAgainst(
                    Severity::Must, guard::unsafePath,
                    Text::tr("%1: names that begin with .kakehashi are kept for the program.")
                        .arg(file.path));
        }
        if (const auto apart = security::checkNoCollisions(paths); !apart)
            guardAgainst(Severity::Must, guard::unsafePath, apart.error().text);
    }

    void guardRemovals()
    {
        constexpr int fewEnough = 50;
        constexpr int tooFewForAShare = 4; // of a site of ten pages, every removal is a third
        // A new colour or name of the site makes all pictures for sharing anew; nobody misses them.
        const auto isMissed = [](const QString &path) { return !hasHashedName(path); };
        const auto had =
            std::count_if(m_input.base.files.keyBegin(), m_input.base.files.keyEnd(), isMissed);
        const auto removed =
            std::count_if(m_plan.items.cbegin(), m_plan.items.cend(), [&](const PlanItem &item) {
                return item.action == Action::Remove && isMissed(item.path);
            });
        if (removed > fewEnough || (removed > tooFewForAShare && removed * 10 > had * 3))
            guardAgainst(
                Severity::Ask, guard::manyRemovals,
                Text::tr("%1 of %2 files would be removed from the server.").arg(removed).arg(had));
    }

    const PlanInput &m_input;
    QSet<QString> m_paths;
    Plan m_plan;
};

} // namespace

QStringList foldersAbove(const QString &path)
{
    QStringList folders;
    for (qsizetype slash = path.indexOf(u'/'); slash > 0; slash = path.indexOf(u'/', slash + 1))
        folders.append(path.left(slash));
    return folders;
}

QStringList touched(const render::OutputTree &tree, const Manifest &base,
                    const QSet<QString> &recheck)
{
    QSet<QString> paths;
    for (const render::OutputFile &file : tree.files) {
        if (isNewOrChanged(file, base, recheck))
            paths.insert(file.path);
    }
    const QSet<QString> kept = pathsOf(tree);
    for (auto path = base.files.keyBegin(); path != base.files.keyEnd(); ++path) {
        if (!kept.contains(*path))
            paths.insert(*path);
    }
    QSet<QString> folders;
    for (const QString &path : std::as_const(paths)) {
        for (const QString &folder : foldersAbove(path))
            folders.insert(folder);
    }
    QStringList all = (paths + folders).values();
    all.sort();
    return all;
}

QStringList adoptable(const PlanInput &input)
{
    QStringList paths;
    for (const render::OutputFile &file : input.tree.files) {
        const FileInfo found = input.found.value(file.path);
        const auto known = input.base.files.constFind(file.path);
        const bool isClean = known != input.base.files.constEnd() &&
                             found.looksLike(known->info()) &&
                             !input.options.recheck.contains(file.path);
        if (!isClean && isNewOrChanged(file, input.base, input.options.recheck) && found.isFile() &&
            found.size == file.size)
            paths.append(file.path);
    }
    return paths;
}

Plan makePlan(const PlanInput &input)
{
    return Planning(input).run();
}

} // namespace kakehashi::publish
