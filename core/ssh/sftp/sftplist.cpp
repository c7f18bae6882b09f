// Listing folders: many at a time, several READDIRs each.
#include "ssh/sftp/sftpclient.h"
#include "ssh/sftp/sftpcodec.h"
#include "ssh/sftp/sftperror.h"

#include "base/visibletext.h"

#include <QCoreApplication>

#include <algorithm>

namespace kakehashi::ssh {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Sftp)
};

constexpr size_t maxFolders = 256; // open at a time
constexpr int firstReads = 4;      // READDIRs in flight a folder; a reply has up to 100 names
constexpr int maxReads = 64;
constexpr size_t fullReply = 50; // names
// A server that never says "end" must fill neither the memory nor the day. A docroot with ten
// years of a portal and its statistics holds some 50,000.
constexpr size_t maxEntries = 300'000;
constexpr qint64 maxNameBytes = 64'000'000;
constexpr int maxEmpty = 32; // replies without a name, in a row

using Descend = std::function<bool(const RemoteEntry &)>;

class ListBatch
{
public:
    explicit ListBatch(SftpClient &client, Descend descend = {})
        : m_client(client), m_descend(std::move(descend))
    {}

    Results<RemoteEntries> run(const QStringList &folders)
    {
        for (const QString &path : folders)
            m_folders.push_back({path});
        Result<void> pumped;
        while (pumped && (m_next < m_folders.size() || m_openNow > 0)) {
            openMore();
            pumped = m_client.pump();
        }
        Results<RemoteEntries> results;
        for (Folder &folder : m_folders) {
            if (!folder.started && !pumped)
                folder.failure = pumped.error();
            if (folder.failure)
                results.push_back(tl::unexpected<Error>(*folder.failure));
            else
                results.push_back(std::move(folder.entries));
        }
        return results;
    }

private:
    struct Folder
    {
        QString path;
        QByteArray handle = {};
        QByteArray first = {}; ///< name
        RemoteEntries entries = {};
        std::optional<Error> failure = {};
        int inFlight = 0;
        int window = firstReads;
        int empty = 0; ///< replies in a row
        bool started = false;
        bool ended = false;
    };

    void openMore()
    {
        const size_t allowed = std::min<size_t>(
            maxFolders, std::max<size_t>(1, m_client.capabilities().maxHandles / 2));
        while (m_next < m_folders.size() && m_openNow < allowed && m_client.wantsMore()) {
            const size_t index = m_next++;
            m_folders[index].started = true;
            ++m_openNow;
            m_client.submit(sftp::openDir(m_folders[index].path),
                            [this, index](const auto &reply) { opened(index, reply); });
        }
    }

    void opened(size_t index, const Result<SftpReply> &reply)
    {
        Folder &folder = m_folders[index];
        const auto *handle = reply ? std::get_if<HandleReply>(&*reply) : nullptr;
        if (handle) {
            folder.handle = handle->handle;
            readMore(index);
            return;
        }
        folder.failure = failureOf(reply, {SftpType::OpenDir, {}, folder.path});
        --m_openNow;
    }

    void readMore(size_t index)
    {
        while (!m_folders[index].ended && m_folders[index].inFlight < m_folders[index].window) {
            ++m_folders[index].inFlight;
            m_client.submit(sftp::readDir(m_folders[index].handle, m_folders[index].path),
                            [this, index](const auto &reply) { read(index, reply); });
        }
    }

    void read(size_t index, const Result<SftpReply> &reply)
    {
        --m_folders[index].inFlight;
        const auto *names = reply ? std::get_if<NameReply>(&*reply) : nullptr;
        if (m_folders[index].failure) {
            m_folders[index].ended = true; // what was under way
        } else if (names) {
            take(index, *names);
        } else {
            m_folders[index].ended = true;
            const auto *status = reply ? std::get_if<StatusReply>(&*reply) : nullptr;
            if (!status || status->code != SftpStatus::Eof)
                m_folders[index].failure =
                    failureOf(reply, {SftpType::ReadDir, {}, m_folders[index].path});
        }
        readMore(index);
        if (m_folders[index].ended && m_folders[index].inFlight == 0) {
            // Nobody needs to wait for it.
            m_client.submit(sftp::close(m_folders[index].handle, {}), {});
            --m_openNow;
        }
    }

    void take(size_t index, const NameReply &names)
    {
        Folder &folder = m_folders[index];
        folder.empty = names.items.empty() ? folder.empty + 1 : 0;
        m_entries += names.items.size();
        const bool repeats =
            std::any_of(names.items.cbegin(), names.items.cend(),
                        [&folder](const NameReply::Item &item) { return isAgain(folder, item); });
        if (folder.empty > maxEmpty || repeats || m_entries > maxEntries ||
            m_nameBytes > maxNameBytes) {
            const bool isEndless = repeats || folder.empty > 0;
            // What is too much is all that was asked for; its first folder is the root of a tree.
            folder.failure = isEndless ? endless(folder.path) : tooMuch(m_folders.front().path);
            folder.ended = true;
            return;
        }
        for (const NameReply::Item &item : names.items)
            add(index, item);
        // A short reply is most likely the last; what is under way already will tell.
        folder.window = names.items.size() >= fullReply ? std::min(maxReads, folder.window + 1) : 1;
    }

    /// No folder holds a name twice; a server that starts over never ends.
    static bool isAgain(Folder &folder, const NameReply::Item &item)
    {
        if (folder.first.isEmpty()) {
            folder.first = item.name;
            return false;
        }
        return item.name == folder.first;
    }

    void add(size_t index, const NameReply::Item &item)
    {
        m_nameBytes += item.name.size();
        if (item.name == "." || item.name == ".." || item.name.isEmpty())
            return;
        // A decoder says nothing of a sequence that is cut short; the way back does.
        const QString name = QString::fromUtf8(item.name);
        const bool valid =
            name.toUtf8() == item.name && !item.name.contains('/') && !item.name.contains('\0');
        const QString &folder = m_folders[index].path;
        const QString slash = folder.endsWith(QLatin1Char('/')) ? QString() : QStringLiteral("/");
        const RemoteEntry entry{folder + slash + name, item.attributes, valid};
        m_folders[index].entries << entry;
        if (m_descend && valid && item.attributes.isDirectory() && m_descend(entry))
            m_folders.push_back({entry.path});
    }

    Error tooMuch(const QString &root) const
    {
        constexpr qint64 megabyte = 1'000'000;
        if (m_entries > maxEntries)
            return {ErrorCode::Invalid,
                    Tr::tr("%1 on the server holds more than %2 names, which is more than this "
                           "program reads. If there are not that many files, the server's SFTP "
                           "service is faulty; tell its operator.")
                        .arg(visible(root))
                        .arg(maxEntries)};
        return {ErrorCode::Invalid,
                Tr::tr("The names in %1 on the server take more than %2 MB, which is more than "
                       "this program reads. If they are not that long, the server's SFTP service "
                       "is faulty; tell its operator.")
                    .arg(visible(root))
                    .arg(maxNameBytes / megabyte)};
    }

    static Error endless(const QString &path)
    {
        return {ErrorCode::Invalid,
                Tr::tr("The server lists %1 without coming to an end. Its SFTP service is faulty; "
                       "tell its operator.")
                    .arg(visible(path))};
    }

    static Error failureOf(const Result<SftpReply> &reply, const SftpRequest &request)
    {
        if (!reply)
            return reply.error();
        const auto *status = std::get_if<StatusReply>(&*reply);
        return status ? statusError(*status, request) : unexpectedReply(request);
    }

    SftpClient &m_client;
    Descend m_descend;
    std::deque<Folder> m_folders;
    size_t m_next = 0;
    size_t m_openNow = 0;
    size_t m_entries = 0;
    qint64 m_nameBytes = 0;
};

} // namespace

Results<RemoteEntries> SftpClient::listAll(const QStringList &folders)
{
    return ListBatch(*this).run(folders);
}

Result<RemoteEntries> SftpClient::listTree(const QString &root, const Descend &descend)
{
    const auto always = [](const RemoteEntry &) { return true; };
    const Results<RemoteEntries> folders = ListBatch(*this, descend ? descend : always).run({root});
    RemoteEntries all;
    for (const Result<RemoteEntries> &folder : folders) {
        if (!folder)
            return passOn(folder);
        all << *folder;
    }
    return all;
}

} // namespace kakehashi::ssh
