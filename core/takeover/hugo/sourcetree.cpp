#include "takeover/hugo/sourcetree.h"

#include "content/page/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>

namespace kakehashi::takeover {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Import)
};

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
        const bool isSite = QFileInfo(content).isDir() && (QFileInfo(fixed).isDir() || hasConfig());
        readConfig(isSite);
        if (!isSite) {
            walkPages(m_root.path());
            return m_tree;
        }
        if (QFile::exists(m_root.filePath(QStringLiteral("data/site.json"))))
            m_tree.data = m_root.filePath(QStringLiteral("data"));
        walkPages(content);
        walkStatic(fixed);
        nameTheRest();
        return m_tree;
    }

private:
    bool hasConfig() const
    {
        const auto isThere = [&](const QString &name) { return m_root.exists(name); };
        return isThere(QStringLiteral("config/_default")) ||
               isThere(QStringLiteral("config/production")) ||
               std::any_of(hugoConfigNames().cbegin(), hugoConfigNames().cend(), isThere);
    }

    /// Only addresses are wanted, and a site that says nothing of them is no less a site.
    void readConfig(bool isHugo)
    {
        m_tree.config = readSiteConfig(m_root.path(), isHugo);
        m_tree.skipped += m_tree.config.issues;
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
               info.fileName() != QLatin1String("desktop.ini") && !isLeftOut(info, shown);
    }

    /// What the other program was told not to look at; its visitors never saw it.
    bool isLeftOut(const QFileInfo &info, const QString &shown)
    {
        const SiteConfig &config = m_tree.config;
        const auto isIgnored = [&](const QString &pattern) {
            return info.absoluteFilePath().contains(QRegularExpression(pattern));
        };
        const auto isExcluded = [&](const QString &glob) {
            const QString name = glob.endsWith(u'/') ? glob.chopped(1) : glob;
            const auto form = QRegularExpression::fromWildcard(name, Qt::CaseSensitive);
            return shown == name || shown.startsWith(name + u'/') || form.match(shown).hasMatch();
        };
        const bool isOut =
            std::any_of(config.ignoredFiles.cbegin(), config.ignoredFiles.cend(), isIgnored) ||
            std::any_of(config.excluded.cbegin(), config.excluded.cend(), isExcluded);
        if (isOut)
            skip(shown, Text::tr("The settings of the other program leave it out."));
        return isOut;
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
            const QString suffix = info.suffix().toLower();
            const QString shown = m_root.relativeFilePath(info.filePath());
            const SourceFile file{info.filePath(), shown,
                                  keyOf(shown, content.relativeFilePath(info.filePath()))};
            if (isForeignText(suffix))
                skip(file.shown, Text::tr("Pages in this form are not read; turn it into Markdown "
                                          "first."));
            else
                (isMarkdown(suffix) || isHtml(suffix) ? m_tree.pages : m_tree.media).append(file);
        }
        sort(m_tree.pages);
        sort(m_tree.media);
    }

    /// "about.en.md" of "content/english/about.md" where that folder is a language's, as if the
    /// file's name said so.
    QString keyOf(const QString &shown, const QString &key) const
    {
        const SiteConfig &config = m_tree.config;
        for (auto one = config.contentFolders.begin(); one != config.contentFolders.end(); ++one) {
            if (!shown.startsWith(one.key() + u'/'))
                continue;
            const QString rest = shown.mid(one.key().size() + 1);
            const bool isPage = isMarkdown(QFileInfo(rest).suffix().toLower());
            if (!isPage || one.value().toLower() == config.language || hasLanguage(rest))
                return rest;
            const qsizetype dot = rest.lastIndexOf(u'.');
            return rest.left(dot + 1) + one.value() + rest.mid(dot);
        }
        return key;
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
                                       QStringLiteral("public"), QStringLiteral("resources"),
                                       QStringLiteral("config")};
        const QStringList entries = m_root.entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
        for (const QString &entry : entries) {
            const bool ours = entry == QLatin1String("data") && !m_tree.data.isEmpty();
            if (!known.contains(entry) && !hugoConfigNames().contains(entry) && !ours)
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
