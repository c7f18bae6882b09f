// Folders as a server may show them. The server here answers every request with its number, so
// that the fuzzer's bytes are what it says, not whether it is understood: each READDIR takes the
// next piece as the body of a NAME, and none left is the end. The first byte chooses how it talks.
#include "require.h"
#include "ssh/sftp/sftpclient.h"
#include "ssh/sftp/sftpcodec.h"
#include "ssh/sftp/sftppacket.h"

#include <QSet>

using namespace kakehashi;
using namespace kakehashi::ssh;
using fuzz::require;

namespace {

struct Talk
{
    bool backwards = false; ///< the newest request is answered first
    bool inPieces = false;  ///< a few bytes at a time
};

struct Handles
{
    int given = 0;
    int closed = 0;
};

class Librarian final : public Transport
{
public:
    Librarian(QByteArray shelves, Talk talk, Handles &handles)
        : m_shelves(std::move(shelves)), m_talk(talk), m_handles(handles)
    {}

    void send(QByteArray bytes) override
    {
        m_asked += bytes;
        qsizetype at = 0;
        while (m_asked.size() - at >= sftp::lengthBytes) {
            sftp::PacketReader length(QByteArrayView(m_asked).sliced(at, sftp::lengthBytes));
            const auto size = qsizetype(length.take32());
            if (m_asked.size() - at - sftp::lengthBytes < size)
                break;
            const QByteArray one = answer(m_asked.mid(at + sftp::lengthBytes, size));
            m_talk.backwards ? m_answers.prepend(one) : m_answers.append(one);
            at += sftp::lengthBytes + size;
        }
        m_asked.remove(0, at);
    }
    qsizetype unsent() const override { return 0; }
    SteadyTime lastHeard() const override { return std::chrono::steady_clock::now(); }
    Result<void> exchange(QByteArray &received, Milliseconds) override
    {
        if (m_pending.isEmpty() && m_answers.isEmpty())
            return fail(ErrorCode::Network, QStringLiteral("asked for nothing"));
        if (m_pending.isEmpty())
            m_pending = m_answers.takeFirst();
        const qsizetype count =
            m_talk.inPieces ? std::min<qsizetype>(7, m_pending.size()) : m_pending.size();
        received += m_pending.first(count);
        m_pending.remove(0, count);
        return {};
    }

private:
    QByteArray packet(SftpType type, quint32 id, QByteArrayView body)
    {
        sftp::PacketWriter writer;
        writer.put32(quint32(body.size() + 5));
        writer.put8(quint8(type));
        writer.put32(id);
        writer.putRaw(body);
        return writer.bytes();
    }

    QByteArray status(quint32 id, SftpStatus code)
    {
        sftp::PacketWriter body;
        body.put32(quint32(code));
        return packet(SftpType::Status, id, body.bytes());
    }

    /// A length in one byte, times four, and so many bytes.
    QByteArray nextPiece()
    {
        const qsizetype wanted = 4 * qsizetype(quint8(m_shelves.front()));
        const QByteArray piece = m_shelves.mid(1, wanted);
        m_shelves.remove(0, 1 + piece.size());
        return piece;
    }

    QByteArray answer(const QByteArray &request)
    {
        sftp::PacketReader reader(request);
        const auto type = SftpType(reader.take8());
        const quint32 id = reader.take32();
        switch (type) {
        case SftpType::Init:
            return QByteArray("\0\0\0\5\2\0\0\0\3", 9);
        case SftpType::OpenDir: {
            ++m_handles.given;
            sftp::PacketWriter body;
            body.putString(QByteArray::number(m_handles.given));
            return packet(SftpType::Handle, id, body.bytes());
        }
        case SftpType::ReadDir:
            if (m_shelves.isEmpty())
                return status(id, SftpStatus::Eof);
            return packet(SftpType::Name, id, nextPiece());
        case SftpType::Close:
            ++m_handles.closed;
            return status(id, SftpStatus::Ok);
        default:
            return status(id, SftpStatus::Unsupported);
        }
    }

    QByteArray m_shelves;
    Talk m_talk;
    Handles &m_handles;
    QByteArray m_asked;
    QByteArray m_pending;
    QByteArrayList m_answers;
};

void requireGood(const RemoteEntries &entries, const QSet<QString> &folders)
{
    for (const RemoteEntry &entry : entries) {
        const qsizetype slash = entry.path.lastIndexOf(u'/');
        const QString name = entry.path.mid(slash + 1);
        if (entry.validName) {
            require(!name.isEmpty() && name != QLatin1String(".") && name != QLatin1String(".."),
                    "a name is a name");
            require(folders.contains(entry.path.left(slash)), "it lies where we looked");
            require(!entry.path.contains(QChar(u'\0')), "no NUL in a path");
        }
        require(int(entry.attributes.isDirectory()) + int(entry.attributes.isRegularFile()) +
                        int(entry.attributes.isSymlink()) <=
                    1,
                "a thing is of one type");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    const Talk talk{(data[0] & 1) != 0, (data[0] & 2) != 0};
    const QByteArray shelves(reinterpret_cast<const char *>(data) + 1, qsizetype(size) - 1);
    Handles handles;
    auto client = SftpClient::open(std::make_unique<Librarian>(shelves, talk, handles));
    require(client.has_value(), "the server greets");

    const QString root = QStringLiteral("/srv");
    if (data[0] & 4) {
        const auto lists = (*client)->listAll({root, root + QStringLiteral("/a")});
        for (const auto &list : lists) {
            if (list)
                requireGood(*list, {root, root + QStringLiteral("/a")});
        }
    } else {
        QSet<QString> folders{root};
        const auto tree = (*client)->listTree(root, [&folders](const RemoteEntry &entry) {
            require(entry.validName && entry.attributes.isDirectory(), "only folders are entered");
            if (folders.size() >= 20 || folders.contains(entry.path))
                return false;
            folders.insert(entry.path);
            return true;
        });
        if (tree)
            requireGood(*tree, folders);
    }
    if (!(*client)->isBroken()) {
        require((*client)->flush().has_value(), "closing is answered");
        require(handles.given == handles.closed, "what is opened is closed");
    }
    return 0;
}
