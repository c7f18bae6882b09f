#pragma once

#include "publish/remotefiles.h"
#include "publish/target.h"
#include "ssh/session.h"
#include "ssh/sftp/sftpclient.h"

#include <QHash>

#include <memory>
#include <optional>

namespace kakehashi::publish {

/// A folder on a server by SFTP over one SSH connection and channel, for large files over further
/// channels of it. A batch is one flight for what
/// takes one request, two for reading and writing small files, three for listing; all at once.
class SftpFiles final : public RemoteFiles
{
public:
    /// Connects and logs in; failures as ssh::Session::connect().
    static Result<std::unique_ptr<RemoteFiles>> open(const Target &target, const Access &access,
                                                     const JobContext &context,
                                                     const ssh::Asker &ask = {});
    SftpFiles(std::unique_ptr<ssh::Session> session, std::unique_ptr<ssh::SftpClient> client);

    /// Sends the question for resolve(path) without waiting, to be answered with the next batch.
    void resolveAhead(const QString &path);

    Features features() const override;
    ServerFacts server() const override;
    Result<Outcomes> run(const Batch &batch, const JobContext &context = {}) override;
    Result<QString> resolve(const QString &path) override;
    Result<qint64> freeBytes(const QString &path) override;
    int roundTrips() const override { return m_roundTrips; }

private:
    using Indexes = QList<qsizetype>;
    void submit(const Operation &operation, Outcome &outcome);
    void readSmall(const Operation &operation, Outcome &outcome);
    void upload(const Batch &batch, const Indexes &which, const JobContext &context,
                Outcomes &outcomes);
    void read(const Batch &batch, const Indexes &which, Outcomes &outcomes);
    void list(const Batch &batch, const Indexes &which, Outcomes &outcomes);
    void writeMeanwhile(const Operation &operation);
    void explain(const Batch &batch, Outcomes &outcomes);
    void openHelpers(const Batch &batch, const Indexes &which);
    void prepare(const Operation &operation);
    bool isPrepared(const Operation &operation) const;

    std::unique_ptr<ssh::Session> m_session; ///< null in tests over a pipe
    std::unique_ptr<ssh::SftpClient> m_client;
    std::vector<std::unique_ptr<ssh::SftpClient>> m_helpers; ///< further channels
    bool m_mayOpenMore = true;
    struct Ahead
    {
        QString path;
        bool isAnswered = false;
        std::optional<QString> answer = {}; ///< none: ask again, to hear why
    };
    std::shared_ptr<Ahead> m_ahead;
    QHash<QString, QByteArray> m_prepared; ///< handles by path
    int m_roundTrips = 0;
};

} // namespace kakehashi::publish
