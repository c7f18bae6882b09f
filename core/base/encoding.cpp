#include "base/encoding.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>
#include <optional>

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

std::optional<QString> eucJp(const QByteArray &bytes)
{
    QByteArray shifted;
    shifted.reserve(bytes.size());
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        const auto byte = static_cast<unsigned char>(bytes[at]);
        if (byte < 0x80) {
            shifted += bytes[at];
            continue;
        }
        const auto next = at + 1 < bytes.size() ? static_cast<unsigned char>(bytes[at + 1])
                                                : static_cast<unsigned char>(0);
        ++at;
        if (byte == 0x8E && next >= 0xA1 && next <= 0xDF)
            shifted += static_cast<char>(next);
        else if (byte >= 0xA1 && isCell(byte & 0x7FU) && next >= 0xA1 && isCell(next & 0x7FU))
            appendShifted(shifted, byte & 0x7FU, next & 0x7FU);
        else
            return {};
    }
    return cp932(shifted);
}

/// Seven bits: escapes say whether ASCII, half-width kana or kanji follow.
std::optional<QString> iso2022Jp(const QByteArray &bytes)
{
    enum class Set { Ascii, Kana, Kanji } set = Set::Ascii;
    QByteArray shifted;
    shifted.reserve(bytes.size());
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        const auto byte = static_cast<unsigned char>(bytes[at]);
        if (byte >= 0x80)
            return {};
        if (bytes[at] == escape) {
            const QByteArrayView sign = QByteArrayView(bytes).sliced(at + 1).first(
                std::min<qsizetype>(2, bytes.size() - at - 1));
            if (sign == "$B" || sign == "$@")
                set = Set::Kanji;
            else if (sign == "(I")
                set = Set::Kana;
            else if (sign == "(B" || sign == "(J")
                set = Set::Ascii;
            else
                return {};
            at += 2;
        } else if (set == Set::Ascii || byte <= 0x20) {
            set = byte == '\n' ? Set::Ascii : set; // a line begins in ASCII
            shifted += bytes[at];
        } else if (set == Set::Kana) {
            shifted += static_cast<char>(byte | 0x80U);
        } else {
            const auto next = at + 1 < bytes.size() ? static_cast<unsigned char>(bytes[at + 1])
                                                    : static_cast<unsigned char>(0);
            if (!isCell(byte) || !isCell(next))
                return {};
            appendShifted(shifted, byte, next);
            ++at;
        }
    }
    return cp932(shifted);
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
    if (bytes.contains("\x1b$") || bytes.contains("\x1b("))
        if (auto text = iso2022Jp(bytes))
            return {std::move(text), "ISO-2022-JP"};
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
