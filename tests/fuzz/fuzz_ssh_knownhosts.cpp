// known_hosts files as they lie about on other people's machines.
#include "ssh/knownhosts.h"

using namespace kakehashi::ssh;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    KnownHosts known;
    known.addText(QByteArrayView(data, qsizetype(size)), QStringLiteral("known_hosts"));
    const HostKey key = HostKey::fromBlob(QByteArray("\0\0\0\x0bssh-ed25519key", 18));
    known.judge(QStringLiteral("portal.example.jp"), 22, key);
    known.judge(QStringLiteral("portal.example.jp"), 2222, key);
    known.typesFor(QStringLiteral("portal.example.jp"), 2222);
    return 0;
}
