#include "check/html/arena.h"

namespace kakehashi::check {

void *Arena::allocate(size_t size)
{
    constexpr size_t alignment = alignof(std::max_align_t);
    const size_t wanted = (size + alignment - 1) / alignment * alignment;
    if (wanted > chunkSize / 4) {
        // Large pieces get a chunk of their own, so that the rest of the present one is not lost.
        m_chunks.emplace_back(new std::byte[wanted]);
        return m_chunks.back().get();
    }
    if (wanted > m_left) {
        m_chunks.emplace_back(new std::byte[chunkSize]);
        m_next = m_chunks.back().get();
        m_left = chunkSize;
    }
    void *piece = m_next;
    m_next += wanted;
    m_left -= wanted;
    return piece;
}

} // namespace kakehashi::check
