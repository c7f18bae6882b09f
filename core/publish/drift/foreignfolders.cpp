#include "publish/drift/foreignfolders.h"

#include <algorithm>

namespace kakehashi::publish {
namespace {

// A site that stood there before may have left a hundred thousand pictures: enough is seen then.
constexpr int mostEntries = 200'000;

struct Place
{
    QString path;  ///< relative to the docroot
    qsizetype top; ///< the folder of the list that it lies in
};

struct Contents
{
    FileInfo sum;
    bool hasFiles = false;
};

void take(const FolderEntry &entry, Contents &contents)
{
    contents.sum.time = std::max(contents.sum.time, entry.info.time);
    if (entry.info.isFolder())
        return;
    contents.sum.size += entry.info.size;
    contents.hasFiles = true;
}

} // namespace

Result<QList<Drift>> foreignFolders(RemoteFiles &files, const ControlFolder &control,
                                    const QStringList &folders, const JobContext &context)
{
    QList<Contents> found(folders.size());
    QList<Place> places;
    for (qsizetype i = 0; i < folders.size(); ++i)
        places.append({folders.at(i), i});
    for (int seen = 0; !places.isEmpty() && seen < mostEntries;) {
        Batch lists;
        for (const Place &place : std::as_const(places))
            lists.append(Operation::list(control.published(place.path)));
        const auto listed = files.run(lists, context);
        if (!listed)
            return passOn(listed);
        QList<Place> below;
        for (qsizetype i = 0; i < places.size(); ++i) {
            const Place &place = places.at(i);
            for (const FolderEntry &entry : listed->at(i).entries) {
                ++seen;
                take(entry, found[place.top]);
                if (entry.info.isFolder())
                    below.append({place.path + u'/' + entry.name, place.top});
            }
        }
        places = below;
    }
    QList<Drift> drifts;
    for (qsizetype i = 0; i < folders.size(); ++i) {
        FileInfo sum = found.at(i).sum;
        sum.kind = FileInfo::Kind::Folder;
        if (found.at(i).hasFiles)
            drifts.append({Drift::Kind::Unknown, folders.at(i) + u'/', {}, sum, {}, {}});
    }
    return drifts;
}

} // namespace kakehashi::publish
