#include "takeover/hugo/config/siteconfig.h"

#include "base/encoding.h"
#include "base/file.h"
#include "takeover/hugo/matter/matter.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

namespace kakehashi::takeover {
namespace {

constexpr qint64 largestConfig = 1'000'000;

Result<QJsonObject> readValues(const QString &file, const QString &shown)
{
    const auto bytes = readFile(file, largestConfig);
    if (!bytes)
        return passOn(bytes);
    const auto text = decodedText(*bytes, shown);
    if (!text)
        return passOn(text);
    if (file.endsWith(QLatin1String(".toml")))
        return tomlMatter(text->text, shown, 1);
    if (!file.endsWith(QLatin1String(".json")))
        return yamlMatter(text->text, shown, 1);
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(text->text.toUtf8(), &error);
    return json.isObject() ? Result<QJsonObject>(json.object())
                           : badMatter(shown, 1, error.errorString());
}

/// Capitals do not count in Hugo's keys; what names a folder or language keeps its own.
QString keyOf(const QJsonObject &values, const QString &wanted)
{
    for (auto value = values.begin(); value != values.end(); ++value)
        if (value.key().compare(wanted, Qt::CaseInsensitive) == 0)
            return value.key();
    return wanted;
}

QJsonValue valueOf(const QJsonObject &values, const char *wanted)
{
    return values.value(keyOf(values, QLatin1String(wanted)));
}

void merge(QJsonObject &into, const QJsonObject &from)
{
    for (auto value = from.begin(); value != from.end(); ++value) {
        const QString key = keyOf(into, value.key());
        if (value.value().isObject() && into.value(key).isObject()) {
            QJsonObject both = into.value(key).toObject();
            merge(both, value.value().toObject());
            into.insert(key, both);
        } else {
            into.insert(key, value.value());
        }
    }
}

/// The files of a folder of settings, "hugo.toml" before the categories.
QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator each(folder,
                      {QStringLiteral("*.toml"), QStringLiteral("*.yaml"), QStringLiteral("*.yml"),
                       QStringLiteral("*.json")},
                      QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (each.hasNext())
        files.append(each.next());
    const auto isCategory = [](const QString &file) {
        return !hugoConfigNames().contains(QFileInfo(file).fileName());
    };
    std::sort(files.begin(), files.end(), [&](const QString &left, const QString &right) {
        return std::pair(isCategory(left), left) < std::pair(isCategory(right), right);
    });
    return files;
}

/// What a file says, as if it stood in the whole: "permalinks.en.toml" is about languages.en.
QJsonObject asWhole(const QJsonObject &values, const QString &fileName)
{
    if (hugoConfigNames().contains(fileName))
        return values;
    const QStringList parts = fileName.section(u'.', 0, -2).toLower().split(u'.');
    const QString &category = parts.first();
    const QString own = keyOf(values, category);
    const bool isWrapped = values.size() == 1 && values.contains(own);
    const QJsonValue inner = isWrapped ? values.value(own) : QJsonValue(values);
    const QJsonObject whole{{category, inner}};
    if (parts.size() < 2)
        return whole;
    return {{QStringLiteral("languages"), QJsonObject{{parts.at(1), whole}}}};
}

/// "posts" of "/posts/**" and of "{/posts,/posts/**}", as newer Hugos write it.
QString folderOfGlob(const QString &glob)
{
    QString folder = glob;
    if (folder.startsWith(u'{'))
        folder = folder.mid(1).section(u',', 0, 0).remove(u'}');
    if (folder == QLatin1String("/*"))
        return QStringLiteral("/");
    folder = folder.section(u'*', 0, 0);
    while (folder.startsWith(u'/'))
        folder.remove(0, 1);
    while (folder.endsWith(u'/'))
        folder.chop(1);
    return folder;
}

QString folderOfKey(const QString &key)
{
    const QString folder = folderOfGlob(key.trimmed());
    return folder.isEmpty() ? QStringLiteral("/") : folder;
}

/// [[permalinks]] pattern, target {kind, path, lang}
void addList(const QJsonArray &list, const QString &language, QList<AddressPattern> &patterns)
{
    for (const auto &each : list) {
        const QJsonObject rule = each.toObject();
        const QJsonObject target = valueOf(rule, "target").toObject();
        const QString kind = valueOf(target, "kind").toString().remove(u'{').section(u',', 0, 0);
        const QString lang = valueOf(target, "lang").toString().toLower();
        patterns.append({valueOf(rule, "pattern").toString(),
                         folderOfGlob(valueOf(target, "path").toString()), kind,
                         lang.isEmpty() ? language : lang});
    }
}

void addMap(const QJsonObject &map, const QString &kind, const QString &language,
            QList<AddressPattern> &patterns)
{
    for (auto one = map.begin(); one != map.end(); ++one)
        if (one.value().isString())
            patterns.append({one.value().toString(), folderOfKey(one.key()), kind, language});
}

/// {posts: "/:year/:slug/"}, since Hugo 0.115 {page: {posts: …}}, later a list.
void addPatterns(const QJsonValue &given, const QString &language, QList<AddressPattern> &patterns)
{
    addList(given.toArray(), language, patterns);
    const QJsonObject map = given.toObject();
    QList<AddressPattern> found;
    for (const char *kind : {"page", "section"})
        addMap(valueOf(map, kind).toObject(), QLatin1String(kind), language, found);
    addMap(map, QStringLiteral("page"), language, found);
    // A folder within another one says more than that.
    std::stable_sort(found.begin(), found.end(),
                     [](const AddressPattern &left, const AddressPattern &right) {
                         return left.folder.count(u'/') > right.folder.count(u'/');
                     });
    patterns += found;
}

QStringList textsOf(const QJsonValue &value)
{
    return value.isString() ? QStringList{value.toString()} : value.toVariant().toStringList();
}

void readHugo(const QJsonObject &values, SiteConfig &config)
{
    config.ignoredFiles = textsOf(valueOf(values, "ignoreFiles"));
    config.isFutureBuilt = valueOf(values, "buildFuture").toBool();
    config.cascades = cascadesOf(valueOf(values, "cascade"), {}, QStringLiteral("hugo.toml"));
    const QUrl base(valueOf(values, "baseURL").toString());
    config.base = base.host().isEmpty() ? QUrl() : base;
    if (base.host().isEmpty())
        config.base.setPath(base.path());
    config.isLanguageInPath = valueOf(values, "defaultContentLanguageInSubdir").toBool();
    const QJsonObject languages = valueOf(values, "languages").toObject();
    // Themes' examples say "en" where there is but one language, whichever it is.
    if (languages.size() > 1 || config.isLanguageInPath)
        config.language = valueOf(values, "defaultContentLanguage").toString().toLower();
    for (auto one = languages.begin(); one != languages.end(); ++one) {
        const QJsonObject language = one.value().toObject();
        addPatterns(valueOf(language, "permalinks"), one.key().toLower(), config.patterns);
        const QString folder = QDir::cleanPath(valueOf(language, "contentDir").toString());
        if (folder.startsWith(QLatin1String("content/")))
            config.contentFolders.insert(folder, one.key());
    }
    addPatterns(valueOf(values, "permalinks"), {}, config.patterns);
    const QJsonValue ugly = valueOf(values, "uglyURLs");
    config.isUgly = ugly.toBool();
    const QJsonObject uglySections = ugly.toObject();
    for (auto one = uglySections.begin(); one != uglySections.end(); ++one)
        if (one.value().toBool())
            config.uglySections.insert(one.key());
}

/// defaults: [{scope: {path, type}, values: {permalink}}]; the longer path counts, then the later.
QList<AddressPattern> jekyllDefaults(const QJsonArray &list)
{
    QList<AddressPattern> patterns;
    for (const auto &each : list) {
        const QJsonObject scope = each.toObject().value(u"scope").toObject();
        const QString pattern =
            each.toObject().value(u"values").toObject().value(u"permalink").toString();
        if (!pattern.isEmpty())
            patterns.prepend({pattern, folderOfGlob(scope.value(u"path").toString()),
                              scope.value(u"type").toString()});
    }
    std::stable_sort(patterns.begin(), patterns.end(),
                     [](const AddressPattern &left, const AddressPattern &right) {
                         return left.folder.size() > right.folder.size();
                     });
    return patterns;
}

QList<Cascade> jekyllCascades(const QJsonArray &list)
{
    QList<Cascade> cascades;
    for (const auto &each : list) {
        const QJsonObject scope = each.toObject().value(u"scope").toObject();
        const HidingWords words = hidingWords(each.toObject().value(u"values").toObject());
        if (!words.isEmpty())
            cascades.prepend({folderOfGlob(scope.value(u"path").toString()),
                              {},
                              scope.value(u"type").toString(),
                              QStringLiteral("_config.yml"),
                              words});
    }
    std::stable_sort(cascades.begin(), cascades.end(),
                     [](const Cascade &left, const Cascade &right) {
                         return left.folder.size() > right.folder.size();
                     });
    return cascades;
}

void readJekyll(const QJsonObject &values, SiteConfig &config)
{
    config.excluded = textsOf(values.value(u"exclude"));
    config.isFutureBuilt = values.value(u"future").toBool();
    config.cascades = jekyllCascades(values.value(u"defaults").toArray());
    config.isJekyll = true;
    config.base = QUrl(values.value(u"url").toString());
    config.base.setPath(values.value(u"baseurl").toString());
    if (const QString posts = values.value(u"permalink").toString(); !posts.isEmpty())
        config.posts = posts;
    const QJsonValue collections = values.value(u"collections");
    for (const auto &name : collections.toArray()) // named alone, none of their pages were made
        config.collections.insert(name.toString(), {});
    const QJsonObject told = collections.toObject();
    for (auto one = told.begin(); one != told.end(); ++one)
        config.collections.insert(one.key(), one.value().toObject().value(u"permalink").toString());
    config.patterns = jekyllDefaults(values.value(u"defaults").toArray());
}

class Reader
{
public:
    explicit Reader(const QString &folder) : m_folder(folder) {}

    void take(const QString &file, bool isWhole)
    {
        const QString shown = m_folder.relativeFilePath(file);
        const auto read = readValues(file, shown);
        if (!read) {
            Place place;
            place.file = shown;
            issues.append(
                {Severity::Should, QStringLiteral("import-skipped"), read.error().text, place});
            return;
        }
        merge(values, isWhole ? *read : asWhole(*read, QFileInfo(file).fileName()));
    }

    QJsonObject values;
    Issues issues;

private:
    QDir m_folder;
};

} // namespace

const QStringList &hugoConfigNames()
{
    static const QStringList names{QStringLiteral("hugo.toml"),   QStringLiteral("hugo.yaml"),
                                   QStringLiteral("hugo.yml"),    QStringLiteral("hugo.json"),
                                   QStringLiteral("config.toml"), QStringLiteral("config.yaml"),
                                   QStringLiteral("config.yml"),  QStringLiteral("config.json")};
    return names;
}

SiteConfig readSiteConfig(const QString &folder, bool isHugo)
{
    const QDir root(folder);
    Reader reader(folder);
    SiteConfig config;
    config.isHugo = isHugo;
    if (isHugo) {
        for (const QString &name : hugoConfigNames()) {
            if (!root.exists(name))
                continue;
            reader.take(root.filePath(name), true);
            break;
        }
        for (const auto *environment : {"config/_default", "config/production"})
            for (const QString &file : filesBelow(root.filePath(QLatin1String(environment))))
                reader.take(file, false);
        readHugo(reader.values, config);
    } else if (root.exists(QStringLiteral("_config.yml"))) {
        reader.take(root.filePath(QStringLiteral("_config.yml")), true);
        readJekyll(reader.values, config);
    }
    config.issues = reader.issues;
    return config;
}

} // namespace kakehashi::takeover
