#include "takeover/hugo/pagematter.h"

#include "base/clock.h"
#include "content/page/terms.h"
#include "content/writtendate.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

namespace kakehashi::takeover {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Import)
};

/// "2024-05-01 09:00:00 +0900" as well as ISO. A time without a zone is Japan's.
QDateTime momentOf(QString text)
{
    static const QRegularExpression form(
        QStringLiteral("\\A(\\d{4}-\\d{2}-\\d{2})[T ]+(\\d{2}:\\d{2}(?::\\d{2})?)(?:\\.\\d+)?"
                       "\\s*(Z|[+-]\\d{2}):?(\\d{2})?\\z"));
    text = content::isoDated(text.trimmed());
    const QDateTime exact = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (exact.isValid() && exact.timeSpec() != Qt::LocalTime)
        return exact.toUTC();
    const auto match = form.match(text);
    if (match.hasMatch()) {
        QString zone = match.captured(3);
        if (zone != QLatin1String("Z"))
            zone += QLatin1Char(':') +
                    (match.captured(4).isEmpty() ? QStringLiteral("00") : match.captured(4));
        return QDateTime::fromString(
                   match.captured(1) + QLatin1Char('T') + match.captured(2) + zone, Qt::ISODate)
            .toUTC();
    }
    const qsizetype dateOnly = 10;
    if (text.size() > dateOnly)
        text[dateOnly] = QLatin1Char('T');
    const QDateTime local = QDateTime::fromString(text, Qt::ISODate);
    if (!local.isValid())
        return {};
    return QDateTime(local.date(), local.time(), japanTime()).toUTC();
}

QStringList textsOf(const QJsonValue &value)
{
    if (value.isString())
        return {value.toString()};
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const auto &one : array) {
        if (!one.toVariant().toString().isEmpty())
            texts.append(one.toVariant().toString());
    }
    return texts;
}

/// Puts the values of front matter where they belong, one key after another.
class MatterReader
{
public:
    MatterReader(const Matter &matter, bool isOwnExport, SourcePage &page)
        : m_matter(matter), m_isOwnExport(isOwnExport), m_page(page)
    {}

    void read()
    {
        m_page.hiding = hidingWords(m_matter.values);
        m_page.page.draft = !m_page.hiding.value(QStringLiteral("draft")).isEmpty();
        for (auto value = m_matter.values.begin(); value != m_matter.values.end(); ++value) {
            const QString key = value.key().toLower();
            if (takeHiding(key, value.value()) || takeText(key, value.value()) ||
                takePicture(key, value.value()) || takeList(key, value.value()) ||
                takeSeo(key, value.value()) || takeNumber(key, value.value()) ||
                takeLanguage(key, value.value()) || takeTime(key, value.value()))
                continue;
            content().fields.insert(value.key(), value.value());
        }
        settleSummary();
    }

private:
    content::PageContent &content() { return m_page.page.content; }

    /// Whether nothing of the key is to be kept beyond `hiding`. "published" may be a date.
    bool takeHiding(const QString &key, const QJsonValue &value)
    {
        if (key == QLatin1String("cascade"))
            m_page.cascade = value;
        return key == QLatin1String("draft") || key.endsWith(QLatin1String("password")) ||
               (key == QLatin1String("published") && isYesOrNo(value));
    }

    bool takeText(const QString &key, const QJsonValue &value)
    {
        const QHash<QString, QString *> places{
            {QStringLiteral("title"), &content().title},
            {QStringLiteral("summary"), &content().summary},
            {QStringLiteral("description"), &content().seo.description},
            {QStringLiteral("kind"), &m_page.page.kind},
            {QStringLiteral("type"), &m_page.page.kind},
            {QStringLiteral("path"), &m_page.url},
            {QStringLiteral("url"), &m_page.url},
            {QStringLiteral("permalink"), &m_page.permalink},
            {QStringLiteral("slug"), &m_page.slug},
            {QStringLiteral("translationkey"), &m_page.translationKey},
            {QStringLiteral("translationof"), &m_page.page.translationOf},
            {QStringLiteral("seo.title"), &content().seo.title},
            {QStringLiteral("seo.description"), &content().seo.description},
        };
        QString *place = places.value(key);
        if (!place || value.isObject() || value.isArray())
            return false;
        *place = value.toVariant().toString();
        if (!m_isOwnExport)
            *place = place->trimmed();
        if (place == &m_page.url || place == &m_page.permalink)
            m_page.urlLine = m_page.lineOf(key);
        return true;
    }

    /// Themes of Hugo have many words for the one picture of a page.
    bool takePicture(const QString &key, const QJsonValue &value)
    {
        static const QStringList words{
            QStringLiteral("picture"),       QStringLiteral("image"),
            QStringLiteral("images"),        QStringLiteral("cover"),
            QStringLiteral("thumbnail"),     QStringLiteral("featured_image"),
            QStringLiteral("featuredimage"), QStringLiteral("feature_image"),
            QStringLiteral("featureimage")};
        if (!words.contains(key))
            return false;
        const QStringList names = value.isObject()
                                      ? textsOf(value.toObject().value(QLatin1String("image")))
                                      : textsOf(value);
        if (names.isEmpty())
            return false;
        if (m_page.pictureLink.isEmpty()) {
            m_page.pictureLink = names.first();
            m_page.pictureKey = key;
            m_page.pictureLine = m_page.lineOf(key);
        }
        // The others of several are the theme's business: keep what was said.
        return !value.isObject() && names.size() == 1;
    }

    /// "lang" is ours; Hugo's own pages say it by their names.
    bool takeLanguage(const QString &key, const QJsonValue &value)
    {
        if (key != QLatin1String("lang") || !content::isLanguageTag(value.toString()))
            return false;
        content().language.tag = content::storedTag(value.toString());
        return true;
    }

    bool takeList(const QString &key, const QJsonValue &value)
    {
        if (key == QLatin1String("aliases") || key == QLatin1String("redirect_from")) {
            m_page.aliases += textsOf(value);
            return true;
        }
        if (key == QLatin1String("redirect_to")) {
            m_page.redirectTo = textsOf(value).value(0).trimmed();
            return true;
        }
        if (key == QLatin1String("tags") || key == QLatin1String("tag"))
            return takeTerms(content::Taxonomy::Tag, key, value);
        if (key == QLatin1String("categories") || key == QLatin1String("category"))
            return takeTerms(content::Taxonomy::Category, key, value);
        // Hugo's own word for both at once, as some exporters write it.
        if (key == QLatin1String("taxonomies") && value.isObject()) {
            const QJsonObject both = value.toObject();
            takeTerms(content::Taxonomy::Tag, QStringLiteral("tags"), both.value(u"tags"));
            takeTerms(content::Taxonomy::Category, QStringLiteral("categories"),
                      both.value(u"categories"));
            return true;
        }
        if (key != QLatin1String("fields") || !value.isObject())
            return false;
        const QJsonObject fields = value.toObject();
        for (auto field = fields.begin(); field != fields.end(); ++field)
            content().fields.insert(field.key(), field.value());
        return true;
    }

    /// "a b" of a plural word are two to Hugo and Jekyll; "a, b" are two to everybody else.
    bool takeTerms(content::Taxonomy taxonomy, const QString &key, const QJsonValue &value)
    {
        QStringList terms = textsOf(value);
        const bool isPlural = key.endsWith(u's');
        if (value.isString() && !m_isOwnExport && isPlural) {
            static const QRegularExpression comma(QStringLiteral("\\s*[,、，]\\s*"));
            static const QRegularExpression space(QStringLiteral("[ \\t]+"));
            terms = value.toString().split(value.toString().contains(comma) ? comma : space,
                                           Qt::SkipEmptyParts);
        }
        setTerms(content(), taxonomy, termsOf(content(), taxonomy) + terms);
        return true;
    }

    bool takeSeo(const QString &key, const QJsonValue &value)
    {
        if (key == QLatin1String("noindex")) {
            content().seo.noindex = value.toBool() || value.toString() == QLatin1String("true");
            return true;
        }
        if (key == QLatin1String("robots") && value.isString()) {
            content().seo.noindex = value.toString().contains(QStringLiteral("noindex"));
            return true;
        }
        if (key != QLatin1String("seo") || !value.isObject())
            return false;
        const QJsonObject seo = value.toObject();
        content().seo.title = seo.value(QLatin1String("title")).toString();
        m_seoDescription = seo.value(QLatin1String("description")).toString();
        content().seo.noindex = seo.value(QLatin1String("noindex")).toBool();
        return true;
    }

    bool takeNumber(const QString &key, const QJsonValue &value)
    {
        const bool order = key == QLatin1String("weight") || key == QLatin1String("position");
        if (!order || !value.isDouble() || value.toDouble() < 0)
            return false;
        m_page.page.position = value.toInt(-1);
        return true;
    }

    bool takeTime(const QString &key, const QJsonValue &value)
    {
        QDateTime moment;
        const QHash<QString, QDateTime *> places{
            {QStringLiteral("date"), &moment},
            {QStringLiteral("lastmod"), &moment},
            {QStringLiteral("updated"), &moment},
            {QStringLiteral("publishdate"), &content().window.opens},
            {QStringLiteral("pubdate"), &content().window.opens},
            {QStringLiteral("published"), &content().window.opens},
            {QStringLiteral("unpublishdate"), &content().window.closes},
            {QStringLiteral("opens"), &content().window.opens},
            {QStringLiteral("expirydate"), &content().window.closes},
            {QStringLiteral("closes"), &content().window.closes},
        };
        QDateTime *place = places.value(key);
        if (!place)
            return false;
        const QString text = value.toVariant().toString();
        *place = momentOf(text);
        if (!text.isEmpty() && !place->isValid())
            m_page.badDates.append(
                badMatter(m_page.source.shown, m_page.lineOf(key),
                          Text::tr("“%1” is no value for %2; dates are written 2026-04-01, "
                                   "times 2026-04-01T09:00")
                              .arg(text, key))
                    .value());
        if (key == QLatin1String("date")) {
            m_page.moment = moment;
            content().date = moment.toTimeZone(japanTime()).date();
        } else if (place == &moment) {
            m_page.page.others.insert(QStringLiteral("updated"), toStored(moment));
        }
        return true;
    }

    /// One description serves both cards and search engines, as Hugo's templates do it.
    void settleSummary()
    {
        content::Seo &seo = content().seo;
        if (!m_seoDescription.isEmpty())
            seo.description = m_seoDescription;
        else if (content().summary.isEmpty())
            content().summary = std::exchange(seo.description, QString());
    }

    const Matter &m_matter;
    bool m_isOwnExport;
    SourcePage &m_page;
    QString m_seoDescription;
};

} // namespace

void takeMatter(const Matter &matter, bool isOwnExport, SourcePage &page)
{
    MatterReader(matter, isOwnExport, page).read();
}

} // namespace kakehashi::takeover
