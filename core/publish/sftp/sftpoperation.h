#pragma once

#include "publish/remotefiles.h"
#include "ssh/sftp/sftpclient.h"

#include <optional>

/// Operations as requests of SFTP, and its answers as outcomes.
namespace kakehashi::publish {

Outcome failed(const Error &error);
FileInfo infoOf(const ssh::Attributes &attributes);

/// How many flights an operation takes at least.
int flightsOf(const Operation &operation);

bool isSmallRead(const Operation &operation);

/// The one request that an operation is, or nothing.
std::optional<ssh::SftpRequest> requestOf(const Operation &operation);

/// The answer to a question that is one request.
Outcome outcomeOf(const Result<ssh::SftpReply> &reply, const ssh::SftpRequest &request);

ssh::UploadItem uploadOf(const Operation &operation);

} // namespace kakehashi::publish
