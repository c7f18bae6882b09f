// known_hosts files as they lie about on other people's machines: reading one twice changes no
// verdict, a bad line costs only itself, and what is asked of the server is on record.
#include "require.h"
#include "ssh/knownhosts.h"

using namespace kakehashi::ssh;
using kakehashi::fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView text(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString file = QStringLiteral("known_hosts");
    const QString host = QStringLiteral("portal.example.jp");
    const HostKey key = HostKey::fromBlob(QByteArray("\0\0\0\x0bssh-ed25519key", 18));
    KnownHosts once;
    once.addText(text, file);
    require(once.count() <= text.count('\n') + 1, "a line is one key at most");
    KnownHosts twice;
    twice.addText(text, file);
    twice.addText(QByteArrayView("@cert-authority\n\xff bad line\n"), file);
    twice.addText(text, file);
    require(twice.count() == 2 * once.count(), "a bad line costs only itself");
    for (const quint16 port : {quint16(22), quint16(2222)}) {
        const KnownHosts::Judgement judgement = once.judge(host, port, key);
        require(judgement.verdict == twice.judge(host, port, key).verdict,
                "reading twice changes nothing");
        const bool decided = judgement.verdict != KnownHosts::Verdict::Unknown;
        require(decided == !judgement.place.isEmpty(), "a verdict names its line");
        const QList<QByteArray> types = once.typesFor(host, port);
        if (judgement.verdict == KnownHosts::Verdict::Changed)
            require(!types.isEmpty(), "a changed key has one that was known");
    }
    return 0;
}
