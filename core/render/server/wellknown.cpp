#include "render/server/wellknown.h"

#include "base/clock.h"
#include "base/jsontext.h"
#include "render/html.h"
#include "render/site/pagedata.h"

#include <QRegularExpression>

#include <array>

namespace kakehashi::render {
namespace {

using namespace std::string_view_literals;

/// "tel:+81-22-000-0000" (RFC 3966) of a Japanese number; empty for what is none.
std::string telephoneUri(const QString &telephone)
{
    static const QRegularExpression number(QStringLiteral("^0[0-9-]{8,13}$"));
    const QString plain = telephone.normalized(QString::NormalizationForm_KC).trimmed();
    return number.match(plain).hasMatch() ? "tel:+81-" + utf8(plain.mid(1)) : std::string();
}

} // namespace

std::string securityTxt(const SiteIndex &index)
{
    const content::SiteSettings &site = index.snapshot().site;
    static const QRegularExpression address(QStringLiteral("^[^@\\s<>]+@[^@\\s<>]+$"));
    const std::string contact = address.match(site.email).hasMatch() ? "mailto:" + utf8(site.email)
                                                                     : telephoneUri(site.telephone);
    if (contact.empty())
        return {};
    const QDate today = index.snapshot().asOf.toTimeZone(japanTime()).date();
    const QDate halfYear(today.year(), today.month() <= 6 ? 1 : 7, 1);
    return "Contact: " + contact + "\nExpires: " + isoDate(halfYear.addYears(1)) +
           "T00:00:00+09:00\nPreferred-Languages: ja, en\nCanonical: " +
           absoluteUrl(index, QStringLiteral("/.well-known/security.txt")) + '\n';
}

std::string webManifest(const SiteIndex &index)
{
    struct Icon
    {
        QLatin1String asset;
        std::string_view sizes;
        std::string_view type;
    };
    constexpr std::array<Icon, 3> icons{{{QLatin1String("favicon.svg"), "any", "image/svg+xml"},
                                         {QLatin1String("icon-192.png"), "192x192", "image/png"},
                                         {QLatin1String("icon-512.png"), "512x512", "image/png"}}};
    const content::SiteSettings &site = index.snapshot().site;
    JsonText json;
    json.open('{').member("name", QStringView(site.name)).member("lang", "ja"sv);
    json.member("description", QStringView(site.description));
    json.member("start_url", "/"sv).member("scope", "/"sv).member("display", "browser"sv);
    json.member("background_color", "#ffffff"sv).key("icons").open('[');
    for (const Icon &icon : icons)
        if (const Theme::Asset *asset = index.theme().asset(icon.asset))
            json.open('{')
                .member("src", '/' + utf8(asset->publishedPath))
                .member("sizes", icon.sizes)
                .member("type", icon.type)
                .close('}');
    return json.close(']').close('}').take() + '\n';
}

} // namespace kakehashi::render
