#include "security/picture/pieces.h"

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
    while (at < pieces.size()) {
        const unsigned block = pieces.byte(at);
        const unsigned label = pieces.byte(at + 1);
        if (block == trailer) {
            pieces.keep(at, 1);
            picture.complete = true;
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
        at = end;
    }
}

} // namespace kakehashi::security
