#include "takeover/hugo/sourcetree.h"

#include "base/encoding.h"
#include "base/file.h"
#include "content/page/language.h"
#include "takeover/hugo/matter/matter.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QUrl>

namespace kakehashi::takeover {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Import)
};

constexpr qint64 largestConfig = 1'000'000;

const QStringList &configNames()
{
    static const QStringList names{QStringLiteral("hugo.toml"),   QStringLiteral("hugo.yaml"),
                                   QStringLiteral("hugo.yml"),    QStringLiteral("hugo.json"),
                                   QStringLiteral("config.toml"), QStringLiteral("config.yaml"),
                                   QStringLiteral("config.yml"),  QStringLiteral("config.json")};
    return names;
}

bool isMarkdown(const QString &suffix)
{
    return suffix == QLatin1String("md") || suffix == QLatin1String("markdown") ||
           suffix == QLatin1String("mdown");
}

bool isHtml(const QString &suffix)
{
    return suffix == QLatin1String("html") || suffix == QLatin1String("htm");
}

bool isForeignText(const QString &suffix)
{
    static const QStringList others{QStringLiteral("adoc"),   QStringLiteral("asciidoc"),
                                    QStringLiteral("org"),    QStringLiteral("rst"),
                                    QStringLiteral("pandoc"), QStringLiteral("pdc")};
    return others.contains(suffix);
}

class Walker
{
public:
    explicit Walker(const QString &folder) : m_root(folder) { m_tree.folder = folder; }

    SourceTree walk()
    {
        const QString content = m_root.filePath(QStringLiteral("content"));
        const QString fixed = m_root.filePath(QStringLiteral("static"));
        const bool isSite =
            QFileInfo(content).isDir() && (QFileInfo(fixed).isDir() || !configFile().isEmpty());
        if (!isSite) {
            readConfig(m_root.filePath(QStringLiteral("_config.yml")));
            walkPages(m_root.path());
            return m_tree;
        }
        readConfig(configFile());
        if (QFile::exists(m_root.filePath(QStringLiteral("data/site.json"))))
            m_tree.data = m_root.filePath(QStringLiteral("data"));
        walkPages(content);
        walkStatic(fixed);
        nameTheRest();
        return m_tree;
    }

private:
    QString configFile() const
    {
        for (const QString &name : configNames()) {
            if (QFile::exists(m_root.filePath(name)))
                return m_root.filePath(name);
        }
        const QString folder = m_root.filePath(QStringLiteral("config/_default"));
        for (const QString &name : configNames()) {
            if (QFile::exists(folder + QLatin1Char('/') + name))
                return folder + QLatin1Char('/') + name;
        }
        return {};
    }

    /// Only addresses are wanted, and a site that says nothing of them is no less a site.
    void readConfig(const QString &file)
    {
        if (file.isEmpty() || !QFile::exists(file))
            return;
        const auto bytes = readFile(file, largestConfig);
        if (!bytes)
            return;
        const auto decoded = decodedText(*bytes, file);
        if (!decoded)
            return;
        const QString config = decoded->text;
        Result<QJsonObject> values = QJsonDocument::fromJson(config.toUtf8()).object();
        if (file.endsWith(QStringLiteral(".toml")))
            values = tomlMatter(config, file, 1);
        else if (!file.endsWith(QStringLiteral(".json")))
            values = yamlMatter(config, file, 1);
        if (!values)
            return;
        for (auto value = values->begin(); value != values->end(); ++value) {
            const QString text = value.value().toString();
            if (value.key().compare(QLatin1String("baseURL"), Qt::CaseInsensitive) == 0) {
                if (QUrl(text).host().isEmpty())
                    m_tree.base.setPath(text); // Jekyll's is a folder
                else
                    m_tree.base = QUrl(text);
            }
            if (value.key() == QLatin1String("url"))
                m_tree.base = QUrl(text + m_tree.base.path());
            if (value.key() == QLatin1String("permalink") && !text.isEmpty())
                m_tree.posts = text;
            if (value.key().compare(QLatin1String("permalinks"), Qt::CaseInsensitive) == 0)
                readPermalinks(value.value().toObject());
        }
    }

    /// {posts: "/:year/:slug/"}, or since Hugo 0.115 {page: {posts: …}}.
    void readPermalinks(const QJsonObject &json)
    {
        for (auto one = json.begin(); one != json.end(); ++one) {
            if (one.value().isString())
                m_tree.permalinks.insert(one.key(), one.value().toString());
        }
        if (json.value(QLatin1String("page")).isObject())
            readPermalinks(json.value(QLatin1String("page")).toObject());
    }

    void skip(const QString &shown, const QString &reason)
    {
        Place place;
        place.file = shown;
        m_tree.skipped.append({Severity::Ask, QStringLiteral("import-skipped"), reason, place});
    }

    /// Links may lead out of the folder, so they are named and not followed.
    bool isTaken(const QFileInfo &info)
    {
        const QString shown = m_root.relativeFilePath(info.filePath());
        if (info.isSymLink()) {
            skip(shown, Text::tr("It is a link to another file."));
            return false;
        }
        return !info.fileName().startsWith(QLatin1Char('.')) &&
               !shown.contains(QStringLiteral("/.")) && !shown.startsWith(QLatin1Char('.')) &&
               !isJekyllsOwn(shown) && info.fileName() != QLatin1String("Thumbs.db") &&
               info.fileName() != QLatin1String("desktop.ini");
    }

    /// Templates, and what Jekyll made of the pages.
    bool isJekyllsOwn(const QString &shown)
    {
        static const QStringList folders{QStringLiteral("_layouts"), QStringLiteral("_includes"),
                                         QStringLiteral("_sass"), QStringLiteral("_site"),
                                         QStringLiteral("_data")};
        const bool isOwn = shown == QLatin1String("_config.yml") ||
                           (shown.contains(u'/') && folders.contains(shown.section(u'/', 0, 0)));
        if (isOwn)
            skip(shown, notContent());
        return isOwn;
    }

    static QString notContent()
    {
        return Text::tr("It is no content: templates, themes and settings of the other program "
                        "stay behind.");
    }

    void walkPages(const QString &below)
    {
        const QDir content(below);
        QDirIterator files(below, QDir::Files | QDir::System, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            files.next();
            const QFileInfo info = files.fileInfo();
            if (!isTaken(info))
                continue;
            const SourceFile file{info.filePath(), m_root.relativeFilePath(info.filePath()),
                                  content.relativeFilePath(info.filePath())};
            const QString suffix = info.suffix().toLower();
            if (isForeignText(suffix))
                skip(file.shown, Text::tr("Pages in this form are not read; turn it into Markdown "
                                          "first."));
            else
                (isMarkdown(suffix) || isHtml(suffix) ? m_tree.pages : m_tree.media).append(file);
        }
        sort(m_tree.pages);
        sort(m_tree.media);
    }

    void walkStatic(const QString &below)
    {
        const QDir fixed(below);
        QDirIterator files(below, QDir::Files | QDir::System, QDirIterator::Subdirectories);
        QList<SourceFile> found;
        while (files.hasNext()) {
            files.next();
            const QFileInfo info = files.fileInfo();
            if (isTaken(info))
                found.append({info.filePath(), m_root.relativeFilePath(info.filePath()),
                              QLatin1Char('/') + fixed.relativeFilePath(info.filePath())});
        }
        sort(found);
        m_tree.media += found;
    }

    void nameTheRest()
    {
        static const QStringList known{QStringLiteral("content"), QStringLiteral("static"),
                                       QStringLiteral("public"), QStringLiteral("resources")};
        const QStringList entries = m_root.entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
        for (const QString &entry : entries) {
            const bool ours = entry == QLatin1String("data") && !m_tree.data.isEmpty();
            if (!known.contains(entry) && !configNames().contains(entry) && !ours)
                skip(entry, notContent());
        }
    }

    static void sort(QList<SourceFile> &files)
    {
        std::sort(files.begin(), files.end(), [](const SourceFile &left, const SourceFile &right) {
            return left.key < right.key;
        });
    }

    QDir m_root;
    SourceTree m_tree;
};

/// "en" of "about.en.md" as written; empty for other names. A short list: "release.v2.md" and
/// "minutes.no.md" are no translations.
QString languagePart(const QString &key)
{
    static const QStringList languages{
        QStringLiteral("ja"), QStringLiteral("en"), QStringLiteral("zh"), QStringLiteral("ko"),
        QStringLiteral("pt"), QStringLiteral("vi"), QStringLiteral("ne"), QStringLiteral("fr"),
        QStringLiteral("de"), QStringLiteral("es"), QStringLiteral("th"), QStringLiteral("fil")};
    const QString name = key.section(u'/', -1);
    const QString part = name.section(u'.', -2, -2);
    const bool isPart = name.count(u'.') >= 2 && content::isLanguageTag(part) &&
                        languages.contains(part.section(u'-', 0, 0).toLower());
    return isPart ? part : QString();
}

} // namespace

bool hasLanguage(const QString &key)
{
    return !languagePart(key).isEmpty();
}

QString languageInName(const QString &key)
{
    return content::storedTag(languagePart(key));
}

QString nameWithoutLanguage(const QString &key)
{
    const QString part = languagePart(key);
    if (part.isEmpty())
        return key;
    const qsizetype dot = key.lastIndexOf(u'.');
    return key.left(dot - part.size() - 1) + key.mid(dot);
}

Result<SourceTree> readTree(const QString &folder)
{
    if (QFileInfo(folder).isFile())
        return fail(ErrorCode::Invalid,
                    Text::tr("%1 is a file. Choose the folder that holds the Markdown files.")
                        .arg(QDir::toNativeSeparators(folder)));
    if (!QFileInfo(folder).isDir())
        return fail(ErrorCode::NotFound, Text::tr("The folder %1 is not there. Check its name.")
                                             .arg(QDir::toNativeSeparators(folder)));
    return Walker(QDir::cleanPath(folder)).walk();
}

} // namespace kakehashi::takeover
