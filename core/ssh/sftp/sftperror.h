#pragma once

#include "ssh/sftp/sftp.h"

namespace kakehashi::ssh {

/// What a status other than Ok means for a person: which path, why, what to do.
Error statusError(const StatusReply &status, const SftpRequest &request);

/// The reply is of the wrong kind for its request.
Error unexpectedReply(const SftpRequest &request);

/// True for the status behind which servers hide everything else: exists, no space, quota.
bool isVagueFailure(const Error &error);

/// The server breaks the protocol, which connecting again does not mend. Both of these are also
/// recognised in an error that took over their detail.
Error protocolFault(const QString &text);
bool isProtocolFault(const Error &error);

/// The line is alive, but the service at its end does not answer.
Error stuckService(const QString &text);
bool isStuckService(const Error &error);

Error alreadyExists(const QString &path);
Error noSpace(const QString &path);

} // namespace kakehashi::ssh
