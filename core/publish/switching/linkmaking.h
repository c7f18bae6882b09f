#pragma once

#include "publish/transaction/controlfolder.h"

namespace kakehashi::publish::switching {

/// OpenSSH has the arguments of SYMLINK the other way round than the draft (its PROTOCOL §4.1), and
/// most servers follow it. Asks by trying in the control folder, unless the server is OpenSSH.
/// Fails with Unsupported where no symbolic links can be made.
Result<bool> isLinkAsDrafted(RemoteFiles &files, const ControlFolder &control,
                             const JobContext &context);

} // namespace kakehashi::publish::switching
