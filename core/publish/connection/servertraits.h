#pragma once

#include "base/issue.h"
#include "publish/remotefiles.h"

namespace kakehashi::publish {

/// What a server does not announce and only trying tells. Found out once per server and kept in
/// the local trace under the server's name for itself.
struct ServerTraits
{
    bool renameOverwrites = false; ///< plain RENAME takes a name that is in use, as sftpgo does
    bool setsTime = true;          ///< mtime stays as it was set

    bool isPlain() const { return !renameOverwrites && setsTime; }
    bool operator==(const ServerTraits &) const = default;
};

/// OpenSSH with all its extensions needs no trying, nor does this machine.
bool needsTrying(const RemoteFiles &files);

/// Tries on three files of its own in `folder`, which is left as it was.
Result<ServerTraits> tryServer(RemoteFiles &files, const QString &folder,
                               const JobContext &context);

/// What the person should know about a server that cannot do all. `foldsNames`: it takes names
/// that differ only in case for the same.
Issues serverNotes(const Features &features, bool foldsNames);

} // namespace kakehashi::publish
