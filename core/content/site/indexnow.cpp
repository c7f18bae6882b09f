#include "content/site/indexnow.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QRegularExpression>

#include <array>

namespace kakehashi::content {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::IndexNow)
};

bool isThisMachine(const QString &host)
{
    return host == QLatin1String("localhost") || host == QLatin1String("127.0.0.1") ||
           host == QLatin1String("::1");
}

bool isSafe(const QUrl &url)
{
    const bool isPlain = url.scheme() == QLatin1String("http");
    return url.isValid() && !url.host().isEmpty() &&
           (url.scheme() == QLatin1String("https") || (isPlain && isThisMachine(url.host())));
}

} // namespace

QString newIndexNowKey()
{
    std::array<quint32, 4> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    const QByteArray bytes(reinterpret_cast<const char *>(words.data()), sizeof words);
    return QString::fromLatin1(bytes.toHex());
}

QUrl indexNowKeyUrl(const SiteSettings &settings)
{
    if (settings.url.isEmpty() || settings.indexNow.key.isEmpty())
        return {};
    QUrl url = settings.url;
    QString path = url.path();
    if (!path.endsWith(u'/'))
        path += u'/';
    url.setPath(path + settings.indexNow.key + QStringLiteral(".txt"));
    return url;
}

QUrl indexNowEndpoint(const IndexNow &indexNow)
{
    return indexNow.endpoint.isEmpty() ? QUrl(QStringLiteral("https://api.indexnow.org/indexnow"))
                                       : indexNow.endpoint;
}

Result<void> checkIndexNow(const SiteSettings &settings)
{
    const IndexNow &indexNow = settings.indexNow;
    static const QRegularExpression key(QStringLiteral("^[A-Za-z0-9-]{8,128}$"));
    if (!indexNow.key.isEmpty() && !key.match(indexNow.key).hasMatch())
        return fail(ErrorCode::Invalid,
                    Text::tr("%1 is no key: it has 8 to 128 letters, digits and hyphens.")
                        .arg(indexNow.key));
    if (!isSafe(indexNowEndpoint(indexNow)))
        return fail(ErrorCode::Invalid, Text::tr("%1 is no address to tell search engines at. "
                                                 "Write it as https://api.indexnow.org/indexnow.")
                                            .arg(indexNow.endpoint.toString()));
    if (indexNow.isOn && indexNowKeyUrl(settings).isEmpty())
        return fail(ErrorCode::Invalid,
                    Text::tr("Search engines can be told of changes once the site has a public "
                             "address and a key."));
    return {};
}

QJsonObject toJson(const IndexNow &indexNow)
{
    QJsonObject json{{QStringLiteral("on"), indexNow.isOn}, {QStringLiteral("key"), indexNow.key}};
    if (!indexNow.endpoint.isEmpty())
        json.insert(QStringLiteral("endpoint"), indexNow.endpoint.toString());
    return json;
}

IndexNow indexNowFromJson(const QJsonObject &json)
{
    return {json.value(QLatin1String("on")).toBool(), json.value(QLatin1String("key")).toString(),
            QUrl(json.value(QLatin1String("endpoint")).toString())};
}

} // namespace kakehashi::content
