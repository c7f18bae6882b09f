#include "takeover/hugo/sourcepage.h"

#include "base/cleantext.h"
#include "base/clock.h"
#include "base/encoding.h"
#include "base/file.h"
#include "content/page/cleancontent.h"
#include "content/page/terms.h"
#include "takeover/hugo/place/permalink.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QRegularExpression>
#include <QUrl>

namespace kakehashi::takeover {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Import)
};

constexpr qint64 largestFile = 4'000'000;

/// "2024-05-01 09:00:00 +0900" as well as ISO. A time without a zone is Japan's.
QDateTime momentOf(QString text)
{
    static const QRegularExpression form(
        QStringLiteral("\\A(\\d{4}-\\d{2}-\\d{2})[T ]+(\\d{2}:\\d{2}(?::\\d{2})?)(?:\\.\\d+)?"
                       "\\s*(Z|[+-]\\d{2}):?(\\d{2})?\\z"));
    text = text.trimmed().replace(QLatin1Char('/'), QLatin1Char('-'));
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

    Result<void> read()
    {
        for (auto value = m_matter.values.begin(); value != m_matter.values.end(); ++value) {
            const QString key = value.key().toLower();
            if (takeText(key, value.value()) || takePicture(key, value.value()) ||
                takeList(key, value.value()) || takeSeo(key, value.value()) ||
                takeNumber(key, value.value()) || takeLanguage(key, value.value()))
                continue;
            auto taken = takeTime(key, value.value());
            if (!taken)
                return passOn(taken);
            if (!*taken)
                content().fields.insert(value.key(), value.value());
        }
        settleSummary();
        return {};
    }

private:
    content::PageContent &content() { return m_page.page.content; }

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
        if (key == QLatin1String("aliases")) {
            m_page.aliases = textsOf(value);
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
        if (key == QLatin1String("draft")) {
            m_page.page.draft = value.toBool() || value.toString() == QLatin1String("true");
            return true;
        }
        const bool order = key == QLatin1String("weight") || key == QLatin1String("position");
        if (!order || !value.isDouble() || value.toDouble() < 0)
            return false;
        m_page.page.position = value.toInt(-1);
        return true;
    }

    Result<bool> takeTime(const QString &key, const QJsonValue &value)
    {
        QDateTime moment;
        const QHash<QString, QDateTime *> places{
            {QStringLiteral("date"), &moment},
            {QStringLiteral("lastmod"), &moment},
            {QStringLiteral("updated"), &moment},
            {QStringLiteral("publishdate"), &content().window.opens},
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
            return badMatter(m_page.source.shown, m_page.lineOf(key),
                             Text::tr("“%1” is no value for %2; dates are written 2026-04-01, "
                                      "times 2026-04-01T09:00")
                                 .arg(text, key));
        if (key == QLatin1String("date"))
            content().date = moment.toTimeZone(japanTime()).date();
        else if (place == &moment)
            m_page.page.others.insert(QStringLiteral("updated"), toStored(moment));
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

/// A file without a title has one in its text, or in its name.
void settleTitle(SourcePage &page)
{
    content::PageContent &content = page.page.content;
    if (!cleanedLine(content.title).trimmed().isEmpty())
        return;
    static const QRegularExpression heading(QStringLiteral("\\A\\s*#[ \t]+([^\n]+?)[ \t#]*\n"));
    const auto match = heading.match(content.body);
    if (match.hasMatch() && content.format == content::BodyFormat::Markdown) {
        content.title = match.captured(1);
        page.page.bodyLine += int(match.captured().count(QLatin1Char('\n')));
        content.body = content.body.mid(match.capturedEnd());
        page.notes.append(Text::tr("The title comes from the first heading."));
        return;
    }
    const QFileInfo info(page.source.key);
    const bool index = info.completeBaseName() == QLatin1String("index") ||
                       info.completeBaseName() == QLatin1String("_index");
    content.title = index ? QFileInfo(info.path()).fileName() : info.completeBaseName();
    if (content.title.isEmpty() || content.title == QLatin1String("."))
        content.title = Text::tr("Home");
    page.notes.append(Text::tr("The title comes from the file's name."));
}

/// "%e7%9c%8c", as WordPress names pages, is 県. A lone % is one.
QString decodedName(const QString &name)
{
    static const QRegularExpression encoded(QStringLiteral("%[89a-fA-F][0-9a-fA-F]"));
    const QString plain = QUrl::fromPercentEncoding(name.toUtf8());
    const bool isText = !plain.contains(QChar(QChar::ReplacementCharacter));
    return isText && name.contains(encoded) ? plain : name;
}

/// A permalink may be a whole address, or one with a query, as url: is.
void settleAddress(SourcePage &page)
{
    static const QRegularExpression whole(QStringLiteral("^https?://|[?]"));
    page.slug = decodedName(page.slug);
    if (!page.permalink.contains(whole)) {
        page.permalink = decodedName(page.permalink);
        return;
    }
    if (page.url.isEmpty())
        page.url = page.permalink;
    page.permalink.clear();
}

void tellOfUnfit(SourcePage &page, const QString &text, std::optional<char32_t> unfit)
{
    const qsizetype at = unfitAt(text);
    if (at < 0 && !unfit)
        return;
    const QString note = Text::tr("Characters that no page can show, as %1, were left out.")
                             .arg(codePointName(at < 0 ? *unfit : text[at].unicode()));
    Place place;
    place.file = page.source.shown;
    place.line = at < 0 ? 1 : int(text.left(at).count(u'\n')) + 1;
    page.notes.append(note);
    page.issues.append({Severity::Should, QStringLiteral("import-text"), note, place});
}

void tellOfLost(SourcePage &page, const QString &text)
{
    const Issues lost = lostLetters(text, page.source.shown);
    for (const Issue &issue : lost)
        page.notes.append(issue.text);
    page.issues += lost;
}

} // namespace

Issues lostLetters(const QString &text, const QString &file)
{
    const qsizetype at = text.indexOf(QChar(QChar::ReplacementCharacter));
    if (at < 0)
        return {};
    Place place;
    place.file = file;
    place.line = int(text.left(at).count(u'\n')) + 1;
    const int count = int(text.count(QChar(QChar::ReplacementCharacter)));
    const QString note =
        Text::tr("%n letter(s) were lost before the file came here (U+FFFD), the first in line %1. "
                 "Type them anew.",
                 nullptr, count)
            .arg(place.line);
    return {{Severity::Should, QStringLiteral("import-text"), note, place}};
}

int SourcePage::lineOf(const QString &key) const
{
    const QStringList lines = head.split(QLatin1Char('\n'));
    for (qsizetype at = 0; at < lines.size(); ++at) {
        QString line = lines.at(at).trimmed().toLower();
        if (line.remove(QLatin1Char('"')).startsWith(key.toLower()))
            return int(at) + 2;
    }
    return 1;
}

Result<SourcePage> readSourcePage(const SourceFile &file, bool isOwnExport)
{
    auto bytes = readFile(file.disk, largestFile);
    if (!bytes)
        return passOn(bytes);
    auto text = decodedText(*bytes, file.shown);
    if (!text)
        return passOn(text);
    return sourcePageOf(*text, file, isOwnExport);
}

Result<SourcePage> sourcePageOf(const DecodedText &text, const SourceFile &file, bool isOwnExport)
{
    auto matter = readMatter(text.text, file.shown);
    if (!matter)
        return passOn(matter);
    SourcePage page;
    page.source = file;
    page.page.content.body = matter->body;
    page.page.bodyLine = matter->bodyLine;
    page.head = matter->head;
    page.page.content.language.tag = languageInName(file.key);
    const QString suffix = QFileInfo(file.key).suffix().toLower();
    if (suffix.startsWith(QStringLiteral("htm"))) {
        if (!matter->given)
            return fail(ErrorCode::Unsupported,
                        Text::tr("%1 has no front matter: it is a finished HTML file, not a page "
                                 "to be made.")
                            .arg(file.shown));
        page.page.content.format = content::BodyFormat::Html;
    }
    if (auto read = MatterReader(*matter, isOwnExport, page).read(); !read)
        return passOn(read);
    const auto unfit = content::unfitIn(page.page.content); // of escapes like "\\u000b", too
    settleAddress(page);
    if (isJekyllPost(file.key))
        withoutDate(QFileInfo(file.key).completeBaseName(), &page.page.content.date);
    if (file.key.contains(QLatin1String("_drafts/")))
        page.page.draft = true;
    if (!isOwnExport)
        settleTitle(page);
    if (!text.isUtf8())
        page.notes.append(Text::tr("It was in %1 and is UTF-8 now.").arg(text.encoding));
    tellOfUnfit(page, text.text, unfit);
    tellOfLost(page, text.text);
    return page;
}

} // namespace kakehashi::takeover
