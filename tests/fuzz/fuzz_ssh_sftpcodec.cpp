// The SFTP codec with whatever a server may send; the first byte chooses the decoder.
#include "require.h"
#include "ssh/sftp/sftpcodec.h"
#include "ssh/sftp/sftppacket.h"

using namespace kakehashi::ssh;
using kakehashi::fuzz::require;

namespace {

/// What is read of a file's attributes is what setting them would send.
void lookAt(const Attributes &attributes)
{
    sftp::PacketWriter packet;
    packet.put8(quint8(SftpType::Attrs));
    packet.put32(7);
    packet.putRaw(QByteArrayView(sftp::setstat({}, attributes).body).sliced(4));
    const auto again = sftp::decodeReply(packet.bytes());
    const auto *reply = again ? std::get_if<AttributesReply>(&again->reply) : nullptr;
    require(reply && reply->attributes == attributes, "attributes that are sent are read");
}

} // namespace

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
            const auto reply = sftp::decodeReply(**packet);
            if (!reply)
                continue;
            if (const auto *attributes = std::get_if<AttributesReply>(&reply->reply))
                lookAt(attributes->attributes);
            if (const auto *names = std::get_if<NameReply>(&reply->reply)) {
                for (const NameReply::Item &item : names->items)
                    lookAt(item.attributes);
            }
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
        require(capabilities.maxWrite > 0 && capabilities.maxRead > 0 &&
                    capabilities.maxHandles > 0,
                "every limit allows work");
        break;
    }
    default:
        sftp::decodeFreeSpace(bytes);
    }
    return 0;
}
