#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace kakehashi::check {

/// Memory for one parse tree: handed out piece by piece, given back all at once. A tree has tens of
/// thousands of small pieces, so this halves the time of a parse, and no recursion frees them.
class Arena
{
public:
    void *allocate(size_t size);

private:
    static constexpr size_t chunkSize = 128 * 1024;

    std::vector<std::unique_ptr<std::byte[]>> m_chunks;
    std::byte *m_next = nullptr;
    size_t m_left = 0;
};

} // namespace kakehashi::check
