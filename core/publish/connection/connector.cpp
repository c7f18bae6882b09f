#include "publish/local/localfiles.h"
#include "publish/publisher.h"
#include "publish/sftp/sftpfiles.h"

namespace kakehashi::publish {

Connector standardConnector()
{
    return [](const Target &target, const Access &access,
              const JobContext &context) -> Result<std::unique_ptr<RemoteFiles>> {
        if (target.kind == Target::Kind::Local)
            return std::make_unique<LocalFiles>();
        return SftpFiles::open(target, access, context);
    };
}

} // namespace kakehashi::publish
