// SftpClient against OpenSSH's sftp-server over a pipe, obedient and faulty.
#include "ssh/sftpclient.h"
#include "support/pipetransport.h"
#include "support/sshserver.h"

#include <QtTest>

using namespace kakehashi;
using namespace kakehashi::ssh;

class TestClient : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    QString at(const QString &name) const { return m_folder.filePath(name); }
    std::unique_ptr<SftpClient> open(const QByteArray &rules = {}) const
    {
        auto client = SftpClient::open(test::PipeTransport::toServer(m_folder.path(), rules));
        if (!client)
            qFatal("%s", qPrintable(client.error().text));
        return std::move(*client);
    }

private Q_SLOTS:
    void knowsWhatTheServerCanDo();
};

void TestClient::knowsWhatTheServerCanDo()
{
    const auto client = open();
    QVERIFY(client->flush());
    QVERIFY(client->capabilities().posixRename);
    QVERIFY(client->capabilities().maxHandles > 100);
    QFile file(at(QStringLiteral("x")));
    QVERIFY(client->writeFile(at(QStringLiteral("a")), "hello"));
    QCOMPARE(*client->readFile(at(QStringLiteral("a")), 100), QByteArray("hello"));
}

QTEST_GUILESS_MAIN(TestClient)
#include "test_client.moc"
