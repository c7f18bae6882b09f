// The whole client against a server that answers with the fuzzer's bytes: no crash, no hang, no
// callback into something that is gone. The first byte chooses what the client wants.
#include "require.h"
#include "ssh/sftp/sftpclient.h"
#include "ssh/sftp/sftppacket.h"

using namespace kakehashi;
using namespace kakehashi::ssh;

namespace {

/// Says VERSION properly, then what it was given, a piece each time it is asked, then ends.
class Babbler final : public Transport
{
public:
    explicit Babbler(QByteArray answers) : m_answers(std::move(answers)) {}
    void send(QByteArray) override {}
    qsizetype unsent() const override { return 0; }
    SteadyTime lastHeard() const override { return std::chrono::steady_clock::now(); }
    Result<void> exchange(QByteArray &received, Milliseconds) override
    {
        if (!m_greeted) {
            received.append(QByteArray("\0\0\0\5\2\0\0\0\3", 9));
            m_greeted = true;
            return {};
        }
        if (m_answers.isEmpty())
            return fail(ErrorCode::Network, QStringLiteral("end"));
        received.append(m_answers.first(std::min<qsizetype>(64, m_answers.size())));
        m_answers.remove(0, 64);
        return {};
    }

private:
    QByteArray m_answers;
    bool m_greeted = false;
};

void upload(SftpClient &client)
{
    std::vector<UploadItem> items(3);
    for (UploadItem &item : items) {
        item.remotePath = QStringLiteral("/a");
        item.bytes = "bytes";
        item.exclusive = true;
    }
    client.uploadAll(items);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray answers(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    auto client = SftpClient::open(std::make_unique<Babbler>(answers));
    fuzz::require(client.has_value(), "the greeting is understood");
    const QString path = QStringLiteral("/a");
    const std::vector<ReadItem> reads{{path, 100000}, {path, 10, 5}};
    switch (data[0] % 5) {
    case 0:
        upload(**client);
        break;
    case 1:
        (*client)->readAll(reads);
        break;
    case 2: {
        int folders = 0; // a server may show folders without end
        [[maybe_unused]] const auto tree =
            (*client)->listTree(path, [&folders](const RemoteEntry &) { return ++folders < 20; });
        break;
    }
    case 3:
        (*client)->mkdirAll({path, QStringLiteral("/a/b")});
        break;
    default:
        (*client)->lstatAll({path, path});
        (*client)->realPathAll({path});
        [[maybe_unused]] const auto renamed =
            (*client)->rename(path, QStringLiteral("/b"), RenameMode::NoClobber);
    }
    return 0;
}
