#include "publishfixture.h"

#include "base/file.h"

#include <QDir>
#include <QDirIterator>

#include <filesystem>

namespace kakehashi::test {
namespace {

constexpr qint64 largest = 100'000'000;

render::CommitGroup groupOf(const QString &path)
{
    if (path == QLatin1String("index.html"))
        return render::CommitGroup::Home;
    if (path.startsWith(QLatin1String("topics/index")))
        return render::CommitGroup::Listing;
    return path.endsWith(QLatin1String(".html")) ? render::CommitGroup::Page
                                                 : render::CommitGroup::Asset;
}

render::OutputFile outputFile(const QString &path, const Sha256 &hash, qint64 size)
{
    render::OutputFile made;
    made.path = path;
    made.hash = hash;
    made.size = size;
    made.group = groupOf(path);
    made.origin = {render::Origin::Kind::Page, path, path};
    return made;
}

/// With times, because manifests name them.
void copyFolder(const std::filesystem::path &from, const std::filesystem::path &to)
{
    namespace fs = std::filesystem;
    fs::create_directories(to);
    for (const fs::directory_entry &entry : fs::directory_iterator(from)) {
        const fs::path target = to / entry.path().filename();
        if (entry.is_symlink()) {
            fs::copy_symlink(entry.path(), target);
            continue;
        }
        if (entry.is_directory()) {
            copyFolder(entry.path(), target);
            continue;
        }
        fs::copy_file(entry.path(), target);
        fs::last_write_time(target, entry.last_write_time());
    }
}

/// In memory where there is such a place: a publish flushes to the disk at every step.
QString folderTemplate()
{
    const QString memory = QStringLiteral("/dev/shm");
    const QString folder = QFileInfo(memory).isWritable() ? memory : QDir::tempPath();
    return folder + QStringLiteral("/kakehashi-publish-XXXXXX");
}

QByteArray bytesOf(const QString &path)
{
    const Result<QByteArray> bytes = readFile(path, largest);
    return bytes ? *bytes : QByteArray("?");
}

} // namespace

BuiltSite::BuiltSite(Files files) : m_files(std::move(files)), m_objects(folderTemplate()) {}

render::OutputTree BuiltSite::tree() const
{
    render::OutputTree tree;
    for (auto file = m_files.begin(); file != m_files.end(); ++file)
        tree.files.append(outputFile(file.key(), Sha256::of(file.value()), file.value().size()));
    return tree;
}

Result<QString> BuiltSite::fileFor(const Sha256 &hash) const
{
    const QString path = m_objects.filePath(hash.toString());
    if (QFile::exists(path))
        return path;
    if (m_byHash.isEmpty()) {
        for (auto file = m_files.begin(); file != m_files.end(); ++file)
            m_byHash.insert(Sha256::of(file.value()), file.key());
    }
    const auto known = m_byHash.constFind(hash);
    if (known == m_byHash.constEnd())
        return fail(ErrorCode::NotFound, QStringLiteral("no such bytes"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(m_files.value(*known)) < 0)
        return fail(ErrorCode::Failed, file.errorString());
    return path;
}

FolderSite::FolderSite(const QString &folder)
{
    QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString file = all.next();
        const QByteArray bytes = bytesOf(file);
        const Sha256 hash = Sha256::of(bytes);
        m_tree.files.append(outputFile(file.mid(folder.size() + 1), hash, bytes.size()));
        m_fileOf.insert(hash, file);
    }
}

Result<QString> FolderSite::fileFor(const Sha256 &hash) const
{
    const auto file = m_fileOf.constFind(hash);
    if (file == m_fileOf.constEnd())
        return fail(ErrorCode::NotFound, QStringLiteral("no such bytes"));
    return *file;
}

void writeFolder(const QString &folder, const Files &files)
{
    QDir(folder).removeRecursively();
    for (auto file = files.begin(); file != files.end(); ++file) {
        const QString path = folder + u'/' + file.key();
        QDir().mkpath(QFileInfo(path).path());
        QFile made(path);
        if (!made.open(QIODevice::WriteOnly) || made.write(file.value()) != file.value().size())
            qFatal("%s: %s", qPrintable(path), qPrintable(made.errorString()));
    }
}

PublishPlace::PublishPlace() : m_folder(folderTemplate()), m_saved(folderTemplate())
{
    QDir().mkpath(root());
}

publish::PublishParams PublishPlace::params(const QString &machine) const
{
    publish::PublishParams params;
    params.target.id = Ulid::fromString(QStringLiteral("01ARZ3NDEKTSV4RRFFQ69G5FAV"));
    params.target.name = QStringLiteral("test");
    params.target.kind = publish::Target::Kind::Local;
    params.target.path = root();
    params.target.switching = m_switching;
    params.siteId = QStringLiteral("01SITE");
    params.author = QStringLiteral("Aoi");
    params.machine = machine;
    params.reconnectFor = std::chrono::seconds(0); // what is cut off stays so
    params.journalFolder = m_folder.filePath(machine);
    return params;
}

void PublishPlace::makeLinked()
{
    const QDir folder(QFileInfo(root()).path());
    const bool made = QFile::rename(root(), folder.filePath(QStringLiteral("first"))) &&
                      QFile::link(QStringLiteral("first"), root());
    if (!made)
        qFatal("%s cannot be made a link", qPrintable(root()));
    m_switching = publish::Target::Switching::ByLink;
}

QString PublishPlace::release() const
{
    return QFileInfo(root()).canonicalFilePath();
}

void PublishPlace::write(const QString &path, const QByteArray &bytes) const
{
    const QString full = root() + u'/' + path;
    QDir().mkpath(QFileInfo(full).path());
    if (auto written = writeFile(full, bytes); !written)
        qFatal("%s", qPrintable(written.error().text));
}

QByteArray PublishPlace::read(const QString &path) const
{
    return bytesOf(root() + u'/' + path);
}

Files filesBelow(const QString &folder)
{
    Files files;
    QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString path = all.next().mid(folder.size() + 1);
        if (!path.startsWith(QLatin1String(".kakehashi-")))
            files.insert(path, bytesOf(all.filePath()));
    }
    return files;
}

Files PublishPlace::files() const
{
    return filesBelow(root());
}

void PublishPlace::save()
{
    QDir(m_saved.path()).removeRecursively();
    copyFolder(m_folder.path().toStdString(), m_saved.path().toStdString());
}

void PublishPlace::restore() const
{
    for (const auto &entry : std::filesystem::directory_iterator(m_folder.path().toStdString()))
        std::filesystem::remove_all(entry);
    copyFolder(m_saved.path().toStdString(), m_folder.path().toStdString());
}

QString PublishPlace::controlFolder() const
{
    for (const QString &folder : {QFileInfo(root()).path(), root()}) {
        const QStringList found =
            QDir(folder).entryList({QStringLiteral(".kakehashi-*")}, QDir::Dirs | QDir::Hidden);
        if (!found.isEmpty())
            return folder + u'/' + found.first();
    }
    return {};
}

void PublishPlace::ageLock(int seconds) const
{
    const QDir control(controlFolder());
    for (const QString &name : control.entryList(QDir::Files | QDir::Hidden)) {
        QFile file(control.filePath(name));
        const QDateTime time = QFileInfo(file).lastModified().addSecs(-seconds);
        if (!file.open(QIODevice::ReadWrite) ||
            !file.setFileTime(time, QFileDevice::FileModificationTime))
            qFatal("%s cannot be aged", qPrintable(file.fileName()));
    }
}

Result<publish::Report> publishAll(publish::Publisher &publisher, const render::OutputTree &tree,
                                   const render::ByteSource &bytes,
                                   const publish::PlanOptions &options, const JobContext &context)
{
    const Result<publish::Plan> plan = publisher.plan(tree, options, context);
    if (!plan)
        return passOn(plan);
    return publisher.publish(*plan, bytes, rulesOf(plan->guards), context);
}

Result<publish::Report> publishAll(publish::Publisher &publisher, const BuiltSite &site,
                                   const publish::PlanOptions &options)
{
    return publishAll(publisher, site.tree(), site, options);
}

Files firstState()
{
    return {{QStringLiteral("index.html"), "home 1"},
            {QStringLiteral("kenmin/index.html"), "kenmin 1"},
            {QStringLiteral("old/index.html"), "to be removed"},
            {QStringLiteral("topics/index.html"), "topics 1"},
            {QStringLiteral("assets/style.11111111.css"), "style 1"},
            {QStringLiteral("media/logo.png"), "logo"}};
}

Files secondState()
{
    return {{QStringLiteral("index.html"), "home 2"},
            {QStringLiteral("kenmin/index.html"), "kenmin 2"},
            {QStringLiteral("award/2026/index.html"), "award, new"},
            {QStringLiteral("topics/index.html"), "topics 2"},
            {QStringLiteral("assets/style.22222222.css"), "style 2"},
            {QStringLiteral("media/logo.png"), "logo"},
            {QStringLiteral("media/copy.png"), "award, new"}};
}

Files linkedState(int number)
{
    const QByteArray mark = QByteArray::number(number);
    const QByteArray style = "/assets/style." + QByteArray(8, char('0' + number % 10)) + ".css";
    const auto page = [&](const QByteArray &title, const QByteArray &links) -> QByteArray {
        return "<title>" + title + ' ' + mark + "</title><link href=\"" + style + "\">" + links +
               QByteArray(200, 'x') + "</html>";
    };
    QByteArray topics;
    Files files{{QString::fromLatin1(style.mid(1)), "body { order: " + mark + " }"},
                {QStringLiteral("media/logo.png"), "logo"},
                {QStringLiteral("media/logo-copy.png"), "logo"},
                {QStringLiteral("kenmin/index.html"), page("kenmin", {})}};
    for (int i = 1; i <= number; ++i) {
        const QByteArray topic = "topics/" + QByteArray::number(i);
        files.insert(QString::fromLatin1(topic + "/index.html"), page(topic, {}));
        topics += "<a href=\"/" + topic + "/\">";
    }
    files.insert(QStringLiteral("topics/index.html"), page("topics", topics));
    files.insert(QStringLiteral("index.html"),
                 page("home", topics + "<a href=\"/kenmin/\"><a href=\"/topics/\">"));
    if (number % 2 == 1)
        files.insert(QStringLiteral("old/index.html"), page("old", {}));
    return files;
}

Files withOldAssets(Files state, const Files &before)
{
    for (auto file = before.begin(); file != before.end(); ++file) {
        if (file.key().startsWith(QLatin1String("assets/")))
            state.insert(file.key(), file.value());
    }
    return state;
}

Files foreignFiles()
{
    return {{QStringLiteral("old/theirs.txt"), "theirs"},
            {QStringLiteral("theirs.html"), "theirs, too"},
            {QStringLiteral("topics/.htaccess"), "Deny from none"}};
}

QStringList rulesOf(const Issues &issues)
{
    QStringList rules;
    for (const Issue &issue : issues)
        rules.append(issue.rule);
    return rules;
}

} // namespace kakehashi::test
