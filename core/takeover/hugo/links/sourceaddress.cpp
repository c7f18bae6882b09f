#include "takeover/hugo/links/sourceaddress.h"

#include <QDir>
#include <QUrl>

namespace kakehashi::takeover {
namespace {

bool isHex(QChar c)
{
    return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
}

bool isEncodedAt(const QString &text, qsizetype at)
{
    return at + 2 < text.size() && text.at(at) == u'%' && isHex(text.at(at + 1)) &&
           isHex(text.at(at + 2));
}

} // namespace

QString encodedAddress(const QString &address)
{
    QString out;
    qsizetype plain = 0;
    const auto encode = [&](qsizetype end) {
        out += QString::fromLatin1(QUrl::toPercentEncoding(address.mid(plain, end - plain),
                                                           "/?=&:@!$'()*+,;~", "\"\\<>#"));
    };
    for (qsizetype at = address.indexOf(u'%'); at >= 0; at = address.indexOf(u'%', at + 1)) {
        if (!isEncodedAt(address, at))
            continue;
        encode(at);
        out += address.mid(at, 3).toUpper();
        plain = at + 3;
    }
    encode(address.size());
    return out;
}

QString addressKey(const QString &address)
{
    QString key = QUrl::fromPercentEncoding(address.toUtf8())
                      .normalized(QString::NormalizationForm_C)
                      .toLower();
    for (const auto *name : {"index.html", "index.htm", "index.php"}) {
        if (key.endsWith(u'/' + QLatin1String(name)))
            key.chop(QLatin1String(name).size());
    }
    for (const auto *end : {".html", ".htm", ".php"}) {
        const QLatin1String suffix(end);
        if (key.endsWith(suffix) && !key.endsWith(u'/' + suffix))
            key.chop(suffix.size());
    }
    while (key.size() > 1 && key.endsWith(u'/'))
        key.chop(1);
    return key;
}

std::optional<QString> cleaned(const QString &path)
{
    const QString clean = path.isEmpty() ? QString() : QDir::cleanPath(path);
    if (clean == QLatin1String("..") || clean.startsWith(QLatin1String("../")))
        return {};
    return clean == QLatin1String(".") ? QString() : clean;
}

QString folderOf(const QString &key)
{
    return key.left(key.lastIndexOf(u'/') + 1);
}

} // namespace kakehashi::takeover
