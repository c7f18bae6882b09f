#include "ui/publish/sentpages.h"

#include "base/file.h"
#include "content/pagerepository.h"
#include "publish/signature/paramsfor.h"
#include "ui/shell/session.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace kakehashi::ui {
namespace {

constexpr qint64 largestNote = 16'000'000;

QString noteFile(Session &session, const publish::Target &target)
{
    const QDir folder(publish::journalFolder(session.workspace().folder()));
    return folder.filePath(target.id.toString() + QStringLiteral(".sending"));
}

} // namespace

Result<void> noteSending(Session &session, const publish::Target &target,
                         const QHash<Ulid, int> &revisions)
{
    QJsonObject pages;
    for (auto page = revisions.cbegin(); page != revisions.cend(); ++page)
        pages.insert(page.key().toString(), page.value());
    return writeFile(noteFile(session, target), QJsonDocument(pages).toJson());
}

Result<void> takeSent(Session &session, const publish::Target &target)
{
    const auto note = readFile(noteFile(session, target), largestNote);
    if (!note)
        return note.error().code == ErrorCode::NotFound ? Result<void>() : passOn(note);
    const QJsonObject pages = QJsonDocument::fromJson(*note).object();
    QHash<Ulid, int> revisions;
    for (auto page = pages.begin(); page != pages.end(); ++page)
        revisions.insert(Ulid::fromString(page.key()), page.value().toInt());
    if (auto noted = session.workspace().pages().noteSent(revisions); !noted)
        return noted;
    forgetSending(session, target);
    return {};
}

void forgetSending(Session &session, const publish::Target &target)
{
    QFile::remove(noteFile(session, target));
}

} // namespace kakehashi::ui
