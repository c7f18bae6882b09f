#include "publish/planning/clearing.h"

#include "publish/planning/planreason.h"

namespace kakehashi::publish::clearing {
namespace {

struct Wish
{
    bool takes = false;
    bool keeps = false;
};

PlanItem putAside(PlanInput &input, const QString &inTheWay)
{
    PlanItem item;
    item.action = PlanItem::Action::Remove;
    item.path = inTheWay;
    item.found = input.found.value(inTheWay);
    item.reason = reason::clearsTheWay();
    const QString below = inTheWay + u'/';
    for (auto found = input.found.begin(); found != input.found.end(); ++found) {
        if (found.key() == inTheWay || found.key().startsWith(below))
            *found = {};
    }
    for (const render::OutputFile &file : input.tree.files) {
        if (!file.path.startsWith(below))
            continue;
        input.found.insert(file.path, {}); // also what nobody asked to look at
        for (const QString &folder : foldersAbove(file.path)) {
            if (folder.startsWith(below))
                input.found.insert(folder, {});
        }
    }
    return item;
}

} // namespace

QString obstacle(const PlanInput &input, const QString &path)
{
    for (const QString &folder : foldersAbove(path)) {
        const FileInfo found = input.found.value(folder);
        if (!found.isMissing() && !found.isFolder())
            return folder;
    }
    return {};
}

Resolution chosenFor(const PlanInput &input, const QString &path)
{
    const auto kept = input.options.kept.constFind(path);
    const bool isKept =
        kept != input.options.kept.cend() && kept->looksLike(input.found.value(path));
    return input.options.byPath.value(path,
                                      isKept ? Resolution::KeepTheirs : input.options.conflicts);
}

bool canTake(const PlanInput &input, const FileInfo &found)
{
    return !found.isMissing() && (!found.isFolder() || input.options.clearsTheWay);
}

QList<PlanItem> clearTheWay(PlanInput &input)
{
    if (!input.options.clearsTheWay)
        return {};
    QMap<QString, Wish> wishes;
    for (const render::OutputFile &file : input.tree.files) {
        const QString inTheWay = obstacle(input, file.path);
        if (inTheWay.isEmpty() || input.base.files.contains(inTheWay))
            continue;
        const Resolution chosen = chosenFor(input, file.path);
        Wish &wish = wishes[inTheWay];
        wish.takes = wish.takes || chosen == Resolution::TakeOurs;
        wish.keeps = wish.keeps || chosen == Resolution::KeepTheirs;
    }
    QList<PlanItem> items;
    for (auto wish = wishes.cbegin(); wish != wishes.cend(); ++wish) {
        if (wish->takes && !wish->keeps)
            items.append(putAside(input, wish.key()));
    }
    return items;
}

} // namespace kakehashi::publish::clearing
