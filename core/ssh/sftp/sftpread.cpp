// Reading many small files: manifests, journals, pages for the drift check.
#include "ssh/sftp/sftpclient.h"
#include "ssh/sftp/sftpcodec.h"
#include "ssh/sftp/sftperror.h"

#include "base/visibletext.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace kakehashi::ssh {

namespace {

constexpr size_t maxFiles = 256; // open at a time
constexpr int maxReads = 32;     // READs in flight a file
constexpr quint32 pieceBytes = 32 * 1024;

class ReadBatch
{
public:
    ReadBatch(SftpClient &client, std::span<const ReadItem> items)
        : m_client(client), m_items(items), m_files(items.size())
    {}

    Results<QByteArray> run()
    {
        Result<void> pumped;
        while (pumped && (m_next < m_items.size() || m_openNow > 0)) {
            openMore();
            pumped = m_client.pump();
        }
        Results<QByteArray> results;
        for (size_t i = 0; i < m_files.size(); ++i) {
            if (i >= m_next)
                results.push_back(passOn(pumped));
            else
                results.push_back(whole(i));
        }
        return results;
    }

private:
    struct File
    {
        QByteArray handle = {};
        std::map<quint64, QByteArray> pieces = {}; ///< by offset: answers may come in any order
        std::optional<Error> failure = {};
        quint64 asked = 0;                ///< up to here READs were sent
        std::optional<quint64> end = {};  ///< no READ beyond it makes sense
        std::optional<quint64> size = {}; ///< when it was opened
        int inFlight = 0;
        int window = 2;
    };

    void openMore()
    {
        const size_t allowed =
            std::min<size_t>(maxFiles, std::max<size_t>(1, m_client.capabilities().maxHandles / 2));
        while (m_next < m_items.size() && m_openNow < allowed && m_client.wantsMore()) {
            const size_t index = m_next++;
            ++m_openNow;
            m_client.submit(sftp::open(m_items[index].path, OpenRead),
                            [this, index](const auto &reply) { opened(index, reply); });
        }
    }

    void opened(size_t index, const Result<SftpReply> &reply)
    {
        File &file = m_files[index];
        if (const auto *handle = reply ? std::get_if<HandleReply>(&*reply) : nullptr) {
            file.handle = handle->handle;
            const qint64 expected = m_items[index].expectedSize;
            if (expected >= 0)
                file.window = int(std::clamp<qint64>(expected / pieceBytes + 2, 2, maxReads));
            askSize(index);
            readMore(index);
            return;
        }
        file.failure = failureOf(index, reply, SftpType::Open);
        --m_openNow;
    }

    /// So that a short answer at the end is known for one without asking again.
    void askSize(size_t index)
    {
        ++m_files[index].inFlight;
        m_client.submit(sftp::fstat(m_files[index].handle, m_items[index].path),
                        [this, index](const auto &reply) { gotSize(index, reply); });
    }

    void gotSize(size_t index, const Result<SftpReply> &reply)
    {
        File &file = m_files[index];
        --file.inFlight;
        if (!reply)
            file.failure = reply.error();
        else if (const auto *found = std::get_if<AttributesReply>(&*reply))
            file.size = found->attributes.size;
        if (file.size && *file.size > quint64(m_items[index].maxBytes) && !m_items[index].prefix)
            file.failure = tooLarge(index);
        readMore(index);
    }

    void readMore(size_t index)
    {
        File &file = m_files[index];
        const ReadItem &item = m_items[index];
        const quint64 limit = item.prefix ? quint64(item.maxBytes) : ~quint64(0);
        while (!file.end && !file.failure && file.inFlight < file.window && file.asked < limit) {
            const quint64 offset = file.asked;
            const quint32 most = std::min(pieceBytes, m_client.capabilities().maxRead);
            const auto piece = static_cast<quint32>(std::min<quint64>(most, limit - offset));
            file.asked += piece;
            ask(index, offset, piece);
        }
        if (file.inFlight == 0) {
            m_client.submit(sftp::close(file.handle, {}), {});
            --m_openNow;
        }
    }

    void ask(size_t index, quint64 offset, quint32 length)
    {
        ++m_files[index].inFlight;
        m_client.submit(sftp::read(m_files[index].handle, offset, length, m_items[index].path),
                        [this, index, offset, length](const auto &reply) {
                            got(index, offset, length, reply);
                        });
    }

    void got(size_t index, quint64 offset, quint32 length, const Result<SftpReply> &reply)
    {
        File &file = m_files[index];
        --file.inFlight;
        const auto *data = reply ? std::get_if<DataReply>(&*reply) : nullptr;
        const auto *status = reply ? std::get_if<StatusReply>(&*reply) : nullptr;
        if (data && !data->data.isEmpty() && data->data.size() <= qsizetype(length)) {
            const quint64 stop = offset + quint64(data->data.size());
            if (stop > quint64(m_items[index].maxBytes))
                file.failure = tooLarge(index);
            else
                file.pieces[offset] = data->data;
            file.window = std::min(maxReads, file.window + 1);
            // Short before the end is allowed: ask for the rest of the piece.
            const bool ended = (file.end && stop >= *file.end) || (file.size && stop == *file.size);
            if (!file.failure && data->data.size() < qsizetype(length) && !ended)
                ask(index, stop, length - quint32(data->data.size()));
        } else if (status && status->code == SftpStatus::Eof) {
            file.end = std::min(offset, file.end.value_or(offset));
        } else {
            file.failure = failureOf(index, reply, SftpType::Read);
        }
        readMore(index);
    }

    Result<QByteArray> whole(size_t index) const
    {
        const File &file = m_files[index];
        if (file.failure)
            return tl::unexpected<Error>(*file.failure);
        QByteArray bytes;
        for (const auto &[offset, piece] : file.pieces) {
            if (offset != quint64(bytes.size()))
                break; // it was cut off while it was read
            bytes.append(piece);
        }
        return bytes;
    }

    Error tooLarge(size_t index) const
    {
        return {ErrorCode::Invalid,
                QCoreApplication::translate("kakehashi::Sftp",
                                            "%1 on the server is larger than the %2 bytes that "
                                            "such a file may have.")
                    .arg(visible(m_items[index].path))
                    .arg(m_items[index].maxBytes)};
    }

    Error failureOf(size_t index, const Result<SftpReply> &reply, SftpType type) const
    {
        if (!reply)
            return reply.error();
        const SftpRequest request{type, {}, m_items[index].path};
        const auto *status = std::get_if<StatusReply>(&*reply);
        return status && status->code != SftpStatus::Ok ? statusError(*status, request)
                                                        : unexpectedReply(request);
    }

    SftpClient &m_client;
    std::span<const ReadItem> m_items;
    std::vector<File> m_files;
    size_t m_next = 0;
    size_t m_openNow = 0;
};

} // namespace

Results<QByteArray> SftpClient::readAll(std::span<const ReadItem> items)
{
    return ReadBatch(*this, items).run();
}

Result<QByteArray> SftpClient::readFile(const QString &path, qint64 maxBytes)
{
    ReadItem item;
    item.path = path;
    item.maxBytes = maxBytes;
    return readAll(std::span(&item, 1)).front();
}

} // namespace kakehashi::ssh
