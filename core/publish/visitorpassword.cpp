#include "publish/visitorpassword.h"

#include "base/file.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::VisitorPassword)
};

using Md5 = QCryptographicHash;

constexpr char saltLetters[] = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr int saltLength = 8;
constexpr qint64 largestSettings = 1'000'000;

QByteArray newSalt()
{
    QByteArray salt;
    for (int i = 0; i < saltLength; ++i)
        salt += saltLetters[QRandomGenerator::system()->bounded(64)];
    return salt;
}

/// Six bits a letter, lowest first.
void putLetters(QByteArray &out, quint32 bits, int count)
{
    for (; count > 0; --count, bits >>= 6)
        out += saltLetters[bits & 0x3f];
}

/// apr_md5_encode() of Apache's portable runtime: 1,000 rounds.
QByteArray apr1(const QByteArray &password, const QByteArray &salt)
{
    const auto md5 = [](const QByteArray &bytes) { return Md5::hash(bytes, Md5::Md5); };
    const QByteArray inner = md5(password + salt + password);
    QByteArray first = password + "$apr1$" + salt;
    for (qsizetype left = password.size(); left > 0; left -= inner.size())
        first += inner.left(std::min(left, inner.size()));
    for (qsizetype bits = password.size(); bits > 0; bits >>= 1)
        first += (bits & 1) != 0 ? '\0' : password.at(0);
    QByteArray digest = md5(first);
    for (int round = 0; round < 1000; ++round) {
        QByteArray next = (round & 1) != 0 ? password : digest;
        if (round % 3 != 0)
            next += salt;
        if (round % 7 != 0)
            next += password;
        next += (round & 1) != 0 ? digest : password;
        digest = md5(next);
    }
    const auto byte = [&digest](int at) {
        return static_cast<quint32>(static_cast<uchar>(digest.at(at)));
    };
    QByteArray letters;
    constexpr std::array<std::array<int, 3>, 5> order{
        {{0, 6, 12}, {1, 7, 13}, {2, 8, 14}, {3, 9, 15}, {4, 10, 5}}};
    for (const auto &three : order)
        putLetters(letters, byte(three[0]) << 16 | byte(three[1]) << 8 | byte(three[2]), 4);
    putLetters(letters, byte(11), 2);
    return letters;
}

void put(render::OutputTree &tree, const QString &path, const QByteArray &bytes)
{
    render::OutputFile file{path,
                            Sha256::of(bytes),
                            bytes.size(),
                            render::CommitGroup::Home,
                            {render::Origin::Kind::Site, {}, Text::tr("Password for visitors")}};
    const auto place =
        std::lower_bound(tree.files.begin(), tree.files.end(), path,
                         [](const render::OutputFile &a, const QString &b) { return a.path < b; });
    if (place != tree.files.end() && place->path == path)
        *place = file;
    else
        tree.files.insert(place, file);
}

} // namespace

QString visitorHash(const QString &password)
{
    return visitorHash(password, newSalt());
}

QString visitorHash(const QString &password, const QByteArray &salt)
{
    return QString::fromLatin1("$apr1$" + salt + '$' + apr1(password.toUtf8(), salt));
}

QString serverFolder(const Target &target)
{
    const QString folder = target.visitorFolder.isEmpty() ? target.path : target.visitorFolder;
    return folder.startsWith(u'/') ? folder : QString();
}

Result<void> addVisitorPassword(render::OutputTree &tree, const Target &target,
                                const render::ByteSource &have, render::OutputSink &sink)
{
    if (target.visitorUser.isEmpty())
        return {};
    QByteArray settings =
        "AuthType Basic\nAuthName \"Staging\"\nAuthUserFile \"" + serverFolder(target).toUtf8() +
        "/.htpasswd\"\nRequire valid-user\n<FilesMatch \"^\\.ht\">\n  Require all denied\n"
        "</FilesMatch>\n";
    if (const render::OutputFile *there = tree.find(QStringLiteral(".htaccess"))) {
        const auto file = have.fileFor(there->hash);
        if (!file)
            return passOn(file);
        const auto bytes = readFile(*file, largestSettings);
        if (!bytes)
            return passOn(bytes);
        settings += *bytes;
    }
    const QByteArray list =
        target.visitorUser.toUtf8() + ':' + target.visitorHash.toLatin1() + '\n';
    for (const auto &[path, bytes] : {std::pair{QStringLiteral(".htpasswd"), list},
                                      std::pair{QStringLiteral(".htaccess"), settings}}) {
        if (auto written = sink.write(path, Sha256::of(bytes), bytes); !written)
            return written;
        put(tree, path, bytes);
    }
    return {};
}

} // namespace kakehashi::publish
