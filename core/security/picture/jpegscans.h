#pragma once

#include <QByteArrayView>

#include <array>
#include <cstdint>
#include <vector>

namespace kakehashi::security {

/// Counts what the scans of a JPEG file hold, without making a picture of it: a file that was cut
/// and got a new end marker is shown grey from there on. Reads Huffman coding, sequential and
/// progressive (ITU-T T.81, annexes F and G); files coded otherwise are believed.
class JpegScans
{
public:
    /// Each takes a segment from its marker on.
    void frame(unsigned marker, QByteArrayView segment);
    void huffmanTables(QByteArrayView segment);
    void restartInterval(QByteArrayView segment);
    /// `data` is what is coded behind the segment, with restart markers, up to the next marker.
    void scan(QByteArrayView segment, QByteArrayView data);

    /// Whether every part of the picture was there, to its last bit plane.
    bool isWhole() const;

private:
    struct Table
    {
        std::array<int, 18> firstCode{};  ///< by length of the code
        std::array<int, 17> firstValue{}; ///< its place among the values
        std::array<int, 17> count{};
        std::array<uint8_t, 256> values{};
        std::array<uint16_t, 256> quick{}; ///< by the next eight bits: length and value
        bool isSet = false;
    };
    struct Component
    {
        unsigned id = 0;
        int across = 1; ///< blocks of one unit
        int down = 1;
        int blocksAcross = 0; ///< of the component alone
        int blocksDown = 0;
        int rowBlocks = 0;               ///< with those that only fill up the last unit
        std::array<int, 64> precision{}; ///< lowest bit that was there, -1: none yet
        std::vector<uint64_t> known;     ///< coefficients that are not 0, for refining scans
    };
    struct Part
    {
        Component *component = nullptr;
        const Table *dc = nullptr;
        const Table *ac = nullptr;
    };
    struct Band
    {
        int first = 0;
        int last = 63;
        int before = 0; ///< bit that was known
        int bit = 0;
    };
    class Bits;

    bool readParts(QByteArrayView segment, std::vector<Part> &parts, Band &band);
    bool readUnits(const std::vector<Part> &parts, const Band &band, Bits &bits);
    bool readBlock(const Part &part, const Band &band, qsizetype block, Bits &bits);
    bool readSequential(const Part &part, Bits &bits);
    bool readFirst(const Part &part, const Band &band, qsizetype block, Bits &bits);
    bool readRefining(const Part &part, const Band &band, qsizetype block, Bits &bits);
    static int symbol(const Table &table, Bits &bits);

    std::vector<Component> m_components;
    std::array<Table, 4> m_dc;
    std::array<Table, 4> m_ac;
    int m_unitsAcross = 0;
    int m_unitsDown = 0;
    int m_interval = 0;
    int m_run = 0; ///< blocks of the present band that hold nothing more
    bool m_isProgressive = false;
    bool m_isBelieved = false; ///< coded in a way that is not read here
    bool m_isCut = false;
};

} // namespace kakehashi::security
