#include "workspace/sample.h"

#include "banner/bannerrepository.h"
#include "base/file.h"
#include "content/mediarepository.h"
#include "content/menurepository.h"
#include "content/redirectrepository.h"
#include "content/siterepository.h"
#include "statistics/seriesrepository.h"
#include "store/transaction.h"
#include "workspace/layout.h"
#include "workspace/pageimport.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>

namespace kakehashi::workspace {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Sample)
};

constexpr qint64 largestJson = 10'000'000;

tl::unexpected<Error> broken(const QString &file, const QString &reason)
{
    return fail(ErrorCode::Corrupt, Text::tr("The sample is not whole: %1: %2").arg(file, reason));
}

Result<QJsonDocument> readJson(const QString &path)
{
    auto bytes = readFile(path, largestJson);
    if (!bytes)
        return passOn(bytes);
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(*bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return broken(path, error.errorString());
    return json;
}

QDateTime timeOf(const QJsonValue &value)
{
    QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODate);
    if (time.isValid() && time.timeSpec() == Qt::LocalTime)
        time = QDateTime(time.date(), time.time(), japanTime());
    return time.toUTC();
}

/// The steps by which a sample becomes a site.
class SampleLoader
{
public:
    SampleLoader(QString sample, Workspace &workspace, const JobContext &context)
        : m_sample(std::move(sample)), m_workspace(workspace), m_context(context)
    {}

    Result<void> load()
    {
        auto transaction = store::Transaction::begin(m_workspace.database());
        if (!transaction)
            return passOn(transaction);
        using Step = Result<void> (SampleLoader::*)();
        const Step steps[] = {&SampleLoader::loadSite, &SampleLoader::loadMedia,
                              &SampleLoader::loadPages, &SampleLoader::loadSeries,
                              &SampleLoader::loadBanners};
        for (const Step step : steps) {
            if (m_context.cancel.isCancelled())
                return cancelled();
            if (auto done = (this->*step)(); !done)
                return done;
        }
        return transaction->commit();
    }

private:
    QString file(const QString &name) const { return QDir(m_sample).filePath(name); }

    Result<void> loadSite()
    {
        auto json = readJson(file(QStringLiteral("site.json")));
        if (!json)
            return passOn(json);
        const QJsonObject root = json->object();
        auto before = m_workspace.site().settings();
        if (!before)
            return passOn(before);
        content::SiteSettings settings =
            content::siteSettingsFromJson(root.value(QLatin1String("settings")).toObject());
        settings.id = before->id;
        if (auto saved = m_workspace.site().save(settings); !saved)
            return saved;
        if (auto menus = loadMenus(root.value(QLatin1String("menus")).toObject()); !menus)
            return menus;
        return loadRedirects(root.value(QLatin1String("redirects")).toArray());
    }

    Result<void> loadMenus(const QJsonObject &menus)
    {
        for (auto menu = menus.begin(); menu != menus.end(); ++menu) {
            QList<content::MenuItem> items;
            addItems(menu.value().toArray(), {}, items);
            if (auto done = m_workspace.menus().replace(menu.key(), items); !done)
                return done;
        }
        return {};
    }

    static void addItems(const QJsonArray &array, const Ulid &parent,
                         QList<content::MenuItem> &items)
    {
        for (const auto &value : array) {
            const QJsonObject json = value.toObject();
            content::MenuItem item;
            item.id = Ulid::generate();
            item.parent = parent;
            item.label = json.value(QLatin1String("label")).toString();
            item.target = json.value(QLatin1String("target")).toString();
            items.append(item);
            addItems(json.value(QLatin1String("children")).toArray(), item.id, items);
        }
    }

    Result<void> loadRedirects(const QJsonArray &redirects)
    {
        for (const auto &value : redirects) {
            const QJsonObject json = value.toObject();
            content::Redirect redirect;
            redirect.from = json.value(QLatin1String("from")).toString();
            redirect.target = json.value(QLatin1String("target")).toString();
            redirect.status = json.value(QLatin1String("status")).toInt(redirect.status);
            if (auto saved = m_workspace.redirects().save(redirect); !saved)
                return passOn(saved);
        }
        return {};
    }

    Result<void> loadMedia()
    {
        auto json = readJson(file(QStringLiteral("media.json")));
        if (!json)
            return passOn(json);
        const QJsonObject described = json->object();
        const QDir folder(file(QStringLiteral("media")));
        const QStringList names = folder.entryList(QDir::Files, QDir::Name);
        for (const QString &name : described.keys()) {
            if (!names.contains(name))
                return broken(QStringLiteral("media.json"),
                              Text::tr("%1 is not in media/.").arg(name));
        }
        ProgressMeter meter(m_context, Text::tr("Copying pictures and files"), names.size());
        for (const QString &name : names) {
            if (auto added =
                    addMedia(folder.filePath(name), name, described.value(name).toObject());
                !added)
                return added;
            meter.advance(1, 0, name);
        }
        return {};
    }

    Result<void> addMedia(const QString &path, const QString &name, const QJsonObject &json)
    {
        auto bytes = readFile(path, content::MediaRepository::maxBytes);
        if (!bytes)
            return passOn(bytes);
        content::MediaAsset details;
        details.alt = json.value(QLatin1String("alt")).toString();
        details.caption = json.value(QLatin1String("caption")).toString();
        details.credit = json.value(QLatin1String("credit")).toString();
        details.decorative = json.value(QLatin1String("decorative")).toBool();
        auto added = m_workspace.media().addBytes(*bytes, name, details);
        if (!added)
            return passOn(added);
        // Pages call the file by this name, so another one would break them.
        if (added->fileName != name)
            return broken(
                name,
                Text::tr("the name is not safe, or %1 has the same content.").arg(added->fileName));
        return {};
    }

    Result<void> loadPages()
    {
        auto folder = content::readMarkdownFolder(file(QStringLiteral("pages")));
        if (!folder)
            return passOn(folder);
        ImportOptions options;
        options.author = Text::tr("Sample");
        options.approve = true;
        auto report = importPages(m_workspace, *folder, options, m_context);
        if (!report)
            return passOn(report);
        if (!report->issues.isEmpty())
            return broken(QStringLiteral("pages"), report->issues.first().text);
        return {};
    }

    Result<void> loadSeries()
    {
        const QDir folder(file(QStringLiteral("series")));
        const QStringList names = folder.entryList({QStringLiteral("*.json")}, QDir::Files);
        for (const QString &name : names) {
            auto json = readJson(folder.filePath(name));
            if (!json)
                return passOn(json);
            if (auto added = addSeries(name, json->object()); !added)
                return added;
        }
        return {};
    }

    Result<void> addSeries(const QString &name, const QJsonObject &root)
    {
        const QJsonObject json = root.value(QLatin1String("series")).toObject();
        const auto text = [&json](QLatin1String key) { return json.value(key).toString(); };
        const auto period = statistics::periodNamed(text(QLatin1String("period")));
        if (!period)
            return broken(name, Text::tr("the period is none of month, year, fiscalYear."));
        statistics::Series series;
        series.name = text(QLatin1String("name"));
        series.title = text(QLatin1String("title"));
        series.unit = text(QLatin1String("unit"));
        series.period = *period;
        series.decimals = json.value(QLatin1String("decimals")).toInt();
        series.source = text(QLatin1String("source"));
        series.note = text(QLatin1String("note"));
        if (json.value(QLatin1String("target")).isDouble())
            series.target = json.value(QLatin1String("target")).toDouble();
        series.targetYear = json.value(QLatin1String("targetYear")).toInt();
        auto saved = m_workspace.series().save(series);
        if (!saved)
            return passOn(saved);
        return m_workspace.series().put(
            saved->id, observations(root.value(QLatin1String("observations")).toArray()));
    }

    static QList<statistics::Observation> observations(const QJsonArray &array)
    {
        QList<statistics::Observation> rows;
        for (const auto &one : array) {
            const QJsonObject json = one.toObject();
            statistics::Observation row;
            row.date = QDate::fromString(json.value(QLatin1String("date")).toString(), Qt::ISODate);
            if (json.value(QLatin1String("value")).isDouble())
                row.value = json.value(QLatin1String("value")).toDouble();
            row.preliminary = json.value(QLatin1String("preliminary")).toBool();
            row.note = json.value(QLatin1String("note")).toString();
            rows.append(row);
        }
        return rows;
    }

    Result<void> loadBanners()
    {
        auto json = readJson(file(QStringLiteral("banners.json")));
        if (!json)
            return passOn(json);
        const QJsonArray array = json->array();
        for (const auto &value : array) {
            const QJsonObject one = value.toObject();
            auto picture =
                m_workspace.media().byFileName(one.value(QLatin1String("picture")).toString());
            if (!picture)
                return broken(QStringLiteral("banners.json"), picture.error().text);
            banner::Banner banner;
            banner.title = one.value(QLatin1String("title")).toString();
            banner.target = one.value(QLatin1String("target")).toString();
            banner.picture = picture->id;
            banner.placement = one.value(QLatin1String("placement")).toString();
            banner.opens = timeOf(one.value(QLatin1String("opens")));
            banner.closes = timeOf(one.value(QLatin1String("closes")));
            banner.enabled = one.value(QLatin1String("enabled")).toBool(true);
            if (auto saved = m_workspace.banners().save(banner); !saved)
                return passOn(saved);
        }
        return {};
    }

    QString m_sample;
    Workspace &m_workspace;
    const JobContext &m_context;
};

} // namespace

Result<std::unique_ptr<Workspace>> createSampleFrom(const QString &sample, const QString &folder,
                                                    const JobContext &context, const Clock &clock)
{
    auto workspace = Workspace::create(folder, Text::tr("Sample"), clock);
    if (!workspace)
        return workspace;
    auto loaded = SampleLoader(sample, **workspace, context).load();
    if (loaded)
        return workspace;
    workspace->reset();
    layout::removeAll(folder);
    return passOn(loaded);
}

Result<std::unique_ptr<Workspace>> createSample(const QString &folder, const JobContext &context,
                                                const Clock &clock)
{
    return createSampleFrom(QStringLiteral(":/sample"), folder, context, clock);
}

} // namespace kakehashi::workspace
