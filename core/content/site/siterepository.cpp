#include "content/site/siterepository.h"

#include "base/cleantext.h"
#include "content/site/indexnow.h"
#include "security/siteaddress.h"
#include "store/query.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace kakehashi::content {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Site)
};

constexpr int mostPostsPerPage = 200;

Result<void> validate(const SiteSettings &settings)
{
    if (settings.id.isNull())
        return fail(ErrorCode::Invalid, Text::tr("The site has no id."));
    if (settings.name.trimmed().isEmpty())
        return fail(ErrorCode::Invalid, Text::tr("Give the site a name."));
    static const QRegularExpression color(QStringLiteral("^#[0-9A-Fa-f]{6}$"));
    if (!settings.accentColor.isEmpty() && !color.match(settings.accentColor).hasMatch())
        return fail(ErrorCode::Invalid,
                    Text::tr("%1 is no colour. Write it as #RRGGBB.").arg(settings.accentColor));
    if (settings.postsPerPage < 1 || settings.postsPerPage > mostPostsPerPage)
        return fail(ErrorCode::Invalid, Text::tr("A list page can show 1 to %1 entries, not %2.")
                                            .arg(mostPostsPerPage)
                                            .arg(settings.postsPerPage));
    // What does not parse looks empty, and must not take the site's address away.
    if (!settings.url.isValid() && !settings.url.errorString().isEmpty())
        return fail(ErrorCode::Invalid,
                    Text::tr("The site's address cannot be read. Write it as in a browser, such as "
                             "https://portal.example.jp."));
    return checkIndexNow(settings);
}

/// As it may be stored: without characters that no page, feed or card can show.
SiteSettings cleaned(SiteSettings settings)
{
    for (QString *line : {&settings.name, &settings.tagline, &settings.organization,
                          &settings.telephone, &settings.email, &settings.copyright})
        *line = cleanedLine(*line);
    for (QString *text : {&settings.description, &settings.address, &settings.hours})
        *text = cleanedText(*text);
    return settings;
}

} // namespace

QJsonObject toJson(const SiteSettings &settings)
{
    QJsonObject json{
        {QStringLiteral("name"), settings.name},
        {QStringLiteral("tagline"), settings.tagline},
        {QStringLiteral("description"), settings.description},
        {QStringLiteral("organization"), settings.organization},
        {QStringLiteral("address"), settings.address},
        {QStringLiteral("telephone"), settings.telephone},
        {QStringLiteral("email"), settings.email},
        {QStringLiteral("hours"), settings.hours},
        {QStringLiteral("copyright"), settings.copyright},
        {QStringLiteral("url"), settings.url.toString()},
        {QStringLiteral("accentColor"), settings.accentColor},
        {QStringLiteral("postsPerPage"), settings.postsPerPage},
        {QStringLiteral("server"),
         settings.server == ServerKind::Other ? QStringLiteral("other") : QStringLiteral("apache")},
    };
    if (settings.indexNow != IndexNow())
        json.insert(QStringLiteral("indexNow"), toJson(settings.indexNow));
    return json;
}

SiteSettings siteSettingsFromJson(const QJsonObject &json)
{
    const auto text = [&json](QLatin1String key) { return json.value(key).toString(); };
    SiteSettings settings;
    settings.name = text(QLatin1String("name"));
    settings.tagline = text(QLatin1String("tagline"));
    settings.description = text(QLatin1String("description"));
    settings.organization = text(QLatin1String("organization"));
    settings.address = text(QLatin1String("address"));
    settings.telephone = text(QLatin1String("telephone"));
    settings.email = text(QLatin1String("email"));
    settings.hours = text(QLatin1String("hours"));
    settings.copyright = text(QLatin1String("copyright"));
    settings.url = QUrl(text(QLatin1String("url")));
    settings.accentColor = text(QLatin1String("accentColor"));
    settings.postsPerPage = json.value(QLatin1String("postsPerPage")).toInt(settings.postsPerPage);
    if (text(QLatin1String("server")) == QLatin1String("other"))
        settings.server = ServerKind::Other;
    settings.indexNow = indexNowFromJson(json.value(QLatin1String("indexNow")).toObject());
    return settings;
}

SiteRepository::SiteRepository(store::Database &database, store::ChangeHook changed)
    : m_database(database), m_changed(std::move(changed))
{}

Result<SiteSettings> SiteRepository::settings() const
{
    store::Query query(m_database, QStringLiteral("SELECT id, settings FROM site"));
    auto found = query.first({}, [](const store::Query &row) {
        SiteSettings settings = siteSettingsFromJson(row.json(1));
        settings.id = row.id(0);
        return settings;
    });
    if (!found)
        return passOn(found);
    if (!*found)
        return fail(ErrorCode::Corrupt,
                    Text::tr("%1 holds no site. Put the latest good backup in its place.")
                        .arg(m_database.file()));
    return **found;
}

Result<void> SiteRepository::save(const SiteSettings &given)
{
    const SiteSettings settings = cleaned(given);
    if (auto valid = validate(settings); !valid)
        return valid;
    // An address of former times may stay, so that everything else can be set; the check tells.
    if (const auto now = this->settings(); !now || now->url != settings.url) {
        if (auto address = security::siteAddress(settings.url.toString()); !address)
            return passOn(address);
    }
    store::Query there(m_database, QStringLiteral("SELECT count(*) FROM site WHERE id <> ?"));
    auto others = there.first({settings.id}, [](const store::Query &row) { return row.number(0); });
    if (!others)
        return passOn(others);
    if (others->value_or(0) > 0)
        return fail(ErrorCode::Conflict, Text::tr("The id of a site cannot change."));
    store::Query query(m_database, QStringLiteral("INSERT INTO site (id, settings) VALUES (?, ?) "
                                                  "ON CONFLICT (id) DO UPDATE "
                                                  "SET settings = excluded.settings"));
    if (auto done = query.run({settings.id, toJson(settings)}); !done)
        return passOn(done);
    if (m_changed)
        m_changed(settings.id);
    return {};
}

} // namespace kakehashi::content
