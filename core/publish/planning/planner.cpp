#include "publish/planning/planner.h"

#include "publish/planning/clearing.h"
#include "publish/planning/planguards.h"
#include "publish/planning/planreason.h"

#include <algorithm>

namespace kakehashi::publish {
namespace {

using Action = PlanItem::Action;

bool isNewOrChanged(const render::OutputFile &file, const Manifest &base,
                    const QSet<QString> &recheck)
{
    if (recheck.contains(file.path))
        return true;
    const auto known = base.files.constFind(file.path);
    return known == base.files.constEnd() || known->hash != file.hash;
}

/// Somebody else changed or removed what was published there, as far as it was looked at.
bool isAltered(const PlanInput &input, const QString &path)
{
    const auto known = input.base.files.constFind(path);
    const auto found = input.found.constFind(path);
    if (known == input.base.files.cend() || found == input.found.cend())
        return false;
    return !found->looksLike(known->info());
}

bool isAccepted(const PlanInput &input, const QString &path)
{
    const auto accepted = input.options.accepted.constFind(path);
    return accepted != input.options.accepted.cend() &&
           accepted->looksLike(input.found.value(path));
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
        m_plan.items = clearing::clearTheWay(m_input);
        for (const render::OutputFile &file : m_input.tree.files)
            planFile(file);
        for (auto file = m_input.base.files.begin(); file != m_input.base.files.end(); ++file) {
            if (!m_paths.contains(file.key()))
                planAbsent(file.key(), file.value());
        }
        dropLoneTidying();
        sortItems();
        planFolders();
        planModes();
        m_plan.looksAtAll = m_input.options.looksAtAll();
        m_plan.guards = guardsOf(m_input, m_plan);
        m_plan.result.head.generation = m_input.generation;
        m_plan.foldersBefore = m_input.base.folders;
        return m_plan;
    }

private:
    void planFile(const render::OutputFile &file)
    {
        const auto known = m_input.base.files.constFind(file.path);
        if (staysAsItIs(file)) {
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

    bool staysAsItIs(const render::OutputFile &file)
    {
        if (isNewOrChanged(file, m_input.base, m_input.options.recheck))
            return false;
        if (!isAltered(m_input, file.path))
            return true;
        if (!isAccepted(m_input, file.path))
            return false;
        m_plan.leftAlone.append(file.path);
        return true;
    }

    /// Add, Replace, Adopt or Conflict, from what lies there and what should.
    void decide(PlanItem &item, const std::optional<FileInfo> &expected) const
    {
        const QString inTheWay = clearing::obstacle(m_input, item.path);
        if (!inTheWay.isEmpty()) {
            conflict(item, reason::parentInTheWay(inTheWay));
            return resolve(item, false);
        }
        if (item.found.isMissing()) {
            item.action = Action::Add;
            item.reason = !expected                   ? reason::added(item.origin)
                          : item.before == item.after ? reason::gone(item.origin)
                                                      : reason::missing(item.origin);
        } else if (m_input.sameBytes.contains(item.path)) {
            item.action = Action::Adopt;
            item.reason = reason::adopted();
        } else if (expected && item.found.looksLike(*expected)) {
            item.action = Action::Replace;
            item.reason = reason::changed(item.origin);
        } else {
            conflict(item, expected                                   ? reason::changedByOthers()
                           : m_input.options.kept.contains(item.path) ? reason::keptAndChanged()
                                                                      : reason::notOurs());
            resolve(item, clearing::canTake(m_input, item.found));
            if (item.action == Action::Conflict && isOnlyTheirs(item) && item.found.isFile() &&
                m_input.options.altered == Resolution::TakeOurs) {
                item.action = Action::Replace;
                item.reason = reason::putRight(item.origin);
            }
        }
    }

    /// Others changed it, we did not, and nobody asked to decide about it.
    bool isOnlyTheirs(const PlanItem &item) const
    {
        return !item.before.isNull() && item.before == item.after &&
               !m_input.options.recheck.contains(item.path) &&
               !m_input.options.byPath.contains(item.path);
    }

    static void conflict(PlanItem &item, const QString &why)
    {
        item.action = Action::Conflict;
        item.reason = why;
    }

    void resolve(PlanItem &item, bool canTake) const
    {
        const Resolution chosen = clearing::chosenFor(m_input, item.path);
        item.onlyByHand = !canTake && chosen == Resolution::TakeOurs;
        if (chosen == Resolution::KeepTheirs) {
            item.action = Action::Foreign;
            item.reason = reason::keptTheirs();
        } else if (chosen == Resolution::TakeOurs && canTake) {
            item.action = item.after.isNull() ? Action::Remove : Action::Replace;
            item.reason = reason::tookOurs();
        }
    }

    void accept(PlanItem item, qint64 size)
    {
        const bool sends = item.action == Action::Add || item.action == Action::Replace;
        if (sends || item.action == Action::Adopt) {
            const qint64 time = sends ? 0 : item.found.time;
            m_plan.result.files.insert(item.path, {item.after, size, time, item.group, 0});
        }
        if (item.before == item.after && !item.before.isNull()) {
            if (item.action == Action::Add)
                m_plan.missing.append(item.path);
            else if (sends)
                m_plan.altered.append(item.path);
        }
        if (sends) {
            item.bytes = size;
            m_plan.bytesToSend += size;
        }
        m_plan.items.append(std::move(item));
    }

    void planAbsent(const QString &path, const ManifestFile &file)
    {
        const bool isGone = m_input.found.contains(path) && m_input.found.value(path).isMissing();
        if (!isGone && hasHashedName(path) &&
            (file.retired == 0 || file.retired >= m_input.generation)) {
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
        if (const QString inTheWay = clearing::obstacle(m_input, path); !inTheWay.isEmpty()) {
            conflict(item, reason::parentInTheWay(inTheWay));
            resolve(item, false);
        } else if (item.found.isMissing())
            return; // somebody was faster
        else if (item.found.looksLike(file.info())) {
            item.action = Action::Remove;
            item.reason = file.retired > 0 ? reason::outdated() : reason::removed();
        } else {
            conflict(item, reason::changedByOthers());
            resolve(item, clearing::canTake(m_input, item.found));
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
        for (const QString &folder : std::as_const(m_plan.foldersMissing))
            m_plan.folderModes.insert(folder, folderMode(folder));
    }

    /// Of a new folder: what its parent lets the group do there, it does too. Parents come first.
    int folderMode(const QString &folder) const
    {
        const qsizetype slash = folder.lastIndexOf(u'/');
        const QString above = folder.left(std::max<qsizetype>(slash, 0));
        const int parent = slash < 0
                               ? m_input.rootMode
                               : m_plan.folderModes.value(above, m_input.found.value(above).mode);
        constexpr int shared = 02020; // set-group-id, and the group may write
        return 0755 | (parent & shared);
    }

    /// What is ours and stays, but cannot be read by a web server of another account.
    void planModes()
    {
        QSet<QString> sent;
        for (const PlanItem &item : std::as_const(m_plan.items))
            sent.insert(item.path);
        const auto judge = [this, &sent](const QString &path) {
            const FileInfo found = m_input.found.value(path);
            if (found.isMissing() || found.isForVisitors() || sent.contains(path))
                return;
            if (isAccepted(m_input, path))
                m_plan.leftAlone.append(path);
            else
                m_plan.unreadable.insert(path, found.modeForVisitors());
        };
        const Manifest &result = m_plan.result;
        for (auto path = result.files.keyBegin(); path != result.files.keyEnd(); ++path)
            judge(*path);
        for (const QString &folder : result.folders)
            judge(folder);
    }

    PlanInput m_input; ///< without what lies behind that which is put aside
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

QStringList watched(const render::OutputTree &tree, const Manifest &base,
                    const PlanOptions &options)
{
    QStringList paths = touched(tree, base, options.recheck);
    QSet<QString> all(paths.cbegin(), paths.cend());
    if (!options.looksAtAll()) {
        for (const QString &folder : base.folders) {
            if (options.recheck.contains(folder) && !all.contains(folder))
                paths.append(folder);
        }
        return paths;
    }
    for (auto path = base.files.keyBegin(); path != base.files.keyEnd(); ++path) {
        all.insert(*path);
        for (const QString &folder : foldersAbove(*path))
            all.insert(folder);
    }
    for (const QString &folder : base.folders)
        all.insert(folder);
    paths = all.values();
    paths.sort();
    return paths;
}

QStringList adoptable(const PlanInput &input)
{
    QStringList paths;
    for (const render::OutputFile &file : input.tree.files) {
        const FileInfo found = input.found.value(file.path);
        const auto known = input.base.files.constFind(file.path);
        const bool isWrong = isAltered(input, file.path) && !isAccepted(input, file.path);
        const bool isClean = known != input.base.files.constEnd() &&
                             found.looksLike(known->info()) &&
                             !input.options.recheck.contains(file.path);
        const bool isAsked = isWrong || isNewOrChanged(file, input.base, input.options.recheck);
        if (!isClean && isAsked && found.isFile() && found.size == file.size)
            paths.append(file.path);
    }
    return paths;
}

Plan makePlan(const PlanInput &input)
{
    return Planning(input).run();
}

} // namespace kakehashi::publish
