#include "ui/media/mediaimport.h"

#include "base/file.h"
#include "content/media/medianotice.h"
#include "content/media/mediarepository.h"
#include "ui/shell/background.h"
#include "ui/shell/session.h"
#include "workspace/layout.h"
#include "workspace/schema.h"

#include <QBuffer>
#include <QCoreApplication>

namespace kakehashi::ui {

namespace {

struct MediaImport
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::ui::MediaImport)
};

struct Outcome
{
    QList<content::MediaAsset> assets;
    QList<Error> errors;
    QStringList notices; ///< what visitors will not get of the files
};

using Adding = std::function<void(content::MediaRepository &, Outcome &)>;

void keep(const content::MediaRepository &media, const Result<content::MediaAsset> &added,
          Outcome &outcome)
{
    if (!added) {
        outcome.errors << added.error();
        return;
    }
    outcome.assets << *added;
    const auto bytes = readFile(media.pathOf(*added), content::MediaRepository::maxBytes);
    const QString notice =
        bytes ? content::noticeOf(*bytes, added->mimeType, added->fileName) : QString();
    if (!notice.isEmpty())
        outcome.notices << notice;
}

/// One message for all: each would take the place of the one before.
void tell(Session &session, const QStringList &notices)
{
    if (notices.isEmpty())
        return;
    const auto others = static_cast<int>(notices.size() - 1);
    QString text = notices.first();
    if (others > 0)
        text +=
            MediaImport::tr(" The check lists %n more file(s) with such notes.", nullptr, others);
    session.showMessage({Message::Level::Info, text});
}

/// Hashing, decoding and copying of large files must not stop the typing, and a database
/// connection belongs to one thread: so the worker has its own.
Outcome addInWorker(const QString &folder, const Adding &add)
{
    Outcome outcome;
    const auto database =
        store::Database::open(workspace::layout::databaseIn(folder), workspace::schema());
    if (!database) {
        outcome.errors << database.error();
        return outcome;
    }
    content::MediaRepository media(**database, workspace::layout::mediaIn(folder), Clock::system());
    add(media, outcome);
    return outcome;
}

/// The message bar holds one message: all that failed is in it.
void sayErrors(Session &session, const Outcome &outcome)
{
    if (outcome.errors.isEmpty())
        return;
    QStringList texts;
    for (const Error &error : outcome.errors)
        texts << error.text;
    const auto added = static_cast<int>(outcome.assets.size());
    if (added > 0)
        texts << MediaImport::tr("%n other file(s) were added.", nullptr, added);
    session.showError({outcome.errors.constFirst().code, texts.join(u'\n')});
}

void import(Session &session, QObject *context, Adding add, MediaImported done)
{
    runInBackground(
        *QThreadPool::globalInstance(), context,
        [folder = session.workspace().folder(), add = std::move(add)] {
            return addInWorker(folder, add);
        },
        [&session, done = std::move(done)](const Outcome &outcome) {
            if (!outcome.assets.isEmpty()) {
                session.announceSiteChange();
                done(outcome.assets);
            }
            // After the good news, so that it does not hide what to know and the bad.
            tell(session, outcome.notices);
            sayErrors(session, outcome);
        });
}

} // namespace

void importFiles(Session &session, QObject *context, const QStringList &paths, MediaImported done)
{
    const Adding add = [paths](content::MediaRepository &media, Outcome &outcome) {
        for (const QString &path : paths)
            keep(media, media.addFile(path), outcome);
    };
    import(session, context, add, std::move(done));
}

void importPicture(Session &session, QObject *context, const QImage &picture, MediaImported done)
{
    const Adding add = [picture](content::MediaRepository &media, Outcome &outcome) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        picture.save(&buffer, "PNG");
        keep(media, media.addBytes(bytes, QStringLiteral("picture.png")), outcome);
    };
    import(session, context, add, std::move(done));
}

void importOffered(Session &session, QObject *context, const QList<OfferedMedia> &offered,
                   MediaAnswered done)
{
    using Answers = QList<std::optional<content::MediaAsset>>;
    runInBackground(
        *QThreadPool::globalInstance(), context,
        [folder = session.workspace().folder(), offered] {
            std::pair<Outcome, Answers> result;
            Answers &answers = result.second;
            result.first = addInWorker(folder, [&](auto &media, Outcome &outcome) {
                for (const OfferedMedia &each : offered) {
                    const auto added = each.file.isEmpty() ? media.addBytes(each.bytes, each.name)
                                                           : media.addFile(each.file);
                    keep(media, added, outcome);
                    answers << (added ? std::optional(*added) : std::nullopt);
                }
            });
            answers.resize(offered.size()); // where not even the database opened
            return result;
        },
        [&session, done = std::move(done)](const std::pair<Outcome, Answers> &result) {
            if (!result.first.assets.isEmpty())
                session.announceSiteChange();
            done(result.second);
            // The last message is the one that is read: what was refused.
            tell(session, result.first.notices);
            sayErrors(session, result.first);
        });
}

} // namespace kakehashi::ui
