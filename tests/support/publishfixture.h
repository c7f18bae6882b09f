#pragma once

#include "publish/publisher.h"

#include <QByteArray>
#include <QHash>
#include <QMap>
#include <QString>
#include <QTemporaryDir>

namespace kakehashi::test {

using Files = QMap<QString, QByteArray>; ///< by path relative to the docroot

/// A built site of a few files, with bytes.
class BuiltSite final : public render::ByteSource
{
public:
    explicit BuiltSite(Files files = {});

    void set(const QString &path, const QByteArray &bytes)
    {
        m_files.insert(path, bytes);
        m_byHash.clear();
    }
    void remove(const QString &path) { m_files.remove(path); }
    const Files &files() const { return m_files; }

    render::OutputTree tree() const;
    Result<QString> fileFor(const Sha256 &hash) const override;

private:
    Files m_files;
    mutable QHash<Sha256, QString> m_byHash; ///< path, made when first needed
    QTemporaryDir m_objects;
};

/// A built site that lies in a folder as a visitor would see it; read when asked for.
class FolderSite final : public render::ByteSource
{
public:
    explicit FolderSite(const QString &folder);

    const render::OutputTree &tree() const { return m_tree; }
    Result<QString> fileFor(const Sha256 &hash) const override;

private:
    render::OutputTree m_tree;
    QHash<Sha256, QString> m_fileOf;
};

/// Makes `folder` hold exactly these files.
void writeFolder(const QString &folder, const Files &files);
/// Every file below a folder; control folders are left out.
Files filesBelow(const QString &folder);

/// A docroot on this machine, and two machines from which somebody publishes to it.
class PublishPlace
{
public:
    PublishPlace();

    QString root() const { return m_folder.filePath(QStringLiteral("srv/www")); }
    QString folder() const { return m_folder.path(); }
    /// From now on root() is a symbolic link to what lies there, and publishing switches it.
    void makeLinked();
    QString release() const; ///< the folder that root() leads to
    /// Keeps everything in folder() with its times, and puts it back.
    void save();
    void restore() const;
    /// `machine` names both the machine and its folder of traces.
    publish::PublishParams params(const QString &machine = QStringLiteral("alpha")) const;

    void write(const QString &path, const QByteArray &bytes) const; ///< by other means
    QByteArray read(const QString &path) const;
    Files files() const;           ///< all that visitors could see
    QString controlFolder() const; ///< empty when there is none
    /// Makes everything in the control folder look `seconds` older.
    void ageLock(int seconds) const;

private:
    QTemporaryDir m_folder;
    QTemporaryDir m_saved;
    publish::Target::Switching m_switching = publish::Target::Switching::InPlace;
};

/// Plans and publishes, confirming everything that may be confirmed.
Result<publish::Report> publishAll(publish::Publisher &publisher, const BuiltSite &site,
                                   const publish::PlanOptions &options = {});
Result<publish::Report> publishAll(publish::Publisher &publisher, const render::OutputTree &tree,
                                   const render::ByteSource &bytes,
                                   const publish::PlanOptions &options = {},
                                   const JobContext &context = {});

/// Five files of every commit group, and a second state with an addition, changes, a removal.
Files firstState();
Files secondState();

/// A site whose pages name each other and a style sheet with its hash in its name; each number is
/// another state: one more topic, another style sheet, and a page that only odd ones have.
Files linkedState(int number);
/// What lies there once `state` was published over `before`: hashed assets stay one more time.
Files withOldAssets(Files state, const Files &before);
/// Files of somebody else, also in a folder that linkedState(2) no longer needs.
Files foreignFiles();

QStringList rulesOf(const Issues &issues);

} // namespace kakehashi::test

/// Fails the test with the error's own sentence.
#define REQUIRE_OK(result)                                                         \
    QVERIFY2((result).has_value(),                                                 \
             (result) ? ""                                                         \
                      : qPrintable((result).error().text + QStringLiteral(" / ") + \
                                   (result).error().detail))
