#pragma once

#include "base/issue.h"
#include "publish/manifest.h"
#include "publish/remotefiles.h"
#include "publish/signature/signature.h"
#include "render/outputtree.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QSet>
#include <QString>

namespace kakehashi::publish {

/// What to do about a file that someone else made or changed.
enum class Resolution {
    Stop,       ///< nothing is published while the conflict stands
    KeepTheirs, ///< the file stays as it is and is no longer ours
    TakeOurs,   ///< ours goes there; theirs is put aside into undo/ first
};

struct PlanOptions
{
    Resolution conflicts = Resolution::Stop;
    QHash<QString, Resolution> byPath = {}; ///< overrides `conflicts`
    /// Files of others that a person once kept: they stay for as long as they look so. Overrides
    /// `conflicts`, too.
    QHash<QString, FileInfo> kept = {};
    /// Whether a publish that was cut off is first finished (or taken back); else the plan fails
    /// with Interrupted, so that a person can choose by recover().
    bool recover = true;
    /// Looked at on the server even where the manifest already has what the tree has: what drift
    /// showed to differ there, so that it is put right.
    QSet<QString> recheck = {};
    /// The tree is what this publish put there, wanted again; 0: it is not. Where the server still
    /// has that publish's files, they need not be sent.
    qint64 again = 0;
    /// What becomes of files that others changed while the tree has what was published; the old
    /// ones go to undo/. Those of `recheck` are conflicts.
    Resolution altered = Resolution::TakeOurs;
    /// What a person said may stay as it is, for as long as it looks so.
    QHash<QString, FileInfo> accepted = {};
    /// Whether a folder that lies where a file belongs, and what lies where a folder belongs, can
    /// be put aside; not where a whole new docroot is made.
    bool clearsTheWay = true;

    /// Everything that was published is looked at, unless somebody asked for some of it only.
    bool looksAtAll() const { return recheck.isEmpty(); }
};

/// One file that a publish touches, or would have to.
struct PlanItem
{
    enum class Action {
        Add,
        Replace,
        Remove,
        Adopt,    ///< on the server already with exactly our bytes; only the manifest learns of it
        Conflict, ///< not ours, or changed by someone else: the publish stops
        Foreign,  ///< not ours, kept because the person said so
    };

    Action action = Action::Add;
    QString path;     ///< relative to the docroot
    qint64 bytes = 0; ///< to send; 0 when nothing is sent
    Sha256 before;    ///< as the manifest has it; null for what is not ours
    Sha256 after;     ///< null when removed
    FileInfo found;   ///< what lies on the server now
    render::CommitGroup group = render::CommitGroup::Page;
    render::Origin origin;
    QString reason;          ///< for people: why this happens
    bool onlyByHand = false; ///< Conflict: ours cannot be put there, whatever a person chooses
};

/// What a publish will do, from which state. A value: made by plan(), shown to a person, handed to
/// publish(), kept in the history.
struct Plan
{
    QList<PlanItem> items; ///< in the order in which they go live, removals last
    int unchanged = 0;
    qint64 bytesToSend = 0;
    double expectedSeconds = 0; ///< from the measured round trip; without waiting for a person
    /// Reasons to think twice. Severity::Ask: may go on once its rule is confirmed; Must: never.
    Issues guards;
    Issues notes; ///< worth knowing, stop nothing (degraded server, symbolic link …)

    ManifestHead base;                     ///< the state on the server that the plan starts from
    Signature signature = Signature::None; ///< of that state's list
    QString root;                          ///< absolute docroot on the server, links resolved
    bool switches = false;               ///< a folder is made and the docroot's link pointed to it
    QString linkText = {};               ///< by link: what that says now
    qint64 again = 0;                    ///< see PlanOptions
    QStringList foldersBefore;           ///< that earlier publishes made
    QStringList foldersMissing;          ///< that this one makes, parents first
    QMap<QString, int> folderModes = {}; ///< of those
    // What was published before and is not as it was; all of it is put right.
    QStringList missing = {};           ///< gone from the server, sent again
    QStringList altered = {};           ///< changed there by others, sent again
    QMap<QString, int> unreadable = {}; ///< for visitors; files and folders, and the mode they get
    QStringList leftAlone = {};         ///< not as published, as a person accepted it
    QString closedRoot = {};            ///< sentence, see Standing; empty: it is open
    bool looksAtAll = true;             ///< at everything that was published
    Manifest result; ///< what the manifest will be; times of new files are not known yet

    /// False: the server holds this site already, and visitors can read it.
    bool hasChanges() const;
    /// False: no generation is made; at most modes are put right.
    bool sendsAnything() const;
    int count(PlanItem::Action action) const;
    QStringList onlyByHand() const; ///< paths of such conflicts
    /// The guards that are not confirmed, conflicts included. Empty: publish() may run.
    Issues openGuards(const QStringList &confirmed) const;
};

/// Rules of the guards, by which they are confirmed (`--confirm`, tick in the panel).
namespace guard {
constexpr auto emptyBuild = "publish-empty-build";           ///< Must
constexpr auto unsafePath = "publish-unsafe-path";           ///< Must
constexpr auto conflict = "publish-conflict";                ///< Must: choose a Resolution instead
constexpr auto homeMissing = "publish-home-missing";         ///< Ask
constexpr auto manyRemovals = "publish-many-removals";       ///< Ask: > 30 % or > 50 files
constexpr auto otherSite = "publish-other-site";             ///< Ask: manifest of another site
constexpr auto damagedManifest = "publish-manifest-damaged"; ///< Ask: cut short or wrong HMAC
constexpr auto keyMissing = "publish-key-missing";           ///< Ask: signed, no key here
constexpr auto unsignedManifest = "publish-not-signed";      ///< Ask: the signature is gone
constexpr auto olderManifest = "publish-manifest-older";     ///< Ask: a backup was restored there
constexpr auto newerThere = "publish-newer-there";           ///< Ask: from a newer copy of the site
constexpr auto suspiciousRoot = "publish-suspicious-root";   ///< Ask: "/", the login folder …
constexpr auto visitorPassword = "publish-visitor-password"; ///< Ask: on a public target
constexpr auto noSwitch = "publish-no-switch";               ///< Ask: by link is impossible there
constexpr auto linkMoved = "publish-link-moved";             ///< Ask: someone pointed it elsewhere
constexpr auto foreignRoot = "publish-foreign-files"; ///< Ask: files, but no manifest of ours
} // namespace guard

/// The plan as `publish --dry-run --json` prints it and the history keeps it.
QJsonObject toJson(const Plan &plan);
QString toStored(PlanItem::Action action); ///< "add", "replace", …

} // namespace kakehashi::publish
