#include "takeover/hugo/sourcetext.h"

#include <QCoreApplication>
#include <QStringDecoder>

namespace kakehashi::takeover {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Import)
};

constexpr const char *cp932 = "Shift_JIS";

/// Nothing when the bytes are not in this encoding throughout.
std::optional<QString> strictly(QStringDecoder &&decoder, const QByteArray &bytes)
{
    if (!decoder.isValid())
        return {};
    QString text = decoder.decode(bytes);
    if (decoder.hasError() || text.contains(QChar::ReplacementCharacter))
        return {};
    return text;
}

QString withPlainLines(QString text)
{
    if (text.startsWith(QChar::ByteOrderMark))
        text.remove(0, 1);
    if (!text.contains(QLatin1Char('\r')))
        return text;
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    return text.replace(QLatin1Char('\r'), QLatin1Char('\n'));
}

} // namespace

Result<SourceText> decoded(const QByteArray &bytes, const QString &fileName)
{
    if (bytes.startsWith("\xff\xfe") || bytes.startsWith("\xfe\xff")) {
        if (auto text = strictly(QStringDecoder(QStringDecoder::Utf16), bytes))
            return SourceText{withPlainLines(*text), QStringLiteral("UTF-16")};
    }
    if (auto text = strictly(QStringDecoder(QStringDecoder::Utf8), bytes))
        return SourceText{withPlainLines(*text), QStringLiteral("UTF-8")};
    if (!bytes.contains('\0')) {
        if (auto text = strictly(QStringDecoder(cp932), bytes))
            return SourceText{withPlainLines(*text), QString::fromLatin1(cp932)};
    }
    return fail(ErrorCode::Invalid,
                Text::tr("%1 is neither in UTF-8 nor in Shift_JIS. Save it as UTF-8 in an editor.")
                    .arg(fileName));
}

} // namespace kakehashi::takeover
