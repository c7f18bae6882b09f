#include "publish/planning/shadows.h"

#include "base/someof.h"
#include "publish/transaction/controlfolder.h"

#include <QCoreApplication>

#include <algorithm>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Shadows)
};

/// What rental servers name in their DirectoryIndex, often before index.html.
bool isHomePage(const QString &name)
{
    static const QStringList names{
        QStringLiteral("index.php"),    QStringLiteral("index.htm"),
        QStringLiteral("index.cgi"),    QStringLiteral("index.pl"),
        QStringLiteral("index.shtml"),  QStringLiteral("index.xhtml"),
        QStringLiteral("index.asp"),    QStringLiteral("index.aspx"),
        QStringLiteral("index.jsp"),    QStringLiteral("default.html"),
        QStringLiteral("default.htm"),  QStringLiteral("default.asp"),
        QStringLiteral("default.aspx"), QStringLiteral("home.html"),
        QStringLiteral("top.html"),     QStringLiteral("index.phtml"),
        QStringLiteral("index.php5"),   QStringLiteral("index.php7"),
        QStringLiteral("welcome.html"), QStringLiteral("placeholder.html")};
    return names.contains(name.toLower());
}

/// The words that begin its lines, in lower case; of a section, also the section's.
QStringList directivesIn(const QByteArray &htaccess)
{
    QStringList words;
    for (const QByteArray &line : htaccess.split('\n')) {
        const QByteArray text = line.trimmed().toLower();
        if (!text.isEmpty() && !text.startsWith('#'))
            words.append(QString::fromUtf8(text.simplified()));
    }
    return words;
}

bool hasAny(const QStringList &lines, std::initializer_list<const char *> beginnings)
{
    return std::any_of(lines.cbegin(), lines.cend(), [&](const QString &line) {
        return std::any_of(beginnings.begin(), beginnings.end(), [&](const char *beginning) {
            return line.startsWith(QLatin1String(beginning));
        });
    });
}

void judge(const QByteArray &htaccess, const QString &path, QList<Shadow> &found)
{
    const QStringList lines = directivesIn(htaccess);
    if (hasAny(lines, {"authtype", "authuserfile", "require valid-user", "require user",
                       "require all denied", "deny from all"}))
        found.append({Shadow::Kind::Password, path});
    if (hasAny(lines, {"rewriterule", "redirect", "directoryindex", "fallbackresource",
                       "rewriteengine off"}))
        found.append({Shadow::Kind::Rules, path});
}

void note(Issues &notes, const QList<Shadow> &shadows, Shadow::Kind kind, const char *rule,
          const QString &text)
{
    QStringList paths;
    for (const Shadow &shadow : shadows) {
        if (shadow.kind == kind)
            paths.append(shadow.path);
    }
    if (!paths.isEmpty())
        notes.append({Severity::Should, QString::fromLatin1(rule), text.arg(someOf(paths))});
}

} // namespace

Result<QList<Shadow>> findShadows(RemoteFiles &files, const QString &root,
                                  const QList<FolderEntry> &entries, const JobContext &context)
{
    constexpr qsizetype mostFolders = 500;
    constexpr qint64 mostBytes = 16 * 1024; // of an .htaccess
    QList<Shadow> found;
    QStringList settings;
    Batch reads;
    for (const FolderEntry &entry : entries) {
        if (entry.info.isFile() && isHomePage(entry.name))
            found.append({Shadow::Kind::HomePage, entry.name});
        const bool isOwn = entry.info.isFile() && entry.name == QLatin1String(".htaccess");
        if (!isOwn && (!entry.info.isFolder() || reads.size() >= mostFolders))
            continue;
        const QString path = isOwn ? entry.name : entry.name + QStringLiteral("/.htaccess");
        settings.append(path);
        reads.append(Operation::read(ControlFolder::join(root, path), mostBytes));
    }
    if (reads.isEmpty())
        return found;
    const auto read = files.run(reads, context);
    if (!read)
        return passOn(read);
    for (qsizetype i = 0; i < reads.size(); ++i) {
        if (read->at(i).ok())
            judge(read->at(i).bytes, settings.at(i), found);
    }
    return found;
}

Issues shadowNotes(const QList<Shadow> &shadows)
{
    Issues notes;
    note(notes, shadows, Shadow::Kind::HomePage, "publish-shadowed-home",
         Text::tr("Another home page lies there: %1. The .htaccess of this site lets Apache show "
                  "ours; another web server may go on showing that one. Look at the site after "
                  "publishing, and remove it when it is no longer needed."));
    note(notes, shadows, Shadow::Kind::Rules, "publish-foreign-rules",
         Text::tr("Rules of somebody else's may lead visitors away from our pages: %1. In the "
                  "docroot ours take their place only if you say so; in a folder theirs hold for "
                  "all that lies in it."));
    note(notes, shadows, Shadow::Kind::Password, "publish-foreign-password",
         Text::tr("Somebody else's settings ask visitors for a password or turn them away: %1. "
                  "Pages of ours that lie there would not be seen by everybody."));
    return notes;
}

} // namespace kakehashi::publish
