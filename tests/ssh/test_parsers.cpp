// What reads bytes from servers and files: the SFTP codec and known_hosts.
#include "ssh/knownhosts.h"
#include "ssh/sftp/sftpcodec.h"
#include "ssh/sftp/sftppacket.h"

#include <QMessageAuthenticationCode>
#include <QRandomGenerator>
#include <QtTest>

using namespace kakehashi;
using namespace kakehashi::ssh;
using Verdict = KnownHosts::Verdict;

Q_DECLARE_METATYPE(kakehashi::ssh::KnownHosts::Verdict)

namespace {

QByteArray keyBlob(const QByteArray &type, const QByteArray &body)
{
    sftp::PacketWriter writer;
    writer.putString(type);
    writer.putString(body);
    return writer.bytes();
}

QByteArray keyText(const QByteArray &type, const QByteArray &body)
{
    return type + ' ' + keyBlob(type, body).toBase64();
}

QByteArray hashed(const QByteArray &name)
{
    const QByteArray salt = "0123456789abcdefghij";
    const auto hash = QMessageAuthenticationCode::hash(name, salt, QCryptographicHash::Sha1);
    return "|1|" + salt.toBase64() + '|' + hash.toBase64();
}

QByteArray packetOf(SftpType type, const QByteArray &rest)
{
    sftp::PacketWriter writer;
    writer.put8(quint8(type));
    writer.put32(77);
    writer.putRaw(rest);
    return writer.bytes();
}

QByteArray namesPacket()
{
    sftp::PacketWriter writer;
    writer.put32(2);
    for (const char *name : {"index.html", "img"}) {
        writer.putString(name);
        writer.putString("-rw-r--r-- 1 web web 0 long line");
        writer.put32(0x8000000d); // size, mode, times, extended
        writer.put64(5'000'000'000);
        writer.put32(0100644);
        writer.put32(1);
        writer.put32(1700000000);
        writer.put32(1);
        writer.putString("acl@example");
        writer.putString("x");
    }
    return packetOf(SftpType::Name, writer.bytes());
}

} // namespace

class TestParsers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framesRequests();
    void readsNamesWithAttributes();
    void readsAStatusWithoutText();
    void cutsPacketsFromAStream();
    void refusesImpossibleLengths();
    void survivesEveryTruncation();
    void survivesRandomDamage();
    void readsExtensions();
    void ignoresNonsensicalLimits();
    void judgesLines_data();
    void judgesLines();
    void namesTheLineThatDecided();
    void asksForKnownTypes();
};

void TestParsers::framesRequests()
{
    const QByteArray bytes = sftp::encode(sftp::open(QStringLiteral("/県"), OpenWrite, {}), 9);
    QCOMPARE(bytes.toHex(' '), QByteArray("00 00 00 15 03 00 00 00 09 00 00 00 04 2f e7 9c 8c "
                                          "00 00 00 02 00 00 00 00"));
    Attributes attributes;
    attributes.mode = 0644;
    attributes.mtime = 2;
    const QByteArray set = sftp::setstat(QString(), attributes).body;
    QCOMPARE(set.toHex(' '), QByteArray("00 00 00 00 00 00 00 0c 00 00 01 a4 00 00 00 02 "
                                        "00 00 00 02"));
}

void TestParsers::readsNamesWithAttributes()
{
    const auto reply = sftp::decodeReply(namesPacket());
    QVERIFY(reply);
    QCOMPARE(reply->id, 77U);
    const auto &items = std::get<NameReply>(reply->reply).items;
    QCOMPARE(items.size(), 2U);
    QCOMPARE(items[1].name, QByteArray("img"));
    QCOMPARE(*items[1].attributes.size, 5'000'000'000U);
    QCOMPARE(*items[1].attributes.mtime, 1700000000U);
    QVERIFY(items[1].attributes.isRegularFile());
}

void TestParsers::readsAStatusWithoutText()
{
    const auto reply = sftp::decodeReply(packetOf(SftpType::Status, QByteArray("\0\0\0\3", 4)));
    QVERIFY(reply);
    QCOMPARE(std::get<StatusReply>(reply->reply).code, SftpStatus::PermissionDenied);
}

void TestParsers::cutsPacketsFromAStream()
{
    const QByteArray stream = sftp::encode(sftp::lstat(QStringLiteral("a")), 1) +
                              sftp::encode(sftp::lstat(QStringLiteral("bc")), 2);
    qsizetype offset = 0;
    for (qsizetype length = 0; length < 14; ++length)
        QVERIFY(!sftp::nextPacket(stream.first(length), &offset)->has_value());
    QCOMPARE((*sftp::nextPacket(stream, &offset))->size(), 10);
    QCOMPARE((*sftp::nextPacket(stream, &offset))->size(), 11);
    QVERIFY(!sftp::nextPacket(stream, &offset)->has_value());
    QCOMPARE(offset, stream.size());
}

void TestParsers::refusesImpossibleLengths()
{
    for (const char *text : {"Last login: Mon", "\xff\xff\xff\xff", "HTTP/1.1 400"}) {
        qsizetype offset = 0;
        const auto packet = sftp::nextPacket(QByteArrayView(text), &offset);
        QCOMPARE(packet.error().code, ErrorCode::Network);
    }
    qsizetype offset = 0;
    QVERIFY(!sftp::nextPacket(QByteArray(4, '\0'), &offset));
    // A count of 4 billion names in a packet of a few bytes.
    QVERIFY(!sftp::decodeReply(packetOf(SftpType::Name, QByteArray("\xff\xff\xff\xff", 4))));
}

void TestParsers::survivesEveryTruncation()
{
    const QByteArray whole = namesPacket();
    for (qsizetype length = 0; length < whole.size(); ++length)
        QVERIFY(!sftp::decodeReply(whole.first(length)));
}

void TestParsers::survivesRandomDamage()
{
    QRandomGenerator random(20251123);
    int understood = 0;
    for (int round = 0; round < 20000; ++round) {
        QByteArray packet = namesPacket();
        for (int hit = 0; hit < 3; ++hit)
            packet[random.bounded(packet.size())] = char(random.bounded(256));
        understood += sftp::decodeReply(packet) ? 1 : 0;
        understood += sftp::decodeVersion(packet) ? 1 : 0;
    }
    QVERIFY(understood > 0);
}

void TestParsers::readsExtensions()
{
    sftp::PacketWriter writer;
    writer.put8(quint8(SftpType::Version));
    writer.put32(3);
    for (const auto &[name, version] : {std::pair{"posix-rename@openssh.com", "1"},
                                        {"hardlink@openssh.com", "99"},
                                        {"vendor-id", "anything"}}) {
        writer.putString(name);
        writer.putString(version);
    }
    const auto can = sftp::decodeVersion(writer.bytes());
    QVERIFY(can);
    QVERIFY(can->posixRename);
    QVERIFY(!can->hardlink); // another version is another thing
    QCOMPARE(can->extensions.size(), 3);
}

void TestParsers::ignoresNonsensicalLimits()
{
    Capabilities can;
    sftp::applyLimits(QByteArray(10, '\xff'), &can);
    QCOMPARE(can, Capabilities());
    sftp::applyLimits(QByteArray(32, '\0'), &can);
    QCOMPARE(can, Capabilities());
    sftp::applyLimits(QByteArray(32, '\xff'), &can);
    QVERIFY(can.maxWrite <= sftp::maxPacketBytes && can.maxHandles <= 65536);
}

void TestParsers::judgesLines_data()
{
    const QByteArray good = keyText("ssh-ed25519", "right");
    const QByteArray bad = keyText("ssh-ed25519", "other");
    const QByteArray otherType = keyText("ecdsa-sha2-nistp256", "other");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<quint16>("port");
    QTest::addColumn<Verdict>("verdict");
    const auto row = [](const char *name, const QByteArray &text, Verdict verdict,
                        quint16 port = 22) { QTest::newRow(name) << text << port << verdict; };
    row("nothing", "", Verdict::Unknown);
    row("plain", "portal.example.jp " + good, Verdict::Match);
    row("with comment", "portal.example.jp " + good + " web server", Verdict::Match);
    row("tabs and CR", "portal.example.jp\t" + good + "\r\n", Verdict::Match);
    row("capitals", "Portal.Example.JP " + good, Verdict::Match);
    row("list", "192.0.2.7,portal.example.jp " + good, Verdict::Match);
    row("other host", "www.example.jp " + good, Verdict::Unknown);
    row("prefix only", "portal.example " + good, Verdict::Unknown);
    row("changed", "portal.example.jp " + bad, Verdict::Changed);
    row("changed type", "portal.example.jp " + otherType, Verdict::Changed);
    row("second line is it", "portal.example.jp " + otherType + "\nportal.example.jp " + good,
        Verdict::Match);
    row("hashed", hashed("portal.example.jp") + ' ' + good, Verdict::Match);
    row("hashed, changed", hashed("portal.example.jp") + ' ' + bad, Verdict::Changed);
    row("hashed other", hashed("www.example.jp") + ' ' + good, Verdict::Unknown);
    row("hashed badly", "|1|?|? " + good, Verdict::Unknown);
    row("wildcard", "*.example.jp " + good, Verdict::Match);
    row("wildcards", "p?rt*l.*.jp " + good, Verdict::Match);
    row("negated", "*.example.jp,!portal.example.jp " + good, Verdict::Unknown);
    row("port", "[portal.example.jp]:2222 " + good, Verdict::Match, 2222);
    row("port, hashed", hashed("[portal.example.jp]:2222") + ' ' + good, Verdict::Match, 2222);
    row("other port", "[portal.example.jp]:2223 " + good, Verdict::Unknown, 2222);
    row("known without port", "portal.example.jp " + good, Verdict::Match, 2222);
    row("other without port", "portal.example.jp " + bad, Verdict::Unknown, 2222);
    row("revoked", "portal.example.jp " + good + "\n@revoked * " + good, Verdict::Revoked);
    row("revoked first", "@revoked portal.example.jp " + good + "\nportal.example.jp " + good,
        Verdict::Revoked);
    row("other revoked", "@revoked portal.example.jp " + bad + "\nportal.example.jp " + good,
        Verdict::Match);
    row("authority is no key", "@cert-authority *.example.jp " + good, Verdict::Unknown);
    row("commented out", "# portal.example.jp " + good, Verdict::Unknown);
    row("bad base64 before", "portal.example.jp ssh-ed25519 AAA!\nportal.example.jp " + good,
        Verdict::Match);
    row("type and key disagree", "portal.example.jp ssh-rsa " + good.split(' ').value(1),
        Verdict::Unknown);
    row("endless line before", QByteArray(100'000, 'x') + "\nportal.example.jp " + good,
        Verdict::Match);
    row("binary", QByteArray("\0\xff\n\0 \0 \0", 8), Verdict::Unknown);
    row("fields missing", "portal.example.jp\nportal.example.jp ssh-ed25519", Verdict::Unknown);
}

void TestParsers::judgesLines()
{
    QFETCH(QByteArray, text);
    QFETCH(quint16, port);
    QFETCH(Verdict, verdict);
    KnownHosts known;
    known.addText(text, QStringLiteral("test"));
    const HostKey key = HostKey::fromBlob(keyBlob("ssh-ed25519", "right"));
    QCOMPARE(known.judge(QStringLiteral("portal.example.jp"), port, key).verdict, verdict);
}

void TestParsers::namesTheLineThatDecided()
{
    KnownHosts known;
    known.addText(QByteArray("# ours\n\nportal.example.jp " + keyText("ssh-ed25519", "other")),
                  QStringLiteral("known_hosts"));
    const HostKey key = HostKey::fromBlob(keyBlob("ssh-ed25519", "right"));
    QCOMPARE(known.judge(QStringLiteral("portal.example.jp"), 22, key).place,
             QStringLiteral("known_hosts:3"));
}

void TestParsers::asksForKnownTypes()
{
    KnownHosts known;
    known.addText(QByteArray("portal.example.jp " + keyText("ecdsa-sha2-nistp256", "a") +
                             "\n@revoked portal.example.jp " + keyText("ssh-ed25519", "b") +
                             "\nportal.example.jp " + keyText("ssh-rsa", "c")),
                  {});
    const QList<QByteArray> types{"ecdsa-sha2-nistp256", "ssh-rsa"};
    QCOMPARE(known.typesFor(QStringLiteral("portal.example.jp"), 22), types);
    QCOMPARE(known.typesFor(QStringLiteral("portal.example.jp"), 2222), types);
    QVERIFY(known.typesFor(QStringLiteral("www.example.jp"), 22).isEmpty());
}

QTEST_GUILESS_MAIN(TestParsers)
#include "test_parsers.moc"
