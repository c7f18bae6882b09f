#include "ssh/link/login.h"

#include "base/visibletext.h"
#include "ssh/link/prompting.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <utility>
#include <vector>

namespace kakehashi::ssh {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Ssh)
};

// OpenSSH ends the connection at the 6th refusal (MaxAuthTries), and file and password come after.
constexpr size_t maxAgentKeys = 3;

bool knowsRsaSha2()
{
    return libssh2_version(0x010b00) != nullptr;
}

QString rsaNote()
{
    return Tr::tr("This computer's SSH library signs with RSA keys only in an old way that servers "
                  "since OpenSSH 8.8 refuse. Make an ed25519 key (ssh-keygen -t ed25519) and have "
                  "it added on the server.");
}

unsigned int lengthOf(const QByteArray &text)
{
    return static_cast<unsigned int>(text.size());
}

LIBSSH2_USERAUTH_KBDINT_RESPONSE_FUNC(answerPrompts)
{
    Q_UNUSED(name);
    Q_UNUSED(name_len);
    Q_UNUSED(instruction);
    Q_UNUSED(instruction_len);
    auto *connection = static_cast<Connection *>(*abstract);
    for (int i = 0; i < num_prompts; ++i) {
        responses[i].text = nullptr;
        responses[i].length = 0;
        if (!connection->prompting || connection->prompting->failure())
            continue;
        const auto question = QString::fromUtf8(reinterpret_cast<const char *>(prompts[i].text),
                                                static_cast<qsizetype>(prompts[i].length));
        const auto secret = connection->prompting->answer(question, prompts[i].echo != 0);
        if (!secret)
            continue;
        responses[i].text = static_cast<char *>(std::malloc(secret->size() + 1)); // libssh2 frees
        if (!responses[i].text)
            continue;
        std::memcpy(responses[i].text, secret->data(), secret->size() + 1);
        responses[i].length = static_cast<unsigned int>(secret->size());
    }
    // An empty answer would be a wrong one, which the server counts.
    if (connection->prompting && connection->prompting->failure())
        connection->abandon();
}

bool hasLostConnection(int code)
{
    return code == LIBSSH2_ERROR_SOCKET_DISCONNECT || code == LIBSSH2_ERROR_SOCKET_RECV ||
           code == LIBSSH2_ERROR_SOCKET_SEND;
}

/// The server's no, in contrast to a key that could not be used at all.
bool isRefusal(int code)
{
    return code == LIBSSH2_ERROR_AUTHENTICATION_FAILED ||
           code == LIBSSH2_ERROR_PUBLICKEY_UNVERIFIED || hasLostConnection(code);
}

QByteArray blobOf(const libssh2_agent_publickey *identity)
{
    return {reinterpret_cast<const char *>(identity->blob),
            static_cast<qsizetype>(identity->blob_len)};
}

/// The agent's keys, likeliest first: that of the key file, then others, RSA last where it is
/// likely to be refused.
std::vector<libssh2_agent_publickey *> orderedIdentities(LIBSSH2_AGENT *agent,
                                                         const QByteArray &preferred)
{
    std::vector<libssh2_agent_publickey *> identities;
    libssh2_agent_publickey *previous = nullptr;
    libssh2_agent_publickey *identity = nullptr;
    while (libssh2_agent_get_identity(agent, &identity, previous) == 0) {
        identities.push_back(identity);
        previous = identity;
    }
    const auto rank = [&preferred](const libssh2_agent_publickey *item) {
        const QByteArray blob = blobOf(item);
        if (!preferred.isEmpty() && blob == preferred)
            return 0;
        return HostKey::fromBlob(blob).type == "ssh-rsa" && !knowsRsaSha2() ? 2 : 1;
    };
    std::stable_sort(identities.begin(), identities.end(),
                     [&rank](const auto *a, const auto *b) { return rank(a) < rank(b); });
    return identities;
}

} // namespace

Login::Login(Connection &connection, const Credentials &credentials, Pace pace, Asker ask)
    : m_connection(connection)
    , m_credentials(credentials)
    , m_ask(std::move(ask))
    , m_user(connection.endpoint().user.toUtf8())
    , m_isHasty(pace == Pace::Hasty &&
                connection.serverSoftware().startsWith(QLatin1String("OpenSSH_")))
    , m_deadline(connection.loginDeadline())
{}

Result<void> Login::run()
{
    if (!m_credentials.keyFile.isEmpty()) {
        Result<KeyFile> key = KeyFile::read(m_credentials.keyFile);
        if (key)
            m_key = std::move(*key);
        else
            m_notes << key.error().text;
    }
    for (const auto attempt : {&Login::tryAgent, &Login::tryKeyFile, &Login::tryPassword}) {
        // Asking what the server takes costs a round trip, so a key is tried without.
        const bool mustAsk = attempt == &Login::tryPassword || !hasKeyToTry();
        if (mustAsk) {
            if (const auto asked = askMethods(); !asked)
                return passOn(asked);
        }
        if (m_thrownOut)
            break;
        if (libssh2_userauth_authenticated(m_connection.session()))
            return {};
        const Result<bool> accepted = (this->*attempt)();
        if (!accepted)
            return passOn(accepted);
        if (*accepted)
            return {};
        if (m_thrownOut || m_connection.hasAskedForChannel())
            break;
    }
    if (libssh2_userauth_authenticated(m_connection.session()))
        return {};
    return tl::unexpected<Error>(refused());
}

bool Login::hasKeyToTry() const
{
    return m_credentials.agent || m_key.has_value();
}

Result<void> Login::askMethods()
{
    if (std::exchange(m_asked, true))
        return {};
    const char *list = nullptr;
    const auto code = m_connection.complete(
        [&] {
            list =
                libssh2_userauth_list(m_connection.session(), m_user.constData(), lengthOf(m_user));
            return list ? 0 : libssh2_session_last_errno(m_connection.session());
        },
        m_deadline);
    if (!code)
        return passOn(code);
    if (list)
        m_offered = QByteArray(list).split(',');
    else if (!libssh2_userauth_authenticated(m_connection.session()) && m_tried.isEmpty())
        return tl::unexpected<Error>(m_connection.failure(*code));
    else
        m_thrownOut = hasLostConnection(*code); // after a key that it did not take
    return {};
}

/// Two requests: whether the key would do, then the same with a signature. Behind the second the
/// session may begin.
template <typename Prove>
Result<int> Login::proveKey(Prove prove)
{
    const int before = m_connection.packetsSent();
    return m_connection.complete(
        [&] {
            const int code = prove();
            const bool isSigned = m_connection.packetsSent() - before >= 2;
            if (m_isHasty && isSigned && code == LIBSSH2_ERROR_EAGAIN)
                m_connection.askForChannel();
            return code;
        },
        m_deadline);
}

Result<bool> Login::tryAgent()
{
    if (!m_credentials.agent || !offers("publickey"))
        return false;
    LIBSSH2_AGENT *agent = libssh2_agent_init(m_connection.session());
    if (!agent || libssh2_agent_connect(agent) != 0 || libssh2_agent_list_identities(agent) != 0) {
        m_notes << Tr::tr("No key agent is running.");
        libssh2_agent_free(agent);
        return false;
    }
    const Result<bool> accepted = tryAgentKeys(agent);
    libssh2_agent_disconnect(agent);
    libssh2_agent_free(agent);
    return accepted;
}

Result<bool> Login::tryAgentKeys(LIBSSH2_AGENT *agent)
{
    const auto identities = orderedIdentities(agent, m_key ? m_key->publicKey : QByteArray());
    if (identities.empty())
        m_notes << Tr::tr("The key agent holds no key.");
    size_t count = 0;
    for (libssh2_agent_publickey *identity : identities) {
        if (++count > maxAgentKeys) {
            m_notes << Tr::tr("The key agent holds more keys than a server lets us try. Choose "
                              "the right key file as well; its key is tried first.");
            break;
        }
        m_tried << Tr::tr("the agent's key “%1”")
                       .arg(visible(QString::fromUtf8(identity->comment), 200));
        const auto code =
            proveKey([&] { return libssh2_agent_userauth(agent, m_user.constData(), identity); });
        const Result<bool> accepted = finish(code, QStringLiteral("agent"));
        if (!accepted || *accepted || m_thrownOut || m_connection.hasAskedForChannel())
            return accepted;
        if (HostKey::fromBlob(blobOf(identity)).type == "ssh-rsa" && !knowsRsaSha2())
            m_notes << rsaNote();
    }
    return false;
}

Result<bool> Login::tryKeyFile()
{
    if (!m_key || !offers("publickey"))
        return false;
    const QString &path = m_credentials.keyFile;
    if (m_key->encrypted && m_credentials.passphrase.isEmpty()) {
        m_notes << Tr::tr("The key file %1 is locked with a passphrase; enter it.").arg(path);
        return false;
    }
    m_tried << Tr::tr("the key file %1").arg(path);
    const auto code = proveKey([this] {
        return libssh2_userauth_publickey_frommemory(
            m_connection.session(), m_user.constData(), static_cast<size_t>(m_user.size()), nullptr,
            0, m_key->text.data(), m_key->text.size(), m_credentials.passphrase.data());
    });
    if (code && *code != 0 && !isRefusal(*code)) {
        m_notes << (m_key->encrypted
                        ? Tr::tr("The passphrase does not open the key file %1.").arg(path)
                        : Tr::tr("The key file %1 could not be read as a key.").arg(path));
        return false;
    }
    const Result<bool> accepted = finish(code, QStringLiteral("publickey"));
    if (accepted && !*accepted && m_key->mayBeRsa && !knowsRsaSha2())
        m_notes << (m_key->type.isEmpty() ? Tr::tr("If this is an RSA key:") + u' ' + rsaNote()
                                          : rsaNote());
    return accepted;
}

Result<bool> Login::tryPassword()
{
    if (m_credentials.password.isEmpty())
        return m_ask && wantsAnswersOnly() ? tryPrompt({}) : Result<bool>(false);
    // By one of the two, never both: to the server's fail2ban each wrong one is an attack.
    if (!offers("password"))
        return tryPrompt(m_credentials.password);
    // Where two factors are asked for, the method "password" is offered and always refused. Only
    // questions can be answered with both, so they come first where there is somebody to answer.
    if (m_ask && m_asked && offers("keyboard-interactive")) {
        const Result<bool> accepted = tryPrompt(m_credentials.password);
        if (!accepted || *accepted || m_thrownOut || m_gavePassword)
            return accepted;
    }
    m_tried << Tr::tr("the password");
    const auto code = m_connection.complete(
        [this] {
            return libssh2_userauth_password_ex(
                m_connection.session(), m_user.constData(), lengthOf(m_user),
                m_credentials.password.data(),
                static_cast<unsigned int>(m_credentials.password.size()), nullptr);
        },
        m_deadline);
    if (code && *code == LIBSSH2_ERROR_PASSWORD_EXPIRED)
        m_notes << Tr::tr("The server says that the password has expired.");
    const Result<bool> accepted = finish(code, QStringLiteral("password"));
    return !accepted || *accepted || m_thrownOut ? accepted : tryTheRest();
}

/// A password that was taken, but is not enough: the server offers it no more.
Result<bool> Login::tryTheRest()
{
    if (!offers("keyboard-interactive") && !m_ask)
        return false;
    m_asked = false;
    if (const auto asked = askMethods(); !asked)
        return passOn(asked);
    return !m_thrownOut && wantsAnswersOnly() ? tryPrompt({}) : Result<bool>(false);
}

bool Login::wantsAnswersOnly() const
{
    return offers("keyboard-interactive") && !offers("password") && !offers("publickey");
}

Result<bool> Login::tryPrompt(const Secret &password)
{
    if (!offers("keyboard-interactive")) {
        m_notes << Tr::tr("The server takes no passwords.");
        return false;
    }
    Prompting prompting(m_connection.endpoint().hostAndPort(), password, m_ask,
                        m_connection.cancel);
    m_connection.prompting = &prompting;
    const auto code = m_connection.complete(
        [this, &prompting, answered = 0]() mutable {
            const int done = libssh2_userauth_keyboard_interactive_ex(
                m_connection.session(), m_user.constData(), lengthOf(m_user), &answerPrompts);
            // However long a person looked for the code, the server gets its time for the answer.
            if (std::exchange(answered, prompting.answers()) != prompting.answers())
                m_deadline = m_connection.loginDeadline();
            return done;
        },
        m_deadline);
    m_connection.prompting = nullptr;
    if (prompting.failure())
        return tl::unexpected<Error>(*prompting.failure());
    m_gavePassword = prompting.gavePassword();
    if (m_gavePassword)
        m_tried << Tr::tr("the password");
    if (prompting.answers() > 0)
        m_tried << Tr::tr("the answer to “%1”").arg(prompting.asked());
    return finish(code, QStringLiteral("keyboard-interactive"));
}

/// True: logged in. False: refused, something else may be tried.
Result<bool> Login::finish(const Result<int> &code, const QString &method)
{
    if (!code)
        return passOn(code);
    if (*code == 0) {
        m_connection.loginMethod = method;
        return true;
    }
    // A server that has had enough closes the connection instead of answering.
    if (*code == LIBSSH2_ERROR_SOCKET_DISCONNECT || *code == LIBSSH2_ERROR_SOCKET_RECV ||
        *code == LIBSSH2_ERROR_SOCKET_SEND)
        m_thrownOut = true;
    return false;
}

bool Login::offers(const char *method) const
{
    return !m_asked || m_offered.contains(QByteArrayView(method).toByteArray());
}

Error Login::refused() const
{
    QStringList sentences;
    const Endpoint &endpoint = m_connection.endpoint();
    if (m_tried.isEmpty())
        sentences << Tr::tr("Nothing could be tried to log in at %1 as “%2”.")
                         .arg(endpoint.hostAndPort(), endpoint.user);
    else
        sentences << Tr::tr("%1 did not let “%2” in with %3.")
                         .arg(endpoint.hostAndPort(), endpoint.user,
                              m_tried.join(QStringLiteral(", ")));
    if (m_thrownOut)
        sentences << Tr::tr("The server then closed the connection.");
    sentences << m_notes;
    if (m_offered.isEmpty())
        sentences << Tr::tr("Check user name and key or password in the target's settings.");
    else
        sentences << Tr::tr("The server offers: %1. Check user name and key or password in the "
                            "target's settings.")
                         .arg(visible(QString::fromUtf8(m_offered.join(", ")), 200));
    return {ErrorCode::AuthenticationFailed, sentences.join(QLatin1Char(' '))};
}

} // namespace kakehashi::ssh
