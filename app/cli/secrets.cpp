#include "secrets.h"

#include "output.h"

#include "security/secretstore.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QTextStream>

#include <cstdio>
#include <optional>
#ifdef Q_OS_UNIX
#include <termios.h>
#include <unistd.h>
#endif

namespace kakehashi::cli {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::cli::Secrets)
};

/// Runs an asynchronous call to its end. The command line has no other events to serve, so the
/// loop here is the program's own, not one nested in a handler.
template <typename T>
Result<T> waitFor(const std::function<void(QObject *, std::function<void(Result<T>)>)> &call)
{
    QEventLoop loop;
    QObject context;
    std::optional<Result<T>> answer;
    call(&context, [&answer, &loop](Result<T> result) {
        answer = std::move(result);
        loop.quit();
    });
    if (!answer)
        loop.exec();
    return *answer;
}

QString firstLine(QFile &file)
{
    QString line = QString::fromUtf8(file.readLine(4096));
    while (line.endsWith(u'\n') || line.endsWith(u'\r'))
        line.chop(1);
    return line;
}

#ifdef Q_OS_UNIX
/// From the terminal, by default without showing what is typed.
QString typedLine(const QString &prompt, bool isShown)
{
    QTextStream(stderr) << prompt << Qt::flush;
    termios before{};
    tcgetattr(STDIN_FILENO, &before);
    termios silent = before;
    if (!isShown)
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    QFile input;
    QString typed;
    if (input.open(stdin, QIODevice::ReadOnly))
        typed = firstLine(input);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
    QTextStream(stderr) << u'\n';
    return typed;
}
#endif

Result<QString> fromDescriptor(int descriptor)
{
    QFile file;
    if (!file.open(descriptor, QIODevice::ReadOnly))
        return fail(ErrorCode::Invalid,
                    Text::tr("File descriptor %1 cannot be read; open it in the calling script.")
                        .arg(descriptor));
    return firstLine(file);
}

Result<QString> fromKeychain(const publish::Target &target)
{
    security::KeychainSecretStore store;
    return waitFor<QString>([&](QObject *context, std::function<void(Result<QString>)> done) {
        store.read(target.secretName(), context, std::move(done));
    });
}

} // namespace

Result<publish::Access> accessFor(const publish::Target &target, int passwordFd)
{
    publish::Access access;
    if (target.kind == publish::Target::Kind::Local)
        return access;
    // Scripts pass variables on that are empty: those are not set.
    if (!qEnvironmentVariableIsEmpty("KAKEHASHI_PASSWORD")) {
        access.secret = ssh::Secret(qEnvironmentVariable("KAKEHASHI_PASSWORD"));
        return access;
    }
    if (target.auth == publish::Target::Auth::Agent && passwordFd < 0)
        return access;
    const auto secret = passwordFd >= 0 ? fromDescriptor(passwordFd) : fromKeychain(target);
    if (secret) {
        access.secret = ssh::Secret(*secret);
        return access;
    }
    // A key file without a passphrase has nothing in the keychain, and a machine without a
    // keychain can still use such a key.
    if (target.auth == publish::Target::Auth::KeyFile && passwordFd < 0)
        return access;
    return passOn(secret);
}

Result<QString> askPassword(const QString &prompt)
{
#ifdef Q_OS_UNIX
    if (!canAsk())
        return fail(ErrorCode::Invalid,
                    Text::tr("There is no terminal to ask for the password. Set "
                             "KAKEHASHI_PASSWORD or give --password-fd."));
    return typedLine(prompt, false);
#else
    Q_UNUSED(prompt)
    return fail(ErrorCode::Unsupported,
                Text::tr("Store the password in the desktop program, or set KAKEHASHI_PASSWORD."));
#endif
}

ssh::Asker terminalAsker()
{
    return [](const ssh::Prompt &prompt, const CancelToken &) -> Result<ssh::Secret> {
#ifdef Q_OS_UNIX
        if (canAsk())
            return ssh::Secret(
                typedLine(Text::tr("%1 asks: %2 ").arg(prompt.host, prompt.text), prompt.isShown));
#endif
        return fail(ErrorCode::AuthenticationFailed,
                    Text::tr("%1 asks for “%2” besides the password or key, such as a one-time "
                             "code, and there is no terminal to type it. Run this on a terminal, "
                             "or publish in the desktop program.")
                        .arg(prompt.host, prompt.text));
    };
}

Result<void> storePassword(const publish::Target &target, const QString &password)
{
    security::KeychainSecretStore store;
    return waitFor<void>([&](QObject *context, std::function<void(Result<void>)> done) {
        store.write(target.secretName(), password, context, std::move(done));
    });
}

Result<publish::ManifestKey> manifestKeyFor(const QString &siteId)
{
    const QString text = qEnvironmentVariable("KAKEHASHI_MANIFEST_KEY").trimmed();
    if (!text.isEmpty()) {
        const auto given = publish::manifestKeyFromText(siteId, text);
        if (!given)
            return passOn(given);
        return publish::ManifestKey{*given};
    }
    security::KeychainSecretStore store;
    return waitFor<publish::ManifestKey>(
        [&](QObject *context, std::function<void(Result<publish::ManifestKey>)> done) {
            publish::fetchManifestKey(store, siteId, context, std::move(done));
        });
}

Result<void> storeManifestKey(const QString &siteId, const QByteArray &key)
{
    security::KeychainSecretStore store;
    return waitFor<void>([&](QObject *context, std::function<void(Result<void>)> done) {
        publish::keepManifestKey(store, siteId, key, context, std::move(done));
    });
}

} // namespace kakehashi::cli
