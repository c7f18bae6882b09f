#include "ui/targets/access/keyfile.h"

#include "base/file.h"
#include "ui/remote/publishingsite.h"
#include "ui/shell/session.h"
#include "ui/targets/access/accesskeeper.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileDialog>

namespace kakehashi::ui {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::ui::KeyFile)
};

constexpr qint64 largestKeyFile = 4096;

Result<QByteArray> readKey(const QString &siteId, const QString &path)
{
    const auto line = readFile(path, largestKeyFile);
    if (!line)
        return passOn(line);
    return publish::manifestKeyFromText(siteId, QString::fromUtf8(*line));
}

Result<void> writeKey(const QString &path, const QString &line)
{
    QFile file(path);
    const QByteArray bytes = line.toLatin1() + '\n';
    // Before the key is in it, not after.
    const bool written = file.open(QIODevice::WriteOnly | QIODevice::Truncate) &&
                         file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                         file.write(bytes) == bytes.size() && file.flush();
    return written ? Result<void>() : Result<void>(writeError(path, file));
}

QString fileKinds()
{
    return Text::tr("Signature key (*.key)");
}

} // namespace

void importKeyFile(Session &session, AccessKeeper &access, QWidget *parent,
                   std::function<void()> done)
{
    const auto site = publishingSite(session);
    if (!site)
        return session.showError(site.error());
    auto *dialog =
        new QFileDialog(parent, Text::tr("Import the signature key"), QString(), fileKinds());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(
        dialog, &QFileDialog::fileSelected, parent,
        [&session, &access, parent, done = std::move(done), id = site->id](const QString &path) {
            const auto key = readKey(id, path);
            if (!key)
                return session.showError(key.error());
            access.keepKey(id, *key, parent, [&session, done](const Result<void> &kept) {
                if (!kept)
                    return session.showError(kept.error());
                session.showMessage({Message::Level::Success,
                                     Text::tr("The key is in this computer's keychain. Delete the "
                                              "file it came in.")});
                if (done)
                    done();
            });
        });
    dialog->open();
}

void exportKeyFile(Session &session, AccessKeeper &access, QWidget *parent)
{
    const auto site = publishingSite(session);
    if (!site)
        return session.showError(site.error());
    access.fetchKey(site->id, parent, [&session, parent, id = site->id](const auto &key) {
        if (key.bytes.isEmpty() || key.isNew) {
            const QString why =
                key.problem.isEmpty()
                    ? Text::tr("This computer has no signature key of the site yet. It is made at "
                               "the first publish from here.")
                    : key.problem;
            return session.showMessage({Message::Level::Info, why});
        }
        auto *dialog = new QFileDialog(parent, Text::tr("Export the signature key"),
                                       QStringLiteral("kakehashi.key"), fileKinds());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        const QString line = publish::manifestKeyText(id, key.bytes);
        QObject::connect(
            dialog, &QFileDialog::fileSelected, parent, [&session, line](const QString &path) {
                if (const auto written = writeKey(path, line); !written)
                    return session.showError(written.error());
                session.showMessage({Message::Level::Success,
                                     Text::tr("The key is in %1. Hand it over by a safe way and "
                                              "delete the file afterwards.")
                                         .arg(path)});
            });
        dialog->open();
    });
}

} // namespace kakehashi::ui
