#pragma once

#include "content/site/site.h"

#include <QHash>
#include <QList>

namespace kakehashi::render {

/// Which files of an asset pages refer to. Only what is referred to is published: a picture of a
/// page that is not open yet must not be found on the server.
enum class MediaUse { Variants = 1, Original = 2 };

/// Collected while pages are rendered, then published once.
class MediaUses
{
public:
    void add(const Ulid &asset, MediaUse use) { m_uses[asset] |= static_cast<int>(use); }
    void add(const MediaUses &others)
    {
        for (auto each = others.m_uses.begin(); each != others.m_uses.end(); ++each)
            m_uses[each.key()] |= each.value();
    }
    bool has(const Ulid &asset, MediaUse use) const
    {
        return (m_uses.value(asset) & static_cast<int>(use)) != 0;
    }
    QList<Ulid> assets() const { return m_uses.keys(); }

private:
    QHash<Ulid, int> m_uses;
};

} // namespace kakehashi::render
