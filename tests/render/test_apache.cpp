#include "render/server/htaccess.h"
#include "support/sitefixture.h"

#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTcpSocket>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::test;

namespace {

/// A real Apache over a folder, as rental servers set it up: index.php goes before index.html,
/// folders without either list their files.
class Apache
{
public:
    static QString program()
    {
        const QStringList places{QStringLiteral("/usr/sbin"), QStringLiteral("/usr/local/sbin")};
        return QStandardPaths::findExecutable(QStringLiteral("apache2"), places);
    }

    Apache(const QString &root, const QString &allowed)
    {
        for (int attempt = 0; attempt < 10 && !isUp(); ++attempt)
            start(root, allowed);
        if (!isUp())
            qFatal("Apache does not start: %s", m_process.readAllStandardError().constData());
    }
    ~Apache()
    {
        m_process.terminate();
        m_process.waitForFinished(5000);
    }

    /// What it says that a file is.
    QByteArray typeOf(const QByteArray &path) const
    {
        const QByteArray answer = answerTo(path);
        const QByteArray header("\r\nContent-Type: ");
        const qsizetype at = answer.indexOf(header);
        return at < 0 ? QByteArray() : answer.mid(at + header.size()).split('\r').first();
    }

    QByteArray answerTo(const QByteArray &path) const
    {
        QTcpSocket line;
        line.connectToHost(QStringLiteral("127.0.0.1"), m_port);
        if (!line.waitForConnected(5000))
            return "no connection";
        line.write("GET " + path + " HTTP/1.0\r\nHost: localhost\r\n\r\n");
        while (line.waitForReadyRead(5000))
            continue;
        return line.readAll();
    }

    /// Status, address of a redirect, and the last line of what was served.
    QByteArray get(const QByteArray &path) const
    {
        const QByteArray answer = answerTo(path);
        const QByteArray status = answer.mid(9, 3);
        const qsizetype moved = answer.indexOf("\r\nLocation: http://localhost");
        if (moved >= 0)
            return status + ' ' + answer.mid(moved + 28).split('\r').first();
        return status + ' ' + answer.trimmed().split('\n').last();
    }

private:
    bool isUp() const
    {
        QTcpSocket line;
        line.connectToHost(QStringLiteral("127.0.0.1"), m_port);
        return m_port != 0 && line.waitForConnected(200) && m_process.state() == QProcess::Running;
    }

    void start(const QString &root, const QString &allowed)
    {
        m_process.kill();
        m_process.waitForFinished();
        m_port = quint16(QRandomGenerator::global()->bounded(32000, 44000));
        QString modules;
        for (const char *name : {"mpm_event", "authz_core", "dir", "mime", "filter", "deflate",
                                 "headers", "rewrite", "unixd", "autoindex", "alias"})
            modules += QStringLiteral("<IfModule !%1_module>\nLoadModule %1_module "
                                      "/usr/lib/apache2/modules/mod_%1.so\n</IfModule>\n")
                           .arg(QLatin1String(name));
        const QString text =
            QStringLiteral("ServerRoot %1\nServerName localhost\nListen 127.0.0.1:%2\nPidFile "
                           "%1/pid\nMutex file:%1\nErrorLog /dev/stderr\n%3User #65534\n"
                           "Group #65534\nStartServers 1\nTypesConfig /dev/null\nDocumentRoot %4\n"
                           "DirectoryIndex index.php index.html\n<Directory %4>\n"
                           "Options Indexes FollowSymLinks\nAllowOverride %5\n"
                           "Require all granted\n</Directory>\n")
                .arg(m_own.path(), QString::number(m_port), modules, root, allowed);
        QFile file(m_own.filePath(QStringLiteral("httpd.conf")));
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0)
            qFatal("%s cannot be written", qPrintable(file.fileName()));
        file.close();
        m_process.start(program(),
                        {QStringLiteral("-f"), file.fileName(), QStringLiteral("-DFOREGROUND")});
        for (int tries = 0; tries < 50 && !isUp() && !m_process.waitForFinished(50); ++tries)
            continue;
    }

    QTemporaryDir m_own;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace

/// What visitors get from Apache with our .htaccess beside the files of others.
class TestApache : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QString m_root;

    void put(const QString &path, const QByteArray &bytes) const
    {
        const QString name = m_root + u'/' + path;
        QDir().mkpath(QFileInfo(name).path());
        QFile file(name);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) < 0)
            qFatal("%s cannot be written", qPrintable(name));
    }

private Q_SLOTS:
    void initTestCase();
    void showsOurPagesBesideOthersFiles_data();
    void showsOurPagesBesideOthersFiles();
};

void TestApache::initTestCase()
{
    if (Apache::program().isEmpty())
        QSKIP("apache2 is not installed");
    m_root = m_folder.filePath(QStringLiteral("www"));
    const QStringList ours{
        QStringLiteral("index.html"),           QStringLiteral("404.html"),
        QStringLiteral("about/index.html"),     QStringLiteral("about/県民+(a)/index.html"),
        QStringLiteral("en/about/index.html"),  QStringLiteral("topics/page/2/index.html"),
        QStringLiteral("events/8/index.html"),  QStringLiteral(".well-known/security.txt"),
        QStringLiteral("assets/css/style.css"), QStringLiteral("plain/a.txt")};
    for (const QString &path : ours)
        put(path, "ours " + path.toUtf8());
    for (const char *path : {"index.php", "about/index.php", "forum/index.php", "forum/index.html",
                             "plain/index.php", "downloads/a.zip"})
        put(QString::fromLatin1(path), QByteArray("theirs ") + path);
    SiteFixture site;
    site.snapshot().redirects = {
        {Ulid::generate(), QStringLiteral("/?p=3029"), QStringLiteral("/about/"), 301},
        {Ulid::generate(), QStringLiteral("/events/"), QStringLiteral("/events/8/"), 301},
        {Ulid::generate(), QStringLiteral("/old/"), QStringLiteral("/about/"), 301},
        {Ulid::generate(), QStringLiteral("/old?id=県"), QStringLiteral("/en/about/"), 301},
        {Ulid::generate(), QStringLiteral("/old?id=県&x=1"), QStringLiteral("/plain/"), 301}};
    QStringList all = ours;
    const auto text = [&](const char *name, const QByteArray &bytes, const char *type) {
        site.media(QLatin1String(name), bytes, QLatin1String(type));
        all.append(QStringLiteral("media/") + QLatin1String(name));
        put(all.last(), bytes);
    };
    text("utf8.txt", "県民", "text/plain");
    text("sjis.txt", "\x8c\xa7\x96\xaf\x82\xcc", "text/plain");
    text("sjis.v2+.csv", "\x8c\xa7\x96\xaf\x82\xcc,1", "text/csv");
    text("euc.ics", "\xb8\xa9\xcc\xb1\xa4\xce\xa1\xa3", "text/calendar");
    text("jis.txt", "\x1b$B8)L1\x1b(B", "text/plain");
    text("utf8.csv", "県民,2", "text/csv");
    text("odd.csv", QByteArray("\xff\xfd,3\xa0"), "text/csv");
    const render::SiteIndex index(site.snapshot(), site.theme(), site.options());
    put(QStringLiteral(".htaccess"), QByteArray::fromStdString(render::htaccess(index, {}, all)));
    for (const QString &folder : {m_folder.path(), m_root}) // for Apache's own account
        QFile::setPermissions(folder,
                              QFile::permissions(folder) | QFile::ReadOther | QFile::ExeOther);
}

void TestApache::showsOurPagesBesideOthersFiles_data()
{
    QTest::addColumn<QString>("allowed");
    for (const char *allowed : {"FileInfo", "All"})
        QTest::newRow(allowed) << QString::fromLatin1(allowed);
}

void TestApache::showsOurPagesBesideOthersFiles()
{
    QFETCH(QString, allowed);
    const Apache apache(m_root, allowed);
    const auto served = [&apache](const char *path) { return apache.get(path); };
    QCOMPARE(served("/"), QByteArray("200 ours index.html"));
    QCOMPARE(served("/?p=1"), QByteArray("200 ours index.html"));
    QCOMPARE(served("/?p=3029"), QByteArray("301 /about/"));
    QCOMPARE(served("/index.html"), QByteArray("301 /"));
    QCOMPARE(served("/about/"), QByteArray("200 ours about/index.html"));
    QCOMPARE(served("/about"), QByteArray("301 /about/"));
    QCOMPARE(served("/about/%E7%9C%8C%E6%B0%91+(a)/"),
             QByteArray("200 ours about/県民+(a)/index.html"));
    QCOMPARE(served("/en/about/"), QByteArray("200 ours en/about/index.html"));
    QCOMPARE(served("/events/"), QByteArray("301 /events/8/"));
    // The rule that asks for more of the query comes first.
    QCOMPARE(served("/old/"), QByteArray("301 /about/"));
    QCOMPARE(served("/old?id=%E7%9C%8C"), QByteArray("301 /en/about/"));
    QCOMPARE(served("/old/?id=%E7%9C%8C&y=2"), QByteArray("301 /en/about/"));
    QCOMPARE(served("/old?id=%E7%9C%8C&x=1"), QByteArray("301 /plain/"));
    for (const char *bare : {"/en/", "/topics/", "/topics/page/", "/.well-known/", "/assets/css/"})
        QCOMPARE(served(bare), QByteArray("404 ours 404.html"));
    QCOMPARE(served("/nothing/"), QByteArray("404 ours 404.html"));
    // What is not ours stays as it was.
    QCOMPARE(served("/forum/"), QByteArray("200 theirs forum/index.php"));
    QCOMPARE(served("/plain/"), QByteArray("200 theirs plain/index.php"));
    QCOMPARE(served("/index.php"), QByteArray("200 theirs index.php"));
    QVERIFY(served("/downloads/").startsWith("200"));
    // Text among the media is in the encoding that it came in.
    const auto type = [&apache](const char *name) {
        return apache.typeOf(QByteArray("/media/") + name).toLower();
    };
    QCOMPARE(type("utf8.txt"), QByteArray("text/plain; charset=utf-8"));
    QCOMPARE(type("sjis.txt"), QByteArray("text/plain; charset=shift_jis"));
    QCOMPARE(type("jis.txt"), QByteArray("text/plain; charset=iso-2022-jp"));
    QCOMPARE(type("euc.ics"), QByteArray("text/calendar; charset=euc-jp"));
    QCOMPARE(type("sjis.v2+.csv"), QByteArray("text/csv; charset=shift_jis"));
    QCOMPARE(type("utf8.csv"), QByteArray("text/csv; charset=utf-8"));
    QCOMPARE(type("odd.csv"), QByteArray("text/csv"));
    QCOMPARE(apache.typeOf("/plain/a.txt").toLower(), QByteArray("text/plain; charset=utf-8"));
}

QTEST_GUILESS_MAIN(TestApache)
#include "test_apache.moc"
