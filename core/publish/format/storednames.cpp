#include "publish/format/storednames.h"

#include <array>

namespace kakehashi::publish {
namespace {

template <size_t Count>
using Names = std::array<const char *, Count>;

constexpr Names<4> groupNames{"asset", "page", "listing", "home"};
constexpr Names<5> stepNames{"add", "replace", "remove", "make-folder", "remove-folder"};
constexpr Names<5> fileNames{"missing", "file", "folder", "link", "other"};
constexpr Names<7> originNames{"page", "list", "media", "banner", "series", "theme", "site"};
constexpr Names<6> actionNames{"add", "replace", "remove", "adopt", "conflict", "foreign"};

template <typename Enum, size_t Count>
QString nameOf(const Names<Count> &names, Enum value)
{
    return QLatin1String(names.at(static_cast<size_t>(value)));
}

template <typename Enum, size_t Count>
Enum valueOf(const Names<Count> &names, const QString &text)
{
    for (size_t i = 0; i < Count; ++i) {
        if (text == QLatin1String(names.at(i)))
            return static_cast<Enum>(i);
    }
    return static_cast<Enum>(0);
}

} // namespace

QString storedName(render::CommitGroup group)
{
    return nameOf(groupNames, group);
}

render::CommitGroup groupFromStored(const QString &text)
{
    return valueOf<render::CommitGroup>(groupNames, text);
}

QString storedName(JournalStep::Kind kind)
{
    return nameOf(stepNames, kind);
}

JournalStep::Kind stepFromStored(const QString &text)
{
    return valueOf<JournalStep::Kind>(stepNames, text);
}

QString storedName(FileInfo::Kind kind)
{
    return nameOf(fileNames, kind);
}

FileInfo::Kind fileKindFromStored(const QString &text)
{
    return valueOf<FileInfo::Kind>(fileNames, text);
}

QString storedName(render::Origin::Kind kind)
{
    return nameOf(originNames, kind);
}

QString toStored(PlanItem::Action action)
{
    return nameOf(actionNames, action);
}

} // namespace kakehashi::publish
