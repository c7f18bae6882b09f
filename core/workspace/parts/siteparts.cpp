#include "workspace/parts/siteparts.h"

#include "banner/bannerrepository.h"
#include "base/file.h"
#include "content/media/mediarepository.h"
#include "content/site/menurepository.h"
#include "content/site/redirectrepository.h"
#include "content/site/siterepository.h"
#include "security/siteaddress.h"
#include "statistics/seriesrepository.h"
#include "workspace/parts/partsjson.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>

namespace kakehashi::workspace {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::SiteParts)
};

constexpr qint64 largestJson = 10'000'000;
const QString siteFile = QStringLiteral("site.json");
const QString mediaFile = QStringLiteral("media.json");
const QString bannersFile = QStringLiteral("banners.json");
const QString seriesFolder = QStringLiteral("series");

tl::unexpected<Error> broken(const QString &file, const QString &reason)
{
    return fail(ErrorCode::Corrupt, Text::tr("%1 is not whole: %2").arg(file, reason));
}

Result<QJsonDocument> readJson(const QString &path)
{
    if (!QFile::exists(path))
        return QJsonDocument();
    auto bytes = readFile(path, largestJson);
    if (!bytes)
        return passOn(bytes);
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(*bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return broken(path, error.errorString());
    return json;
}

Result<void> writeJson(const QString &path, const QJsonDocument &json)
{
    return writeFile(path, json.toJson(QJsonDocument::Indented));
}

/// Takes one part after another and remembers what stayed as it was.
class Taker
{
public:
    Taker(const SiteStores &stores, const TakeOptions &options)
        : m_stores(stores), m_options(options)
    {}

    Result<void> settings(const QJsonObject &json)
    {
        if (json.isEmpty())
            return {};
        auto now = m_stores.site.settings();
        if (!now)
            return passOn(now);
        content::SiteSettings fresh;
        fresh.id = now->id;
        fresh.name = now->name;
        content::SiteSettings wanted = content::siteSettingsFromJson(json);
        wanted.id = now->id;
        if (const auto address = security::siteAddress(json.value(u"url").toString()); !address) {
            keep(address.error().text);
            wanted.url = now->url;
        }
        if (wanted == *now)
            return {};
        if (!m_options.replace && *now != fresh) {
            keep(Text::tr("The site's settings are kept as they are."));
            return {};
        }
        return m_stores.site.save(wanted);
    }

    Result<void> menu(const QString &name, const QJsonArray &wanted)
    {
        auto items = m_stores.menus.items(name);
        if (!items)
            return passOn(items);
        const QJsonArray now = menusToJson(*items).value(name).toArray();
        if (now == wanted)
            return {};
        if (!m_options.replace && !now.isEmpty()) {
            keep(Text::tr("The menu “%1” is kept as it is.").arg(name));
            return {};
        }
        return m_stores.menus.replace(name, menuFromJson(wanted));
    }

    Result<void> redirects(const QJsonArray &array)
    {
        auto list = m_stores.redirects.list();
        if (!list)
            return passOn(list);
        QHash<QString, content::Redirect> there;
        for (const content::Redirect &redirect : std::as_const(*list))
            there.insert(redirect.from, redirect);
        for (const auto &value : array) {
            const content::Redirect redirect = redirectFromJson(value.toObject());
            const auto known = there.constFind(redirect.from);
            if (!m_options.replace && known != there.cend()) {
                if (known->target != redirect.target)
                    keep(Text::tr("%1 goes on leading to %2.").arg(known->from, known->target));
                continue;
            }
            if (auto saved = m_stores.redirects.save(redirect); !saved) {
                if (saved.error().code != ErrorCode::Invalid)
                    return passOn(saved);
                keep(saved.error().text); // one bad redirect never ends the import
            }
        }
        return {};
    }

    Result<void> series(const QString &name, const QJsonObject &json)
    {
        auto data = seriesFromJson(json);
        if (!data)
            return broken(name, Text::tr("the period is none of month, year, fiscalYear."));
        const auto there = m_stores.series.byName(data->series.name);
        if (there) {
            if (!m_options.replace)
                return keptSeries(*there, json);
            data->series.id = there->id;
        }
        auto saved = m_stores.series.save(data->series);
        if (!saved)
            return passOn(saved);
        return m_stores.series.put(saved->id, data->observations);
    }

    Result<void> banners(const QJsonArray &array)
    {
        auto list = m_stores.banners.list();
        if (!list)
            return passOn(list);
        for (const auto &value : array) {
            if (auto taken = banner(value.toObject(), *list); !taken)
                return taken;
        }
        return {};
    }

    Issues kept;

private:
    void keep(const QString &text)
    {
        kept.append({Severity::Ask, QStringLiteral("import-kept"), text, {}});
    }

    Result<void> keptSeries(const statistics::Series &there, const QJsonObject &json)
    {
        auto data = m_stores.series.data(there.id);
        if (!data)
            return passOn(data);
        if (seriesToJson(*data) != json)
            keep(Text::tr("The figures “%1” are kept as they are.").arg(there.title));
        return {};
    }

    Result<void> banner(const QJsonObject &json, const QList<banner::Banner> &there)
    {
        const QString named = json.value(QLatin1String("picture")).toString();
        auto picture = m_stores.media.byFileName(m_options.mediaNames.value(named, named));
        if (!picture)
            return broken(bannersFile, picture.error().text);
        banner::Banner banner = bannerFromJson(json, picture->id);
        for (const banner::Banner &known : there) {
            if (known.title != banner.title || known.placement != banner.placement)
                continue;
            banner.id = known.id;
            banner.position = known.position;
            if (banner == known)
                return {};
            if (!m_options.replace) {
                keep(Text::tr("The banner “%1” is kept as it is.").arg(known.title));
                return {};
            }
        }
        auto saved = m_stores.banners.save(banner);
        return saved ? Result<void>() : passOn(saved);
    }

    const SiteStores &m_stores;
    const TakeOptions &m_options;
};

Result<void> takeSite(Taker &taker, const QJsonObject &site)
{
    if (auto done = taker.settings(site.value(QLatin1String("settings")).toObject()); !done)
        return done;
    const QJsonObject menus = site.value(QLatin1String("menus")).toObject();
    for (auto menu = menus.begin(); menu != menus.end(); ++menu) {
        if (auto done = taker.menu(menu.key(), menu.value().toArray()); !done)
            return done;
    }
    return taker.redirects(site.value(QLatin1String("redirects")).toArray());
}

Result<QJsonObject> siteJson(const SiteStores &stores)
{
    auto settings = stores.site.settings();
    if (!settings)
        return passOn(settings);
    auto menus = stores.menus.list();
    if (!menus)
        return passOn(menus);
    auto redirects = stores.redirects.list();
    if (!redirects)
        return passOn(redirects);
    QJsonArray array;
    for (const content::Redirect &redirect : std::as_const(*redirects))
        array.append(redirectToJson(redirect));
    return QJsonObject{{QStringLiteral("settings"), content::toJson(*settings)},
                       {QStringLiteral("menus"), menusToJson(*menus)},
                       {QStringLiteral("redirects"), array}};
}

Result<void> addMediaAndBanners(const SiteStores &stores, SiteParts &parts)
{
    auto media = stores.media.list();
    if (!media)
        return passOn(media);
    QHash<Ulid, QString> names;
    for (const content::MediaAsset &asset : std::as_const(*media)) {
        names.insert(asset.id, asset.fileName);
        parts.media.insert(asset.fileName, mediaTextsToJson(asset));
    }
    auto banners = stores.banners.list();
    if (!banners)
        return passOn(banners);
    for (const banner::Banner &banner : std::as_const(*banners))
        parts.banners.append(bannerToJson(banner, names.value(banner.picture)));
    return {};
}

} // namespace

Result<SiteParts> partsOf(const SiteStores &stores)
{
    SiteParts parts;
    auto site = siteJson(stores);
    if (!site)
        return passOn(site);
    parts.site = *site;
    if (auto done = addMediaAndBanners(stores, parts); !done)
        return passOn(done);
    auto series = stores.series.all();
    if (!series)
        return passOn(series);
    for (const statistics::SeriesData &data : std::as_const(*series))
        parts.series.insert(data.series.name, seriesToJson(data));
    return parts;
}

Result<SiteParts> readParts(const QString &folder)
{
    SiteParts parts;
    const QDir dir(folder);
    auto site = readJson(dir.filePath(siteFile));
    if (!site)
        return passOn(site);
    parts.site = site->object();
    auto media = readJson(dir.filePath(mediaFile));
    if (!media)
        return passOn(media);
    parts.media = media->object();
    auto banners = readJson(dir.filePath(bannersFile));
    if (!banners)
        return passOn(banners);
    parts.banners = banners->array();
    const QDir series(dir.filePath(seriesFolder));
    const QStringList names = series.entryList({QStringLiteral("*.json")}, QDir::Files);
    for (const QString &name : names) {
        auto json = readJson(series.filePath(name));
        if (!json)
            return passOn(json);
        parts.series.insert(name.chopped(5), json->object());
    }
    return parts;
}

Result<void> writeParts(const SiteParts &parts, const QString &folder)
{
    const QDir dir(folder);
    Result<void> done = writeJson(dir.filePath(siteFile), QJsonDocument(parts.site));
    if (done)
        done = writeJson(dir.filePath(mediaFile), QJsonDocument(parts.media));
    if (done)
        done = writeJson(dir.filePath(bannersFile), QJsonDocument(parts.banners));
    for (auto one = parts.series.begin(); done && one != parts.series.end(); ++one)
        done = writeJson(
            dir.filePath(seriesFolder + QLatin1Char('/') + one.key() + QStringLiteral(".json")),
            QJsonDocument(one.value()));
    return done;
}

Result<Issues> takeParts(const SiteParts &parts, const SiteStores &stores,
                         const TakeOptions &options)
{
    Taker taker(stores, options);
    if (auto done = takeSite(taker, parts.site); !done)
        return passOn(done);
    for (auto one = parts.series.begin(); one != parts.series.end(); ++one) {
        if (auto done = taker.series(one.key(), one.value()); !done)
            return passOn(done);
    }
    if (auto done = taker.banners(parts.banners); !done)
        return passOn(done);
    return taker.kept;
}

} // namespace kakehashi::workspace
