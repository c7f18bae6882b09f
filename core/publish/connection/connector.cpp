#include "publish/connection/askingconnector.h"
#include "publish/local/localfiles.h"
#include "publish/sftp/sftpfiles.h"

namespace kakehashi::publish {

Connector standardConnector()
{
    return askingConnector({});
}

Connector askingConnector(ssh::Asker ask)
{
    return
        [ask = std::move(ask)](const Target &target, const Access &access,
                               const JobContext &context) -> Result<std::unique_ptr<RemoteFiles>> {
            if (target.kind == Target::Kind::Local)
                return std::make_unique<LocalFiles>();
            return SftpFiles::open(target, access, context, ask);
        };
}

} // namespace kakehashi::publish
