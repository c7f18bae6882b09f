// SftpClient against OpenSSH's sftp-server over a pipe, obedient and faulty.
#include "ssh/sftp/sftpclient.h"
#include "support/pipetransport.h"
#include "support/results.h"
#include "support/sshserver.h"

#include <QtTest>

using namespace kakehashi;
using namespace kakehashi::ssh;
using kakehashi::test::codeOf;
using kakehashi::test::PipeTransport;
using kakehashi::test::why;

Q_DECLARE_METATYPE(kakehashi::ErrorCode)

namespace {

std::unique_ptr<SftpClient> opened(std::unique_ptr<Transport> transport)
{
    auto client = SftpClient::open(std::move(transport));
    if (!client)
        qFatal("%s", qPrintable(client.error().text));
    return std::move(*client);
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(missing)");
}

} // namespace

class TestClient : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString at(const QString &name) const { return m_folder->filePath(name); }
    std::unique_ptr<SftpClient> open(const QByteArray &rules = {}) const
    {
        return opened(PipeTransport::toServer(m_folder->path(), rules));
    }
    void put(const QString &name, const QByteArray &bytes = "x") const
    {
        QFile file(at(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s", qPrintable(file.fileName()));
    }
    UploadItem item(int i, const QByteArray &bytes) const
    {
        UploadItem upload;
        upload.bytes = bytes;
        upload.remotePath = at(QStringLiteral("up%1").arg(i));
        return upload;
    }
    std::vector<UploadItem> items(int count, int size) const
    {
        std::vector<UploadItem> list;
        for (int i = 0; i < count; ++i)
            list.push_back(item(i, QByteArray::number(i).repeated(size)));
        return list;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_folder.reset(); }

    void learnsWhatTheServerCanDo();
    void sendsFilesOfAnySize_data();
    void sendsFilesOfAnySize();
    void sendsLocalFilesWithModeAndTime();
    void refusesALocalFileThatChanged();
    void keepsWhatIsThereWhenExclusive();
    void renamesWithAndWithoutReplacing();
    void makesFoldersOnce();
    void removesOnlyEmptyFolders();
    void linksAndFollows();
    void listsATree();
    void listsNamesThatAreNotUtf8();
    void readsManyFiles();
    void limitsWhatItReads();
    void saysWhyAFileWasRefused_data();
    void saysWhyAFileWasRefused();
    void livesWithoutExtensions();
    void toleratesRefusedModes();
    void copesWithShuffledAndTornAnswers();
    void losesNothingWhenTheServerDies_data();
    void losesNothingWhenTheServerDies();
    void cleansUpAfterACancel();
    void explainsAServerThatTalks();
    void givesUpOnASilentServer();
};

void TestClient::learnsWhatTheServerCanDo()
{
    const auto client = open();
    QVERIFY(client->exists(m_folder->path())); // nobody waits for the limits
    const Capabilities &can = client->capabilities();
    QVERIFY(can.posixRename && can.hardlink && can.fsync && can.statvfs && can.limits);
    QVERIFY(can.maxHandles > 100);
    QVERIFY(client->freeSpace(m_folder->path())->totalBytes > 0);
    QCOMPARE(*client->realPath(at(QStringLiteral("./../") +
                                  m_folder->path().section(QLatin1Char('/'), -1) +
                                  QStringLiteral("/b"))),
             at(QStringLiteral("b")));
}

void TestClient::sendsFilesOfAnySize_data()
{
    QTest::addColumn<int>("size");
    for (const int size : {0, 1, 32767, 32768, 32769, 262144, 3000000})
        QTest::addRow("%d", size) << size;
}

void TestClient::sendsFilesOfAnySize()
{
    QFETCH(int, size);
    QByteArray bytes(size, 'a');
    for (qsizetype i = 0; i < size; ++i)
        bytes[i] = char('a' + i % 23);
    put(QStringLiteral("local"), bytes);
    UploadItem upload = item(0, {});
    upload.localFile = at(QStringLiteral("local"));
    upload.size = size;
    upload.hash = Sha256::of(bytes);
    upload.sync = true;
    const auto sent = open()->uploadAll({&upload, 1});
    QVERIFY2(sent.front(), why(sent.front()));
    QCOMPARE(*sent.front()->size, quint64(size));
    QVERIFY(contents(upload.remotePath) == bytes);
}

void TestClient::sendsLocalFilesWithModeAndTime()
{
    std::vector<UploadItem> uploads = items(700, 50);
    for (UploadItem &upload : uploads) {
        upload.mode = 0640;
        upload.mtime = 1600000000;
    }
    qint64 files = 0;
    qint64 bytes = 0;
    const auto sent = open()->uploadAll(uploads, [&](qint64 f, qint64 b) {
        files = f;
        bytes = b;
    });
    QVERIFY2(!firstFailure(sent), firstFailure(sent) ? qPrintable(firstFailure(sent)->text) : "");
    QCOMPARE(files, 700);
    QCOMPARE(bytes, (10 * 1 + 90 * 2 + 600 * 3) * 50);
    for (size_t i = 0; i < uploads.size(); ++i) {
        QCOMPARE(contents(uploads[i].remotePath), uploads[i].bytes);
        QCOMPARE(*sent[i]->mtime, 1600000000U);
        QCOMPARE(sent[i]->permissions(), 0640U);
    }
}

void TestClient::refusesALocalFileThatChanged()
{
    put(QStringLiteral("local"), "new text");
    UploadItem otherSize = item(0, {});
    otherSize.localFile = at(QStringLiteral("local"));
    otherSize.size = 3;
    UploadItem otherBytes = otherSize;
    otherBytes.size = 8;
    otherBytes.hash = Sha256::of("old text");
    UploadItem missing = otherSize;
    missing.localFile = at(QStringLiteral("nothing"));
    const std::vector<UploadItem> uploads{otherSize, otherBytes, missing};
    const auto sent = open()->uploadAll(uploads);
    QCOMPARE(codeOf(sent[0]), ErrorCode::Conflict);
    QCOMPARE(codeOf(sent[1]), ErrorCode::Conflict);
    QCOMPARE(codeOf(sent[2]), ErrorCode::NotFound);
}

void TestClient::keepsWhatIsThereWhenExclusive()
{
    put(QStringLiteral("lock"), "theirs");
    WriteOptions options;
    options.exclusive = true;
    const auto client = open();
    QCOMPARE(codeOf(client->writeFile(at(QStringLiteral("lock")), "ours", options)),
             ErrorCode::AlreadyExists);
    QCOMPARE(contents(at(QStringLiteral("lock"))), QByteArray("theirs"));
    QVERIFY(client->writeFile(at(QStringLiteral("lock2")), "ours", options));
    QVERIFY(client->writeFile(at(QStringLiteral("lock2")), "us"));
    QCOMPARE(contents(at(QStringLiteral("lock2"))), QByteArray("us"));
}

void TestClient::renamesWithAndWithoutReplacing()
{
    for (const char *name : {"a", "b", "c"})
        put(QLatin1String(name), name);
    const auto client = open();
    const QString a = at(QStringLiteral("a"));
    const QString b = at(QStringLiteral("b"));
    const QString c = at(QStringLiteral("c"));
    QCOMPARE(codeOf(client->rename(a, b, RenameMode::NoClobber)), ErrorCode::AlreadyExists);
    QCOMPARE(contents(b), QByteArray("b"));
    QVERIFY(client->rename(a, b, RenameMode::Replace));
    QCOMPARE(contents(b), QByteArray("a"));
    QVERIFY(client->rename(b, a, RenameMode::NoClobber));
    QCOMPARE(codeOf(client->rename(b, c, RenameMode::Replace)), ErrorCode::NotFound);
    const RenameItem link{a, at(QStringLiteral("d"))};
    QVERIFY(client->hardlinkAll({&link, 1}).front());
    QCOMPARE(codeOf(client->hardlinkAll({&link, 1}).front()), ErrorCode::AlreadyExists);
}

void TestClient::makesFoldersOnce()
{
    put(QStringLiteral("file"));
    const auto client = open();
    const QStringList folders{at(QStringLiteral("x/y/z")), at(QStringLiteral("x")),
                              at(QStringLiteral("x/y")), at(QStringLiteral("file")),
                              at(QStringLiteral("no/parent"))};
    for (int round = 0; round < 2; ++round) {
        const auto made = client->mkdirAll(folders);
        QVERIFY2(made[0], why(made[0]));
        QVERIFY(made[1] && made[2]);
        QCOMPARE(codeOf(made[3]), ErrorCode::AlreadyExists);
        QCOMPARE(codeOf(made[4]), ErrorCode::NotFound);
    }
}

void TestClient::removesOnlyEmptyFolders()
{
    QDir(m_folder->path()).mkpath(QStringLiteral("x/y"));
    QDir(m_folder->path()).mkpath(QStringLiteral("full"));
    put(QStringLiteral("full/theirs"));
    const auto client = open();
    const auto removed = client->rmdirAll(
        {at(QStringLiteral("x")), at(QStringLiteral("full")), at(QStringLiteral("x/y"))});
    QVERIFY2(removed[0] && removed[2], why(removed[0]));
    QVERIFY(!removed[1]);
    QVERIFY(QFile::exists(at(QStringLiteral("full/theirs"))));
    QVERIFY(client->remove(at(QStringLiteral("full/theirs"))));
    QCOMPARE(codeOf(client->remove(at(QStringLiteral("full/theirs")))), ErrorCode::NotFound);
    QVERIFY(!*client->exists(at(QStringLiteral("x"))));
}

void TestClient::linksAndFollows()
{
    put(QStringLiteral("target"), "12345");
    const auto client = open();
    const QString link = at(QStringLiteral("link"));
    QVERIFY(client->symlink(at(QStringLiteral("target")), link));
    QCOMPARE(*client->readLink(link), at(QStringLiteral("target")));
    QVERIFY(client->lstat(link)->isSymlink());
    QCOMPARE(*client->statAll({link}).front()->size, 5U);
    Attributes attributes;
    attributes.mode = 0600;
    QVERIFY(client->setstat(at(QStringLiteral("target")), attributes));
    QCOMPARE(client->lstat(at(QStringLiteral("target")))->permissions(), 0600U);
}

void TestClient::listsATree()
{
    for (int i = 0; i < 20; ++i)
        QDir(m_folder->path()).mkpath(QStringLiteral("t/%1/deep").arg(i));
    for (int i = 0; i < 1500; ++i)
        put(QStringLiteral("t/%1/deep/%2").arg(i % 3).arg(i));
    const auto client = open();
    const auto all = client->listTree(at(QStringLiteral("t")));
    QVERIFY2(all, why(all));
    QCOMPARE(all->size(), 20 + 20 + 1500);
    const auto shallow = client->listTree(at(QStringLiteral("t")), [](const RemoteEntry &entry) {
        return !entry.path.endsWith(QLatin1String("deep"));
    });
    QCOMPARE(shallow->size(), 20 + 20);
    const auto some = client->listAll({at(QStringLiteral("t/1")), at(QStringLiteral("nothing"))});
    QCOMPARE(some[0]->front().path, at(QStringLiteral("t/1/deep")));
    QVERIFY(some[0]->front().attributes.isDirectory());
    QCOMPARE(codeOf(some[1]), ErrorCode::NotFound);
}

void TestClient::listsNamesThatAreNotUtf8()
{
    const QByteArray path = at(QStringLiteral("\u770c.txt")).toUtf8();
    const QByteArray folder = m_folder->path().toUtf8();
    const QByteArrayList others{folder + "/\x8c\xa7.txt", folder + "/\xe7\x9c"}; // Shift JIS, cut
    for (const QByteArray &other : others) {
        put(QStringLiteral("\u770c.txt"));
        QCOMPARE(std::rename(path.constData(), other.constData()), 0);
    }
    put(QStringLiteral("\u5e83\u5cf6.txt"));
    const auto all = open()->listTree(m_folder->path());
    QCOMPARE(all->size(), 3);
    for (const QByteArray &other : others)
        QCOMPARE(std::remove(other.constData()), 0); // QTemporaryDir cannot
    for (const RemoteEntry &entry : *all)
        QCOMPARE(entry.validName, entry.path == at(QStringLiteral("\u5e83\u5cf6.txt")));
}

void TestClient::readsManyFiles()
{
    std::vector<ReadItem> reads;
    for (const int size : {0, 1, 32768, 32769, 65536, 1000000}) {
        put(QString::number(size), QByteArray(size, 'r'));
        reads.push_back({at(QString::number(size))});
        reads.push_back({at(QString::number(size)), 1000000, size});
    }
    reads.push_back({at(QStringLiteral("nothing"))});
    const auto read = open()->readAll(reads);
    for (size_t i = 0; i + 1 < read.size(); ++i) {
        QVERIFY2(read[i], why(read[i]));
        QVERIFY(*read[i] == contents(reads[i].path));
    }
    QCOMPARE(codeOf(read.back()), ErrorCode::NotFound);
}

void TestClient::limitsWhatItReads()
{
    put(QStringLiteral("big"), QByteArray(100001, 'b'));
    const auto client = open();
    QCOMPARE(codeOf(client->readFile(at(QStringLiteral("big")), 100000)), ErrorCode::Invalid);
    QCOMPARE(client->readFile(at(QStringLiteral("big")), 100001)->size(), 100001);
}

void TestClient::saysWhyAFileWasRefused_data()
{
    QTest::addColumn<QByteArray>("rule");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("write fails") << QByteArray("deny WRITE 5 4") << ErrorCode::Failed;
    QTest::newRow("write forbidden") << QByteArray("deny WRITE 5 3") << ErrorCode::PermissionDenied;
    QTest::newRow("close fails") << QByteArray("deny CLOSE 5 4") << ErrorCode::Failed;
    QTest::newRow("open forbidden") << QByteArray("deny OPEN 5 3") << ErrorCode::PermissionDenied;
    QTest::newRow("no folder") << QByteArray("deny OPEN 5 2") << ErrorCode::NotFound;
    QTest::newRow("no write") << QByteArray("deny WRITE 5 8") << ErrorCode::Unsupported;
}

void TestClient::saysWhyAFileWasRefused()
{
    QFETCH(QByteArray, rule);
    QFETCH(ErrorCode, code);
    const auto uploads = items(20, 100);
    const auto sent = open(rule)->uploadAll(uploads);
    for (size_t i = 0; i < sent.size(); ++i) {
        if (i == 4)
            QCOMPARE(codeOf(sent[i]), code);
        else
            QCOMPARE(contents(uploads[i].remotePath), uploads[i].bytes);
    }
    QVERIFY(sent[4].error().text.contains(uploads[4].remotePath));
}

void TestClient::livesWithoutExtensions()
{
    put(QStringLiteral("a"));
    const auto client = open("hide posix-rename@openssh.com\nhide hardlink@openssh.com\n"
                             "hide fsync@openssh.com\nhide limits@openssh.com\n"
                             "hide statvfs@openssh.com\n");
    QVERIFY(!client->capabilities().posixRename);
    const QString a = at(QStringLiteral("a"));
    const QString b = at(QStringLiteral("b"));
    QCOMPARE(codeOf(client->rename(a, b, RenameMode::Replace)), ErrorCode::Unsupported);
    QCOMPARE(codeOf(client->freeSpace(a)), ErrorCode::Unsupported);
    QVERIFY(client->rename(a, b, RenameMode::NoClobber));
    std::vector<UploadItem> uploads = items(200, 10);
    uploads[3].sync = true;
    QVERIFY(!firstFailure(client->uploadAll(uploads)));
    QCOMPARE(client->capabilities().maxHandles, 64U);
}

void TestClient::toleratesRefusedModes()
{
    UploadItem upload = item(0, "text");
    upload.mtime = 1600000000;
    const auto sent = open("deny FSETSTAT 0 8\n")->uploadAll({&upload, 1});
    QVERIFY2(sent.front(), why(sent.front()));
    QVERIFY(*sent.front()->mtime != 1600000000U);
}

void TestClient::copesWithShuffledAndTornAnswers()
{
    const auto client = open("reorder\nfragment 3\n");
    QStringList folders;
    for (int i = 0; i < 10; ++i)
        folders << at(QStringLiteral("f%1").arg(i)) << at(QStringLiteral("f%1/g").arg(i));
    QVERIFY(!firstFailure(client->mkdirAll(folders)));
    const auto uploads = items(60, 3000);
    QVERIFY(!firstFailure(client->uploadAll(uploads)));
    std::vector<ReadItem> reads;
    for (const UploadItem &upload : uploads)
        reads.push_back({upload.remotePath});
    const auto read = client->readAll(reads);
    for (size_t i = 0; i < read.size(); ++i)
        QCOMPARE(*read[i], uploads[i].bytes);
    QCOMPARE(client->listTree(m_folder->path())->size(), 60 + 20 + 1); // and the rules
}

void TestClient::losesNothingWhenTheServerDies_data()
{
    QTest::addColumn<int>("request");
    for (int request = 1; request <= 60; request += 3)
        QTest::addRow("%d", request) << request;
}

void TestClient::losesNothingWhenTheServerDies()
{
    QFETCH(int, request);
    const auto client = open("kill " + QByteArray::number(request) + '\n');
    const auto uploads = items(12, 5000); // 1 for the limits, then 12 × 5 requests
    const auto sent = client->uploadAll(uploads);
    QVERIFY(client->isBroken());
    QVERIFY(firstFailure(sent));
    for (size_t i = 0; i < sent.size(); ++i) {
        if (sent[i])
            QCOMPARE(contents(uploads[i].remotePath), uploads[i].bytes);
        else
            QCOMPARE(codeOf(sent[i]), ErrorCode::Network);
    }
    QCOMPARE(codeOf(client->lstat(m_folder->path())), ErrorCode::Network);
}

void TestClient::cleansUpAfterACancel()
{
    const auto client = open();
    const CancelToken cancel;
    client->setCancel(cancel);
    const auto uploads = items(2000, 2000);
    const auto sent = client->uploadAll(uploads, [&](qint64 files, qint64) {
        if (files > 100)
            cancel.cancel();
    });
    QVERIFY(sent.front());
    QCOMPARE(codeOf(sent.back()), ErrorCode::Cancelled);
    QVERIFY(!client->isBroken());
    client->setCancel(CancelToken());
    QVERIFY(client->remove(uploads.front().remotePath));
    const auto rest = client->listTree(m_folder->path());
    QVERIFY2(rest, why(rest));
}

void TestClient::explainsAServerThatTalks()
{
    const auto client = SftpClient::open(std::make_unique<PipeTransport>(
        QStringLiteral("sh"),
        QStringList{QStringLiteral("-c"), QStringLiteral("echo Welcome!; cat")}));
    QVERIFY(!client);
    QCOMPARE(client.error().code, ErrorCode::Network);
    QVERIFY(client.error().text.contains(QStringLiteral("login script")));
}

void TestClient::givesUpOnASilentServer()
{
    Timeouts timeouts;
    timeouts.connect = timeouts.silence = Milliseconds(200);
    QElapsedTimer timer;
    timer.start();
    const auto client =
        SftpClient::open(std::make_unique<PipeTransport>(
                             QStringLiteral("sh"),
                             QStringList{QStringLiteral("-c"), QStringLiteral("cat > /dev/null")}),
                         {}, timeouts);
    QCOMPARE(codeOf(client), ErrorCode::Network);
    QVERIFY(timer.elapsed() < 2000);
}

QTEST_GUILESS_MAIN(TestClient)
#include "test_client.moc"
