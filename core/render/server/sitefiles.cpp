#include "render/server/sitefiles.h"

#include "render/jsonld/charted.h"
#include "render/server/feeds.h"
#include "render/server/sitemap.h"
#include "render/server/wellknown.h"

#include <QCoreApplication>

#include <array>

namespace kakehashi::render {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Render)
};

struct Maker
{
    const char *path;
    const char *label;
    std::string (*text)(const SiteIndex &);
};

constexpr std::array<Maker, 5> makers{
    {{"feed.xml", QT_TRANSLATE_NOOP("kakehashi::Render", "Feed of what is new"), &feedXml},
     {"atom.xml", QT_TRANSLATE_NOOP("kakehashi::Render", "Feed of what is new"), &atomXml},
     {"robots.txt", QT_TRANSLATE_NOOP("kakehashi::Render", "Rules for search engines"), &robotsTxt},
     {"manifest.webmanifest", QT_TRANSLATE_NOOP("kakehashi::Render", "Name and icons for phones"),
      &webManifest},
     {".well-known/security.txt",
      QT_TRANSLATE_NOOP("kakehashi::Render", "Whom to tell of a weakness"), &securityTxt}}};

/// What proves to search engines that whoever tells them of changes may do so; a rehearsal tells
/// nobody. Empty path: not wanted.
SiteFile indexNowFile(const SiteIndex &index)
{
    const content::IndexNow &indexNow = index.snapshot().site.indexNow;
    if (!indexNow.isOn || indexNow.key.isEmpty() || index.options().noindex)
        return {};
    return {indexNow.key + QStringLiteral(".txt"), Text::tr("Key for telling search engines"),
            indexNow.key.toStdString()};
}

} // namespace

std::vector<SiteFile> siteFiles(const SiteIndex &index)
{
    std::vector<SiteFile> files;
    for (const Maker &maker : makers) {
        std::string text = maker.text(index);
        if (!text.empty())
            files.push_back(
                {QString::fromLatin1(maker.path), Text::tr(maker.label), std::move(text)});
    }
    if (SiteFile key = indexNowFile(index); !key.path.isEmpty())
        files.push_back(std::move(key));
    for (SiteFile &file : sitemapFiles(index))
        files.push_back(std::move(file));
    for (const statistics::SeriesData *data : publicSeries(index))
        files.push_back({seriesCsvPath(data->series), data->series.title, seriesCsv(*data)});
    return files;
}

bool siteFileAt(const SiteIndex &index, const QString &address, std::string &text)
{
    for (const Maker &maker : makers)
        if (address.mid(1) == QLatin1String(maker.path))
            text = maker.text(index);
    if (text.empty() && address.startsWith(QLatin1String("/sitemap")))
        for (SiteFile &file : sitemapFiles(index))
            if (address.mid(1) == file.path)
                text = std::move(file.text);
    if (text.empty() && address.startsWith(QLatin1String("/assets/data/")))
        for (const statistics::SeriesData *data : publicSeries(index))
            if (address.mid(1) == seriesCsvPath(data->series))
                text = seriesCsv(*data);
    return !text.empty();
}

} // namespace kakehashi::render
