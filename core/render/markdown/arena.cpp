#include "render/markdown/arena.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <memory>
#include <utility>
#include <vector>

namespace kakehashi::render {
namespace {

constexpr std::size_t chunkSize = 256 * 1024;
constexpr std::size_t alignment = alignof(std::max_align_t);

struct Chunk
{
    std::unique_ptr<unsigned char[]> bytes;
    std::size_t size = 0;
};

/// The pieces are headed by their size, which realloc needs.
class Arena
{
public:
    void *take(std::size_t size)
    {
        const std::size_t whole = header + (size + alignment - 1) / alignment * alignment;
        if (m_chunks.empty() || m_used + whole > m_chunks[m_chunk].size)
            nextChunk(whole);
        unsigned char *piece = m_chunks[m_chunk].bytes.get() + m_used;
        m_used += whole;
        std::memcpy(piece, &size, sizeof size);
        return piece + header;
    }

    static std::size_t sizeOf(const void *piece)
    {
        std::size_t size = 0;
        std::memcpy(&size, static_cast<const unsigned char *>(piece) - header, sizeof size);
        return size;
    }

    std::size_t chunk() const { return m_chunk; }
    std::size_t used() const { return m_used; }

    void rewind(std::size_t chunk, std::size_t used)
    {
        m_chunk = chunk;
        m_used = used;
        // One page of a megabyte must not keep its memory for the rest of the run.
        if (m_chunks.size() > chunk + mostSpare)
            m_chunks.resize(chunk + mostSpare);
    }

private:
    static constexpr std::size_t header = alignment;
    static constexpr std::size_t mostSpare = 8;

    void nextChunk(std::size_t least)
    {
        if (!m_chunks.empty())
            ++m_chunk;
        if (m_chunk < m_chunks.size() && m_chunks[m_chunk].size < least)
            m_chunks.resize(m_chunk);
        if (m_chunk >= m_chunks.size()) {
            const std::size_t size = std::max(chunkSize, least);
            m_chunks.push_back({std::unique_ptr<unsigned char[]>(new unsigned char[size]), size});
        }
        m_used = 0;
    }

    std::vector<Chunk> m_chunks;
    std::size_t m_chunk = 0;
    std::size_t m_used = 0;
};

Arena &arena()
{
    thread_local Arena own;
    return own;
}

void *takeZeroed(size_t count, size_t size)
{
    void *piece = arena().take(count * size);
    std::memset(piece, 0, count * size);
    return piece;
}

void *resize(void *old, size_t size)
{
    if (!old)
        return arena().take(size);
    const std::size_t before = Arena::sizeOf(old);
    if (size <= before)
        return old;
    void *piece = arena().take(size);
    std::memcpy(piece, old, before);
    return piece;
}

void leave(void *) {}

} // namespace

cmark_mem *arenaMemory()
{
    static cmark_mem memory{takeZeroed, resize, leave};
    return &memory;
}

ArenaScope::ArenaScope() : m_chunk(arena().chunk()), m_used(arena().used()) {}

ArenaScope::ArenaScope(ArenaScope &&other) noexcept
    : m_active(std::exchange(other.m_active, false)), m_chunk(other.m_chunk), m_used(other.m_used)
{}

ArenaScope::~ArenaScope()
{
    if (m_active)
        arena().rewind(m_chunk, m_used);
}

} // namespace kakehashi::render
