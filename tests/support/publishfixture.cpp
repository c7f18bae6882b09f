#include "publishfixture.h"

#include "base/file.h"

#include <QDir>
#include <QDirIterator>

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
    for (auto file = m_files.begin(); file != m_files.end(); ++file) {
        render::OutputFile made;
        made.path = file.key();
        made.hash = Sha256::of(file.value());
        made.size = file.value().size();
        made.group = groupOf(file.key());
        made.origin = {render::Origin::Kind::Page, file.key(), file.key()};
        tree.files.append(made);
    }
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

PublishPlace::PublishPlace() : m_folder(folderTemplate())
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
    params.siteId = QStringLiteral("01SITE");
    params.author = QStringLiteral("Aoi");
    params.machine = machine;
    params.reconnectFor = std::chrono::seconds(0); // what is cut off stays so
    params.journalFolder = m_folder.filePath(machine);
    return params;
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

Files PublishPlace::files() const
{
    Files files;
    QDirIterator all(root(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        const QString path = all.next().mid(root().size() + 1);
        if (!path.startsWith(QLatin1String(".kakehashi-")))
            files.insert(path, bytesOf(all.filePath()));
    }
    return files;
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

Result<publish::Report> publishAll(publish::Publisher &publisher, const BuiltSite &site,
                                   const publish::PlanOptions &options)
{
    const Result<publish::Plan> plan = publisher.plan(site.tree(), options);
    if (!plan)
        return passOn(plan);
    return publisher.publish(*plan, site, rulesOf(plan->guards));
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

QStringList rulesOf(const Issues &issues)
{
    QStringList rules;
    for (const Issue &issue : issues)
        rules.append(issue.rule);
    return rules;
}

} // namespace kakehashi::test
