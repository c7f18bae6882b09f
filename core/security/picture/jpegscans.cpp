#include "security/picture/jpegscans.h"

#include <algorithm>

namespace kakehashi::security {
namespace {

unsigned byteAt(QByteArrayView bytes, qsizetype at)
{
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
}

int number16(QByteArrayView bytes, qsizetype at)
{
    return static_cast<int>(byteAt(bytes, at) << 8U | byteAt(bytes, at + 1));
}

int shareOf(int whole, int part)
{
    return (whole + part - 1) / part;
}

/// What a camera makes; more is not counted.
constexpr qint64 mostBlocks = 8'000'000;

} // namespace

/// The coded bits between two restart markers. Behind the end come zeros, which are counted.
class JpegScans::Bits
{
public:
    explicit Bits(QByteArrayView data) : m_data(data) {}

    int peek(int count)
    {
        while (m_held < count)
            fill();
        return static_cast<int>(m_buffer >> (m_held - count) & ((1U << count) - 1U));
    }
    void skip(int count)
    {
        while (m_held < count)
            fill();
        m_held -= count;
    }
    int take(int count)
    {
        if (count == 0)
            return 0;
        const int bits = peek(count);
        m_held -= count;
        return bits;
    }

    /// More was taken than there is.
    bool isSpent() const { return m_added > m_held; }

    /// Goes on behind the next restart marker.
    void restart()
    {
        m_held = m_added = 0;
        while (m_at + 1 < m_data.size()) {
            if (byteAt(m_data, m_at) == 0xFF && byteAt(m_data, m_at + 1) >= 0xD0 &&
                byteAt(m_data, m_at + 1) <= 0xD7) {
                m_at += 2;
                return;
            }
            ++m_at;
        }
        m_at = m_data.size();
    }

private:
    void fill()
    {
        unsigned next = 0;
        if (m_at >= m_data.size() || isMarker()) {
            m_added += 8;
        } else {
            next = byteAt(m_data, m_at);
            m_at += next == 0xFF ? 2 : 1; // 0xFF is followed by 0
        }
        m_buffer = m_buffer << 8U | next;
        m_held += 8;
    }

    bool isMarker() const { return byteAt(m_data, m_at) == 0xFF && byteAt(m_data, m_at + 1) != 0; }

    QByteArrayView m_data;
    qsizetype m_at = 0;
    uint64_t m_buffer = 0;
    int m_held = 0;
    int m_added = 0;
};

void JpegScans::frame(unsigned marker, QByteArrayView segment)
{
    const int height = number16(segment, 5);
    const int width = number16(segment, 7);
    const auto count = static_cast<int>(byteAt(segment, 9));
    // Sequential and progressive Huffman coding; a height of 0 is told later.
    m_isBelieved = marker < 0xC0 || marker > 0xC2 || !m_components.empty() || height == 0 ||
                   width == 0 || count == 0 || count > 4 || segment.size() < 10 + 3 * count ||
                   byteAt(segment, 4) != 8;
    if (m_isBelieved)
        return;
    m_isProgressive = marker == 0xC2;
    int mostAcross = 1;
    int mostDown = 1;
    for (int at = 0; at < count; ++at) {
        Component component;
        component.id = byteAt(segment, 10 + 3 * at);
        component.across = static_cast<int>(byteAt(segment, 11 + 3 * at) >> 4U);
        component.down = static_cast<int>(byteAt(segment, 11 + 3 * at) & 15U);
        component.precision.fill(-1);
        m_isBelieved = m_isBelieved || component.across < 1 || component.across > 4 ||
                       component.down < 1 || component.down > 4;
        mostAcross = std::max(mostAcross, component.across);
        mostDown = std::max(mostDown, component.down);
        m_components.push_back(std::move(component));
    }
    constexpr int side = 8;
    m_unitsAcross = shareOf(width, side * mostAcross);
    m_unitsDown = shareOf(height, side * mostDown);
    for (Component &component : m_components) {
        component.blocksAcross = shareOf(shareOf(width * component.across, mostAcross), side);
        component.blocksDown = shareOf(shareOf(height * component.down, mostDown), side);
        component.rowBlocks = m_unitsAcross * component.across;
        const qint64 blocks = qint64(component.rowBlocks) * m_unitsDown * component.down;
        m_isBelieved = m_isBelieved || blocks > mostBlocks;
        if (m_isProgressive && !m_isBelieved)
            component.known.resize(static_cast<size_t>(blocks));
    }
}

void JpegScans::huffmanTables(QByteArrayView segment)
{
    constexpr qsizetype lengths = 16;
    for (qsizetype at = 4; at + 1 + lengths <= segment.size();) {
        const unsigned which = byteAt(segment, at);
        Table table;
        int code = 0;
        int values = 0;
        for (int length = 1; length <= lengths; ++length) {
            const auto size = static_cast<size_t>(length);
            table.count[size] = static_cast<int>(byteAt(segment, at + length));
            table.firstCode[size] = code;
            table.firstValue[size] = values;
            values += table.count[size];
            code = (code + table.count[size]) * 2;
        }
        at += 1 + lengths;
        if (values > 256 || at + values > segment.size() || (which & 15U) > 3 || which >> 4U > 1)
            return;
        for (int each = 0; each < values; ++each)
            table.values[static_cast<size_t>(each)] =
                static_cast<uint8_t>(byteAt(segment, at + each));
        at += values;
        for (unsigned bits = 0; bits < 256; ++bits) {
            for (unsigned length = 1; length <= 8; ++length) {
                const int place = static_cast<int>(bits >> (8 - length)) - table.firstCode[length];
                if (place < 0 || place >= table.count[length])
                    continue;
                const auto value = static_cast<size_t>(table.firstValue[length] + place);
                table.quick[bits] = static_cast<uint16_t>(length << 8U | table.values[value]);
                break;
            }
        }
        table.isSet = true;
        (which >> 4U == 0 ? m_dc : m_ac)[which & 3U] = table;
    }
}

void JpegScans::restartInterval(QByteArrayView segment)
{
    m_interval = number16(segment, 4);
}

void JpegScans::scan(QByteArrayView segment, QByteArrayView data)
{
    std::vector<Part> parts;
    Band band;
    if (m_isBelieved || m_isCut || !readParts(segment, parts, band))
        return;
    Bits bits(data);
    m_run = 0;
    m_isCut = !readUnits(parts, band, bits);
    for (const Part &part : parts)
        for (int at = band.first; at <= band.last; ++at)
            part.component->precision[static_cast<size_t>(at)] = band.bit;
}

bool JpegScans::isWhole() const
{
    if (m_isBelieved)
        return true;
    return !m_isCut && !m_components.empty() &&
           std::all_of(m_components.begin(), m_components.end(), [](const auto &each) {
               const bool isRefined = std::none_of(each.precision.begin(), each.precision.end(),
                                                   [](int bit) { return bit > 0; });
               return each.precision[0] == 0 && isRefined;
           });
}

bool JpegScans::readParts(QByteArrayView segment, std::vector<Part> &parts, Band &band)
{
    const auto count = static_cast<int>(byteAt(segment, 4));
    if (count < 1 || count > 4 || segment.size() < 8 + 2 * count)
        return false;
    for (int at = 0; at < count; ++at) {
        const unsigned id = byteAt(segment, 5 + 2 * at);
        const unsigned tables = byteAt(segment, 6 + 2 * at);
        const auto found = std::find_if(m_components.begin(), m_components.end(),
                                        [id](const Component &each) { return each.id == id; });
        if (found == m_components.end())
            return false;
        parts.push_back({&*found, &m_dc[tables >> 4U & 3U], &m_ac[tables & 3U]});
    }
    const qsizetype rest = 5 + 2 * count;
    if (!m_isProgressive)
        return true;
    band = {static_cast<int>(byteAt(segment, rest)), static_cast<int>(byteAt(segment, rest + 1)),
            static_cast<int>(byteAt(segment, rest + 2) >> 4U),
            static_cast<int>(byteAt(segment, rest + 2) & 15U)};
    return band.first <= band.last && band.last < 64 && (band.first == 0 || count == 1);
}

/// A scan of one component goes through its blocks, one of several through units of all of them.
bool JpegScans::readUnits(const std::vector<Part> &parts, const Band &band, Bits &bits)
{
    const Component &only = *parts.front().component;
    const bool isAlone = parts.size() == 1;
    const int across = isAlone ? only.blocksAcross : m_unitsAcross;
    const int down = isAlone ? only.blocksDown : m_unitsDown;
    const qsizetype units = qsizetype(across) * down;
    const auto block = [&](const Component &component, qsizetype unit, int row, int column) {
        const qsizetype y = unit / across * (isAlone ? 1 : component.down) + row;
        const qsizetype x = unit % across * (isAlone ? 1 : component.across) + column;
        return y * component.rowBlocks + x;
    };
    for (qsizetype unit = 0; unit < units; ++unit) {
        if (m_interval > 0 && unit > 0 && unit % m_interval == 0) {
            bits.restart();
            m_run = 0;
        }
        for (const Part &part : parts) {
            const Component &component = *part.component;
            for (int row = 0; row < (isAlone ? 1 : component.down); ++row)
                for (int column = 0; column < (isAlone ? 1 : component.across); ++column)
                    if (!readBlock(part, band, block(component, unit, row, column), bits))
                        return false;
        }
        // Some programs are sparing with the last bits.
        if (bits.isSpent() && unit + 1 < units)
            return false;
    }
    return true;
}

bool JpegScans::readBlock(const Part &part, const Band &band, qsizetype block, Bits &bits)
{
    if (!m_isProgressive)
        return readSequential(part, bits);
    if (band.first > 0)
        return band.before == 0 ? readFirst(part, band, block, bits)
                                : readRefining(part, band, block, bits);
    if (band.before > 0) {
        bits.skip(1);
        return true;
    }
    const int size = symbol(*part.dc, bits);
    if (size < 0 || size > 16)
        return false;
    bits.skip(size);
    return true;
}

bool JpegScans::readSequential(const Part &part, Bits &bits)
{
    const int size = symbol(*part.dc, bits);
    if (size < 0 || size > 16)
        return false;
    bits.skip(size);
    for (int at = 1; at < 64; ++at) {
        const int both = symbol(*part.ac, bits);
        if (both < 0)
            return false;
        const int zeros = both >> 4;
        const int length = both & 15;
        if (length == 0 && zeros < 15)
            return true;
        at += zeros;
        bits.skip(length);
    }
    return true;
}

bool JpegScans::readFirst(const Part &part, const Band &band, qsizetype block, Bits &bits)
{
    if (m_run > 0) {
        --m_run;
        return true;
    }
    uint64_t &known = part.component->known[static_cast<size_t>(block)];
    for (int at = band.first; at <= band.last; ++at) {
        const int both = symbol(*part.ac, bits);
        if (both < 0)
            return false;
        const int zeros = both >> 4;
        const int length = both & 15;
        if (length == 0 && zeros < 15) {
            m_run = (1 << zeros) - 1 + bits.take(zeros);
            return true;
        }
        at += zeros;
        if (length == 0)
            continue;
        bits.skip(length);
        if (at <= band.last)
            known |= uint64_t(1) << static_cast<unsigned>(at);
    }
    return true;
}

/// Annex G.1.2.3: a bit for each coefficient that is known, and the new ones between them.
bool JpegScans::readRefining(const Part &part, const Band &band, qsizetype block, Bits &bits)
{
    uint64_t &known = part.component->known[static_cast<size_t>(block)];
    const auto isKnown = [&known](int at) {
        return (known >> static_cast<unsigned>(at) & 1U) != 0;
    };
    int at = band.first;
    while (m_run == 0 && at <= band.last) {
        const int both = symbol(*part.ac, bits);
        if (both < 0)
            return false;
        int zeros = both >> 4;
        const bool isNew = (both & 15) != 0;
        if (!isNew && zeros < 15) {
            m_run = (1 << zeros) + bits.take(zeros);
            break;
        }
        bits.skip(isNew ? 1 : 0);
        for (; at <= band.last; ++at) {
            if (isKnown(at))
                bits.skip(1);
            else if (--zeros < 0)
                break;
        }
        if (isNew && at <= band.last)
            known |= uint64_t(1) << static_cast<unsigned>(at);
        ++at;
    }
    if (m_run == 0)
        return true;
    for (; at <= band.last; ++at)
        bits.skip(isKnown(at) ? 1 : 0);
    --m_run;
    return true;
}

/// -1 when the bits are none of the table's codes.
int JpegScans::symbol(const Table &table, Bits &bits)
{
    if (!table.isSet)
        return -1;
    if (const unsigned quick = table.quick[static_cast<size_t>(bits.peek(8))]; quick > 0) {
        bits.skip(static_cast<int>(quick >> 8U));
        return static_cast<int>(quick & 255U);
    }
    for (int length = 9; length <= 16; ++length) {
        const auto size = static_cast<size_t>(length);
        const int place = bits.peek(length) - table.firstCode[size];
        if (place < 0 || place >= table.count[size])
            continue;
        bits.skip(length);
        return table.values[static_cast<size_t>(table.firstValue[size] + place)];
    }
    return -1;
}

} // namespace kakehashi::security
