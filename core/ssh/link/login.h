#pragma once

#include "ssh/link/connection.h"
#include "ssh/link/keyfile.h"

#include <QStringList>

#include <optional>

namespace kakehashi::ssh {

/// Proves who we are: agent, then key file, then password, each at most once, and what the server
/// asks for besides.
class Login
{
public:
    /// Hasty: where a known server has taken the key, a channel is asked for together with the
    /// proof. When that was in vain (Connection::hasAskedForChannel()), nothing more is tried.
    enum class Pace { Hasty, Patient };
    Login(Connection &connection, const Credentials &credentials, Pace pace, Asker ask = {});
    Result<void> run();

private:
    Result<void> askMethods();
    bool hasKeyToTry() const;
    template <typename Prove>
    Result<int> proveKey(Prove prove);
    Result<bool> tryAgent();
    Result<bool> tryAgentKeys(LIBSSH2_AGENT *agent);
    Result<bool> tryKeyFile();
    Result<bool> tryPassword();
    Result<bool> tryPrompt(const Secret &password);
    Result<bool> tryTheRest();
    bool wantsAnswersOnly() const;
    Result<bool> finish(const Result<int> &code, const QString &method);
    bool offers(const char *method) const;
    Error refused() const;

    Connection &m_connection;
    const Credentials &m_credentials;
    Asker m_ask;
    std::optional<KeyFile> m_key;
    QByteArray m_user;
    QByteArrayList m_offered;
    bool m_asked = false;
    bool m_isHasty = false;
    bool m_gavePassword = false; ///< as an answer to a question
    QStringList m_tried;         ///< in the person's language
    QStringList m_notes;         ///< why something could not be tried, or what would help
    SteadyTime m_deadline;
    bool m_thrownOut = false;
};

} // namespace kakehashi::ssh
