#include "publish/switching/releasetree.h"

#include "publish/transaction/controlfolder.h"

#include <QCoreApplication>

namespace kakehashi::publish::switching {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::ReleaseTree)
};

struct Place
{
    qsizetype tree;
    QString path; ///< relative
};

QString childOf(const QString &folder, const QString &name)
{
    return folder.isEmpty() ? name : folder + u'/' + name;
}

tl::unexpected<Error> unreadable(const QString &path)
{
    return fail(ErrorCode::PermissionDenied,
                Text::tr("The folder %1 on the server may not be read by this account, so what it "
                         "holds cannot be carried over to a new version of the site. Ask the "
                         "server's administrator for permission to read it, or let the target put "
                         "files in place instead of switching the link.")
                    .arg(path));
}

/// What was listed behind a link lies elsewhere.
void dropUnreached(ReleaseTree &tree)
{
    for (auto entry = tree.entries.begin(); entry != tree.entries.end();) {
        const qsizetype slash = entry.key().lastIndexOf(u'/');
        const bool isReached = slash < 0 || tree.entries.value(entry.key().left(slash)).isFolder();
        entry = isReached ? std::next(entry) : tree.entries.erase(entry);
    }
}

class Walk
{
public:
    Walk(RemoteFiles &files, const QStringList &roots, const JobContext &context)
        : m_files(files), m_roots(roots), m_context(context), m_trees(roots.size())
    {}

    Result<QList<ReleaseTree>> run(const QStringList &known)
    {
        QStringList sorted = known;
        sorted.sort();
        for (qsizetype tree = 0; tree < m_roots.size(); ++tree) {
            add({tree, {}});
            for (const QString &folder : sorted) // so that a parent is taken before its child
                add({tree, folder});
        }
        Batch looks;
        for (const QString &root : m_roots)
            looks.append(Operation::look(root + QStringLiteral("/."))); // which follows a link
        for (bool isFirst = true; !m_places.isEmpty(); isFirst = false) {
            if (auto listed = listNext(isFirst ? looks : Batch()); !listed)
                return passOn(listed);
        }
        for (ReleaseTree &tree : m_trees)
            dropUnreached(tree);
        return m_trees;
    }

private:
    void add(const Place &place)
    {
        const QString name = QString::number(place.tree) + u'/' + place.path;
        if (m_asked.contains(name))
            return;
        m_asked.insert(name);
        m_places.append(place);
    }

    Result<void> listNext(const Batch &looks)
    {
        Batch batch = looks;
        for (const Place &place : std::as_const(m_places))
            batch.append(Operation::list(folder(place)));
        const auto done = m_files.run(batch, m_context);
        if (!done)
            return passOn(done);
        for (qsizetype i = 0; i < looks.size(); ++i)
            m_trees[i].root = done->at(i).info;
        const QList<Place> places = std::exchange(m_places, {});
        for (qsizetype i = 0; i < places.size(); ++i) {
            if (auto taken = take(places.at(i), done->at(looks.size() + i)); !taken)
                return taken;
        }
        return {};
    }

    Result<void> take(const Place &place, const Outcome &listed)
    {
        const bool isThere =
            place.path.isEmpty() || m_trees.at(place.tree).entries.value(place.path).isFolder();
        if (!listed.ok() && isThere) {
            return listed.status == Outcome::Status::Denied
                       ? unreadable(folder(place))
                       : outcomeError(Operation::list(folder(place)), listed);
        }
        for (const FolderEntry &entry : listed.entries) {
            if (place.path.isEmpty() && entry.name.startsWith(QLatin1String(ControlFolder::prefix)))
                continue;
            const QString path = childOf(place.path, entry.name);
            m_trees[place.tree].entries.insert(path, entry.info);
            if (entry.info.isFolder())
                add({place.tree, path});
        }
        return {};
    }

    QString folder(const Place &place) const
    {
        const QString &root = m_roots.at(place.tree);
        return place.path.isEmpty() ? root : ControlFolder::join(root, place.path);
    }

    RemoteFiles &m_files;
    const QStringList &m_roots;
    const JobContext &m_context;
    QList<ReleaseTree> m_trees;
    QList<Place> m_places; ///< to be listed next
    QSet<QString> m_asked;
};

} // namespace

QStringList ReleaseTree::folders() const
{
    QStringList found;
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
        if (entry->isFolder())
            found.append(entry.key());
    }
    return found; // a map sorts a folder before what it holds
}

Result<QList<ReleaseTree>> listReleases(RemoteFiles &files, const QStringList &roots,
                                        const QStringList &known, const JobContext &context)
{
    return Walk(files, roots, context).run(known);
}

} // namespace kakehashi::publish::switching
