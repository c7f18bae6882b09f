#pragma once

#include "ssh/transport.h"

#include <QProcess>

namespace kakehashi::test {

/// SFTP without SSH: a program that speaks it on its standard input and output.
class PipeTransport final : public ssh::Transport
{
public:
    PipeTransport(const QString &program, const QStringList &arguments);
    ~PipeTransport() override;

    /// OpenSSH's own, or through faulty-sftp when there are rules (lines; see faultysftp/rules.h),
    /// which are kept in `folder`.
    static std::unique_ptr<PipeTransport> toServer(const QString &folder,
                                                   const QByteArray &rules = {});

    void send(QByteArray bytes) override { m_process.write(bytes); }
    qsizetype unsent() const override { return m_process.bytesToWrite(); }
    Result<void> exchange(QByteArray &received, ssh::Milliseconds wait) override;
    ssh::SteadyTime lastHeard() const override { return m_lastHeard; }

private:
    QProcess m_process;
    ssh::SteadyTime m_lastHeard;
};

} // namespace kakehashi::test
