#include "base/encoding.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace kakehashi {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Encoding)
};

constexpr char escape = '\x1b';

std::optional<QString> strictly(QStringDecoder &&decoder, const QByteArray &bytes)
{
    if (!decoder.isValid())
        return {};
    QString text = decoder.decode(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(std::move(text));
}

/// Nothing when the bytes are not in this encoding throughout. Valid text may hold U+FFFD.
std::optional<QString> unicode(QStringConverter::Encoding encoding, const QByteArray &bytes)
{
    return strictly(QStringDecoder(encoding, QStringConverter::Flag::Stateless), bytes);
}

/// Microsoft's Shift_JIS with the signs of NEC and IBM. It has no U+FFFD: one means an error.
std::optional<QString> cp932(const QByteArray &bytes)
{
    if (bytes.contains('\0'))
        return {};
    std::optional<QString> text =
        strictly(QStringDecoder("Shift_JIS", QStringConverter::Flag::Stateless), bytes);
    if (text && text->contains(QChar::ReplacementCharacter))
        return {};
    return text;
}

bool isCell(unsigned char c)
{
    return c >= 0x21 && c <= 0x7E;
}

/// A character of JIS X 0208 in Shift_JIS, so that the signs of NEC's row 13 are known as well.
void appendShifted(QByteArray &out, unsigned char row, unsigned char cell)
{
    unsigned first = (row - 0x21U) / 2 + 0x81U;
    first += first > 0x9FU ? 0x40U : 0U;
    const bool isOdd = row % 2 == 1;
    const unsigned second = isOdd ? cell + (cell >= 0x60 ? 0x20U : 0x1FU) : cell + 0x7EU;
    out += static_cast<char>(first);
    out += static_cast<char>(second);
}

/// A character of JIS X 0212, which CP932 lacks.
std::optional<QString> supplementary(unsigned char row, unsigned char cell)
{
    const char bytes[] = {'\x8f', static_cast<char>(row | 0x80U), static_cast<char>(cell | 0x80U)};
    std::optional<QString> text = strictly(QStringDecoder("EUC-JP"), QByteArray(bytes, 3));
    const bool isOne = text && !text->isEmpty() && !text->contains(QChar::ReplacementCharacter);
    return isOne ? text : std::nullopt;
}

/// Text out of characters of several sets, whatever escapes or bytes announce them.
class Pieces
{
public:
    void addByte(char byte) { m_shifted += byte; }
    void addKana(unsigned char byte) { m_shifted += static_cast<char>(byte | 0x80U); }
    void addKanji(unsigned char row, unsigned char cell) { appendShifted(m_shifted, row, cell); }
    void addSupplementary(unsigned char row, unsigned char cell)
    {
        settle();
        const auto text = supplementary(row, cell);
        m_isGood = m_isGood && text;
        m_text += text.value_or(QString());
    }

    std::optional<QString> take()
    {
        settle();
        return m_isGood ? std::optional(std::move(m_text)) : std::nullopt;
    }

private:
    void settle()
    {
        const auto text = cp932(std::exchange(m_shifted, {}));
        m_isGood = m_isGood && text;
        m_text += text.value_or(QString());
    }

    QByteArray m_shifted;
    QString m_text;
    bool m_isGood = true;
};

unsigned char byteAt(const QByteArray &bytes, qsizetype at)
{
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at])
                             : static_cast<unsigned char>(0);
}

std::optional<QString> eucJp(const QByteArray &bytes)
{
    constexpr unsigned char low = 0x7F;
    Pieces pieces;
    const auto isHigh = [](unsigned char c) { return c >= 0xA1 && isCell(c & low); };
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        const unsigned char byte = byteAt(bytes, at);
        const unsigned char next = byteAt(bytes, at + 1);
        const unsigned char third = byteAt(bytes, at + 2);
        if (byte < 0x80) {
            pieces.addByte(bytes[at]);
        } else if (byte == 0x8E && next >= 0xA1 && next <= 0xDF) {
            pieces.addKana(next);
            at += 1;
        } else if (byte == 0x8F && isHigh(next) && isHigh(third)) {
            pieces.addSupplementary(next & low, third & low);
            at += 2;
        } else if (isHigh(byte) && isHigh(next)) {
            pieces.addKanji(byte & low, next & low);
            at += 1;
        } else {
            return {};
        }
    }
    return pieces.take();
}

/// What JIS X 0213 has where JIS X 0208 or the signs of NEC are; the rest of it we cannot read.
bool isInBoth(unsigned char row)
{
    const int number = row - 0x20;
    return number <= 8 || number == 13 || (number >= 16 && number <= 84);
}

/// Seven bits: escapes say which characters follow (RFC 1468, RFC 2237; JIS X 0213 annex 2).
class Iso2022Jp
{
public:
    explicit Iso2022Jp(const QByteArray &bytes) : m_bytes(bytes) {}

    std::optional<QString> read()
    {
        while (m_at < m_bytes.size()) {
            const unsigned char byte = byteAt(m_bytes, m_at);
            if (byte >= 0x80 || (m_bytes[m_at] == escape ? !takeEscape() : !takeCharacter(byte)))
                return {};
        }
        return m_pieces.take();
    }

private:
    enum class Set { Ascii, Kana, Kanji, Supplementary, Extended };

    struct Escape
    {
        const char *sign; ///< after ESC
        Set set;
    };

    bool takeEscape()
    {
        static constexpr std::array<Escape, 12> escapes{
            {{"$@", Set::Kanji},
             {"$B", Set::Kanji},
             {"$(@", Set::Kanji},
             {"$(B", Set::Kanji},
             {"$(D", Set::Supplementary},
             {"$(O", Set::Extended},
             {"$(Q", Set::Extended},
             {"(B", Set::Ascii},
             {"(J", Set::Ascii},
             {"(H", Set::Ascii},
             {"(I", Set::Kana},
             {"&@", Set::Ascii}}}; // the edition of 1990, before ESC $ B
        const QByteArrayView rest = QByteArrayView(m_bytes).sliced(m_at + 1);
        for (const Escape &each : escapes) {
            if (!rest.startsWith(each.sign))
                continue;
            m_set = each.set;
            m_at += 1 + qsizetype(qstrlen(each.sign));
            return true;
        }
        return false;
    }

    bool takeCharacter(unsigned char byte)
    {
        if (m_set == Set::Ascii || byte <= 0x20) {
            m_set = byte == '\n' ? Set::Ascii : m_set; // a line begins in ASCII
            m_pieces.addByte(m_bytes[m_at++]);
            return true;
        }
        if (m_set == Set::Kana) {
            m_pieces.addKana(byte);
            ++m_at;
            return true;
        }
        const unsigned char next = byteAt(m_bytes, m_at + 1);
        m_at += 2;
        if (!isCell(byte) || !isCell(next) || (m_set == Set::Extended && !isInBoth(byte)))
            return false;
        if (m_set == Set::Supplementary)
            m_pieces.addSupplementary(byte, next);
        else
            m_pieces.addKanji(byte, next);
        return true;
    }

    const QByteArray &m_bytes;
    Pieces m_pieces;
    Set m_set = Set::Ascii;
    qsizetype m_at = 0;
};

/// Whether the escapes of ISO 2022 stand in seven bits. As UTF-8 that would be a text, too, but one
/// that nobody can read.
bool isIso2022(const QByteArray &bytes)
{
    const bool hasEscape =
        bytes.contains("\x1b$") || bytes.contains("\x1b(") || bytes.contains("\x1b.");
    return hasEscape && std::none_of(bytes.cbegin(), bytes.cend(),
                                     [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

bool isHalfWidthKana(QChar c)
{
    return c.unicode() >= 0xFF61 && c.unicode() <= 0xFF9F;
}

bool isKana(QChar c)
{
    return c.unicode() >= 0x3001 && c.unicode() <= 0x30FF;
}

/// Bytes of EUC-JP are half-width kana and rare kanji in CP932: hardly a text, while hardly a text
/// of EUC-JP has no kana or comma.
bool isLikelier(const QString &euc, const std::optional<QString> &shifted)
{
    if (std::none_of(euc.cbegin(), euc.cend(), isKana))
        return !shifted;
    return !shifted || std::any_of(shifted->cbegin(), shifted->cend(), isHalfWidthKana) ||
           std::none_of(shifted->cbegin(), shifted->cend(), isKana);
}

/// How much of it is as in any text, to tell the two orders of bytes apart.
qsizetype commonIn(const QString &text)
{
    return std::count_if(text.cbegin(), text.cend(), [](QChar c) {
        return c == u'\n' || (c >= u' ' && c <= u'~') || isKana(c);
    });
}

std::optional<QString> utf16WithoutMark(const QByteArray &bytes)
{
    if (!bytes.contains('\0') || bytes.size() % 2 != 0)
        return {};
    const std::optional<QString> little = unicode(QStringConverter::Utf16LE, bytes);
    const std::optional<QString> big = unicode(QStringConverter::Utf16BE, bytes);
    const qsizetype littles = little && !little->contains(QChar::Null) ? commonIn(*little) : 0;
    const qsizetype bigs = big && !big->contains(QChar::Null) ? commonIn(*big) : 0;
    if (littles == bigs)
        return {};
    return littles > bigs ? little : big;
}

QString withPlainLines(QString text)
{
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    if (!text.contains(u'\r'))
        return text;
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    return text.replace(u'\r', u'\n');
}

/// UTF-8 that was cut or damaged in few places. In CP932 it would be a text, but one that nobody
/// can read.
bool isDamagedUtf8(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    const auto japanese = std::count_if(text.cbegin(), text.cend(), [](QChar c) {
        return c.unicode() >= 0x3001 && c.unicode() <= 0x9FFF;
    });
    const qsizetype damaged = text.count(QChar(QChar::ReplacementCharacter));
    constexpr qsizetype few = 10; // in a hundred
    return japanese >= 3 && damaged * 100 <= japanese * few + 200;
}

struct Found
{
    std::optional<QString> text;
    const char *encoding;
};

Found withMark(const QByteArray &bytes)
{
    if (bytes.startsWith(QByteArrayView("\xff\xfe\0\0", 4)) ||
        bytes.startsWith(QByteArrayView("\0\0\xfe\xff", 4)))
        return {unicode(QStringConverter::Utf32, bytes), "UTF-32"};
    if (bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff"))
        return {unicode(QStringConverter::Utf16, bytes), "UTF-16"};
    return {};
}

Found found(const QByteArray &bytes)
{
    if (Found marked = withMark(bytes); marked.text)
        return marked;
    if (isIso2022(bytes))
        return {Iso2022Jp(bytes).read(), "ISO-2022-JP"};
    if (auto text = utf16WithoutMark(bytes))
        return {std::move(text), "UTF-16"};
    if (auto text = unicode(QStringConverter::Utf8, bytes))
        return {std::move(text), "UTF-8"};
    if (isDamagedUtf8(bytes))
        return {};
    std::optional<QString> shifted = cp932(bytes);
    if (auto euc = eucJp(bytes); euc && isLikelier(*euc, shifted))
        return {std::move(euc), "EUC-JP"};
    return {std::move(shifted), "Shift_JIS"};
}

} // namespace

Result<DecodedText> decodedText(const QByteArray &bytes, const QString &fileName)
{
    Found read = found(bytes);
    if (read.text)
        return DecodedText{withPlainLines(*read.text), QString::fromLatin1(read.encoding)};
    if (isIso2022(bytes))
        return fail(ErrorCode::Invalid,
                    Text::tr("%1 is in a form of ISO-2022 with characters that are not known here. "
                             "Save it as UTF-8 in an editor.")
                        .arg(fileName));
    return fail(ErrorCode::Invalid,
                Text::tr("%1 is no text in UTF-8, UTF-16, Shift_JIS, EUC-JP or ISO-2022-JP. Save "
                         "it as UTF-8 in an editor.")
                    .arg(fileName));
}

QString leftOf(const QString &text, qsizetype longest)
{
    const bool isHalf = longest > 0 && longest < text.size() && text[longest].isLowSurrogate() &&
                        text[longest - 1].isHighSurrogate();
    return text.left(isHalf ? longest - 1 : longest);
}

} // namespace kakehashi
