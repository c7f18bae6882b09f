#pragma once

#include <cmark-gfm.h>

#include <cstddef>

namespace kakehashi::render {

/// Memory for cmark that is given out piece after piece and taken back all at once: a page makes
/// some thousand nodes and drops them together. Each thread has its own.
cmark_mem *arenaMemory();

/// While it lives, what was taken from this thread's arena stays; then it is taken back. Scopes
/// nest.
class ArenaScope
{
public:
    ArenaScope();
    ~ArenaScope();
    ArenaScope(ArenaScope &&other) noexcept;
    ArenaScope &operator=(ArenaScope &&) = delete;

private:
    bool m_active = true;
    std::size_t m_chunk = 0;
    std::size_t m_used = 0;
};

} // namespace kakehashi::render
