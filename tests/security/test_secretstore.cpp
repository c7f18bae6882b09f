#include "security/secretstore.h"
#include "support/testsite.h"

#include <QCoreApplication>
#include <QProcess>

using namespace kakehashi;
using namespace kakehashi::security;

namespace {

constexpr int patience = 20'000;

/// Waits for one answer of the asynchronous store, as a test may.
template <typename T>
struct Answer
{
    std::optional<Result<T>> value;

    auto take()
    {
        return [this](Result<T> result) { value = std::move(result); };
    }
};

const QString key = QStringLiteral("target/01TEST/password");
const QString secret = QStringLiteral("合言葉 ’\"$ 2050\n二行目");

} // namespace

/// Runs twice: the outer program starts a D-Bus session with an unlocked GNOME Keyring in a home
/// of its own, and in it this program again.
class TestSecretStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void memory()
    {
        MemorySecretStore store;
        roundTrip(store);
    }

    void anAnswerAfterTheAskerIsGoneIsNotGiven()
    {
        MemorySecretStore store;
        Answer<QString> answer;
        auto asker = std::make_unique<QObject>();
        store.read(key, asker.get(), answer.take());
        asker.reset();
        QCoreApplication::processEvents();
        QVERIFY(!answer.value);
    }

    void aRealKeyring()
    {
        const QTemporaryDir home;
        QProcess session;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), home.path());
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), home.path());
        environment.insert(QStringLiteral("XDG_CURRENT_DESKTOP"), QStringLiteral("GNOME"));
        environment.remove(QStringLiteral("XDG_DATA_HOME"));
        environment.remove(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"));
        session.setProcessEnvironment(environment);
        session.setProcessChannelMode(QProcess::MergedChannels);
        const QString script = QStringLiteral(
            "printf pass | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; "
            "exec \"$0\" --in-session");
        session.start(QStringLiteral("dbus-run-session"),
                      {QStringLiteral("--"), QStringLiteral("sh"), QStringLiteral("-c"), script,
                       QCoreApplication::applicationFilePath()});
        QVERIFY2(session.waitForFinished(60'000), "dbus-run-session or the keyring did not end");
        const QByteArray said = session.readAll();
        QVERIFY2(session.exitStatus() == QProcess::NormalExit && session.exitCode() == 0,
                 said.constData());
    }

    void withoutAKeyringItSaysSo()
    {
        QProcess child;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("DBUS_SESSION_BUS_ADDRESS"),
                           QStringLiteral("unix:path=/nonexistent"));
        child.setProcessEnvironment(environment);
        child.setProcessChannelMode(QProcess::MergedChannels);
        child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--no-keyring")});
        QVERIFY(child.waitForFinished(60'000));
        QVERIFY2(child.exitStatus() == QProcess::NormalExit && child.exitCode() == 0,
                 child.readAll().constData());
    }

public:
    void inSession()
    {
        KeychainSecretStore store(QStringLiteral("kakehashi-test"));
        roundTrip(store);
    }

    void noKeyring()
    {
        KeychainSecretStore store;
        Answer<void> written;
        store.write(key, secret, this, written.take());
        QTRY_VERIFY_WITH_TIMEOUT(written.value, patience);
        QVERIFY(!*written.value);
        QVERIFY(!written.value->error().text.isEmpty());
    }

private:
    void roundTrip(SecretStore &store)
    {
        Answer<QString> none;
        store.read(key, this, none.take());
        QTRY_VERIFY_WITH_TIMEOUT(none.value, patience);
        VERIFY_FAILS(*none.value, ErrorCode::NotFound);
        Answer<void> written;
        store.write(key, secret, this, written.take());
        QTRY_VERIFY_WITH_TIMEOUT(written.value, patience);
        VERIFY_OK(*written.value);
        Answer<QString> read;
        store.read(key, this, read.take());
        QTRY_VERIFY_WITH_TIMEOUT(read.value, patience);
        QCOMPARE(**read.value, secret);
        Answer<QString> another;
        store.read(key + QStringLiteral("/other"), this, another.take());
        QTRY_VERIFY_WITH_TIMEOUT(another.value, patience);
        VERIFY_FAILS(*another.value, ErrorCode::NotFound);
        Answer<void> removed;
        store.remove(key, this, removed.take());
        QTRY_VERIFY_WITH_TIMEOUT(removed.value, patience);
        VERIFY_OK(*removed.value);
        Answer<QString> after;
        store.read(key, this, after.take());
        QTRY_VERIFY_WITH_TIMEOUT(after.value, patience);
        VERIFY_FAILS(*after.value, ErrorCode::NotFound);
    }
};

namespace {

/// The inner runs: one story as a test of its own, so that its failures are printed.
class Inner : public QObject
{
    Q_OBJECT

public:
    bool keyring = true;

private Q_SLOTS:
    void story()
    {
        TestSecretStore stories;
        keyring ? stories.inSession() : stories.noKeyring();
    }
};

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const bool inSession = arguments.contains(QStringLiteral("--in-session"));
    if (inSession || arguments.contains(QStringLiteral("--no-keyring"))) {
        Inner inner;
        inner.keyring = inSession;
        return QTest::qExec(&inner, QStringList(arguments.first()));
    }
    TestSecretStore stories;
    return QTest::qExec(&stories, argc, argv);
}
#include "test_secretstore.moc"
