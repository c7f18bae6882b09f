#include "security/picture/pieces.h"

#include <array>

namespace kakehashi::security {
namespace {

// Blocks of the GIF89a specification.
constexpr unsigned extension = 0x21;
constexpr unsigned image = 0x2C;
constexpr unsigned trailer = 0x3B;
constexpr unsigned comment = 0xFE;
constexpr unsigned application = 0xFF;

/// The size of a colour table whose packed byte stands at `at`.
qsizetype tableSize(const Pieces &pieces, qsizetype at)
{
    const unsigned packed = pieces.byte(at);
    return (packed & 0x80U) != 0 ? qsizetype(3) << ((packed & 7U) + 1) : 0;
}

/// Behind the row of blocks, each of which says its length; -1: it breaks off.
qsizetype behindBlocks(const Pieces &pieces, qsizetype at)
{
    while (at < pieces.size()) {
        const auto size = static_cast<qsizetype>(pieces.byte(at));
        at += 1 + size;
        if (size == 0)
            return at;
    }
    return -1;
}

/// Counts the pixels of a picture, whose code begins at `at` with the size of its first codes: each
/// code stands for the row of the one before and one more (LZW, GIF89a appendix F).
class PixelCount
{
public:
    PixelCount(const Pieces &pieces, qsizetype at)
        : m_pieces(pieces), m_at(at + 1), m_first(static_cast<int>(pieces.byte(at)))
    {}

    qint64 count()
    {
        if (m_first < 1 || m_first > 11)
            return 0;
        const int clear = 1 << m_first;
        std::array<quint32, 4096> rows{};
        std::fill_n(rows.begin(), clear, 1U);
        qint64 pixels = 0;
        int next = clear + 2;
        int length = m_first + 1;
        int before = -1;
        for (int code = take(length); code >= 0 && code != clear + 1; code = take(length)) {
            if (code == clear) {
                next = clear + 2;
                length = m_first + 1;
                before = -1;
                continue;
            }
            if (before >= 0 && next < 4096)
                rows[static_cast<size_t>(next++)] = rows[static_cast<size_t>(before)] + 1;
            if (code >= next)
                break;
            pixels += rows[static_cast<size_t>(code)];
            before = code;
            if (next == 1 << length && length < 12)
                ++length;
        }
        return pixels;
    }

private:
    /// The next code, or -1 behind the last.
    int take(int length)
    {
        while (m_held < length) {
            if (m_left == 0) {
                m_left = m_at < m_pieces.size() ? static_cast<int>(m_pieces.byte(m_at++)) : 0;
                if (m_left == 0)
                    return -1;
            }
            if (m_at >= m_pieces.size())
                return -1;
            m_buffer |= m_pieces.byte(m_at++) << m_held;
            m_held += 8;
            --m_left;
        }
        const int code = static_cast<int>(m_buffer & ((1U << length) - 1U));
        m_buffer >>= length;
        m_held -= length;
        return code;
    }

    const Pieces &m_pieces;
    qsizetype m_at;
    int m_first;
    int m_left = 0; ///< bytes of the present block
    unsigned m_buffer = 0;
    int m_held = 0;
};

/// How often it is played, and its colour profile.
bool isShown(const Pieces &pieces, qsizetype at)
{
    return pieces.holds(at + 3, "NETSCAPE2.0") || pieces.holds(at + 3, "ANIMEXTS1.0") ||
           pieces.holds(at + 3, "ICCRGBG1012");
}

} // namespace

void readGif(Pieces &pieces, PictureFile &picture)
{
    constexpr qsizetype header = 13;
    qsizetype at = header + tableSize(pieces, 10);
    pieces.keep(0, at);
    int pictures = 0;
    bool isWhole = true;
    while (at < pieces.size()) {
        const unsigned block = pieces.byte(at);
        const unsigned label = pieces.byte(at + 1);
        if (block == trailer) {
            pieces.keep(at, 1);
            picture.complete = isWhole && pictures > 0;
            return;
        }
        if (block != extension && block != image)
            return;
        const qsizetype data = block == image ? at + 11 + tableSize(pieces, at + 9) : at + 2;
        const qsizetype behind = behindBlocks(pieces, data);
        const qsizetype end = behind < 0 ? pieces.size() : behind;
        const bool told = block == extension &&
                          (label == comment || (label == application && !isShown(pieces, at)));
        if (told && label == application && pieces.holds(at + 3, "XMP Data"))
            noteXmp(pieces.part(at, end - at), picture);
        if (!told)
            pieces.keep(at, end - at);
        if (behind < 0)
            return;
        picture.animated = picture.animated || (block == image && ++pictures > 1);
        if (block == image) {
            const auto pixels = [&](qsizetype side) {
                return qint64(pieces.byte(at + side) | pieces.byte(at + side + 1) << 8U);
            };
            isWhole = isWhole && PixelCount(pieces, data - 1).count() >= pixels(5) * pixels(7);
        }
        at = end;
    }
}

} // namespace kakehashi::security
