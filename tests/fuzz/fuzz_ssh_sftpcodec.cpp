// The SFTP codec with whatever a server may send; the first byte chooses the decoder.
#include "ssh/sftpcodec.h"

using namespace kakehashi::ssh;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    switch (data[0] % 4) {
    case 0: {
        qsizetype offset = 0;
        for (;;) {
            const auto packet = sftp::nextPacket(bytes, &offset);
            if (!packet || !*packet)
                break;
            [[maybe_unused]] const auto reply = sftp::decodeReply(**packet);
        }
        break;
    }
    case 1: {
        [[maybe_unused]] const auto version = sftp::decodeVersion(bytes);
        break;
    }
    case 2: {
        Capabilities capabilities;
        sftp::applyLimits(bytes, &capabilities);
        if (capabilities.maxWrite == 0 || capabilities.maxRead == 0 || capabilities.maxHandles == 0)
            abort();
        break;
    }
    default:
        sftp::decodeFreeSpace(bytes);
    }
    return 0;
}
