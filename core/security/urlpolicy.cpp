#include "security/urlpolicy.h"

#include "base/encoding.h"

#include <QCoreApplication>
#include <QDir>
#include <QRegularExpression>
#include <QUrl>

namespace kakehashi::security {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::UrlPolicy)
};

struct Frame
{
    QLatin1String host;
    QLatin1String pathPrefix;
};

// No host that sets cookies before the visitor presses play, none that serves others' scripts.
const Frame frames[] = {
    {QLatin1String("www.youtube-nocookie.com"), QLatin1String("/embed/")},
    {QLatin1String("www.google.com"), QLatin1String("/maps/embed")},
    {QLatin1String("maps.google.com"), QLatin1String("/maps")},
    {QLatin1String("maps.gsi.go.jp"), QLatin1String("/")},
    {QLatin1String("www.openstreetmap.org"), QLatin1String("/export/embed.html")},
};

/// As a browser's URL parser begins (url.spec.whatwg.org, basic URL parser, steps 1 to 3): no
/// control characters or spaces around, no tab or line break anywhere.
QString asBrowserReads(const QString &url)
{
    QString read;
    read.reserve(url.size());
    for (const QChar c : url) {
        if (c != QLatin1Char('\t') && c != QLatin1Char('\n') && c != QLatin1Char('\r'))
            read.append(c);
    }
    const auto isPadding = [](QChar c) { return c.unicode() <= 0x20; };
    while (!read.isEmpty() && isPadding(read.front()))
        read.remove(0, 1);
    while (!read.isEmpty() && isPadding(read.back()))
        read.chop(1);
    return read;
}

/// The scheme in lower case; empty for a relative reference.
QString schemeOf(const QString &url)
{
    const qsizetype colon = url.indexOf(QLatin1Char(':'));
    if (colon < 0)
        return {};
    static const QRegularExpression endOfScheme(QStringLiteral("[/?#]"));
    const qsizetype other = url.indexOf(endOfScheme);
    if (other >= 0 && other < colon)
        return {};
    return url.left(colon).toLower();
}

bool hasHost(const QString &url)
{
    const QUrl parsed(url, QUrl::StrictMode);
    // A name before "@" only ever serves to deceive the reader about the host.
    return parsed.isValid() && !parsed.host().isEmpty() && parsed.userInfo().isEmpty();
}

bool isFrameAllowed(const QString &url)
{
    const QUrl parsed(url, QUrl::StrictMode);
    if (!parsed.isValid() || parsed.scheme() != QLatin1String("https") || parsed.port() != -1 ||
        !parsed.userInfo().isEmpty())
        return false;
    const QString cleaned = QDir::cleanPath(parsed.path());
    const QString path = cleaned + QLatin1Char('/');
    if (parsed.path() != cleaned && parsed.path() != path) // asked for as it stands
        return false;
    return std::any_of(std::begin(frames), std::end(frames), [&](const Frame &frame) {
        return parsed.host() == frame.host && path.startsWith(frame.pathPrefix);
    });
}

bool isRelativeAllowed(const QString &url)
{
    // "//host" and "/\host" leave the site without naming a scheme.
    if (url.size() >= 2 && (url.at(0) == QLatin1Char('/') || url.at(0) == QLatin1Char('\\')) &&
        (url.at(1) == QLatin1Char('/') || url.at(1) == QLatin1Char('\\')))
        return false;
    return !url.startsWith(QLatin1Char('\\'));
}

bool hasControl(const QString &url)
{
    return std::any_of(url.cbegin(), url.cend(), [](QChar c) {
        return c.unicode() < 0x20 || c.unicode() == 0x7f || c.category() == QChar::Other_Format;
    });
}

} // namespace

bool isUrlAllowed(const QString &url, UrlUse use)
{
    const QString read = asBrowserReads(url);
    if (read.isEmpty() || hasControl(read))
        return false;
    if (use == UrlUse::Embed)
        return isFrameAllowed(read);
    const QString scheme = schemeOf(read);
    if (scheme.isEmpty())
        return isRelativeAllowed(read);
    if (scheme == QLatin1String("media"))
        return true;
    if (scheme == QLatin1String("https"))
        return hasHost(read);
    if (use == UrlUse::Picture)
        return false;
    if (scheme == QLatin1String("http"))
        return hasHost(read);
    return scheme == QLatin1String("mailto") || scheme == QLatin1String("tel");
}

Result<void> checkUrl(const QString &url, UrlUse use)
{
    if (isUrlAllowed(url, use))
        return {};
    const QString shown = leftOf(url, 120).simplified();
    switch (use) {
    case UrlUse::Link:
        return fail(ErrorCode::Invalid,
                    Text::tr("“%1” cannot be a link. Use https:, http:, mailto:, tel:, a file of "
                             "the site (media:…) or a path such as /award/.")
                        .arg(shown));
    case UrlUse::Picture:
        return fail(ErrorCode::Invalid,
                    Text::tr("“%1” cannot be a picture. Put the file into the media of this site "
                             "and use media:….")
                        .arg(shown));
    case UrlUse::Embed:
        break;
    }
    return fail(ErrorCode::Invalid,
                Text::tr("“%1” cannot be embedded. YouTube (youtube-nocookie.com), Google Maps and "
                         "the maps of 国土地理院 can; link to anything else.")
                    .arg(shown));
}

QStringList embedHosts()
{
    QStringList hosts;
    for (const Frame &frame : frames)
        hosts.append(frame.host);
    return hosts;
}

Result<QString> youtubeEmbedUrl(const QString &id)
{
    static const QRegularExpression allowed(QStringLiteral("\\A[A-Za-z0-9_-]{11}\\z"));
    if (!allowed.match(id).hasMatch())
        return fail(ErrorCode::Invalid,
                    Text::tr("“%1” is no YouTube video id. It is the 11 characters after “v=” in "
                             "the address of the video.")
                        .arg(leftOf(id, 40)));
    return QString(QStringLiteral("https://www.youtube-nocookie.com/embed/") + id);
}

} // namespace kakehashi::security
