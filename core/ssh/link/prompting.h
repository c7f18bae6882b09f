#pragma once

#include "ssh/prompt.h"

#include <optional>

namespace kakehashi::ssh {

/// Whether a server's question is for a one-time code and not for the account's password.
bool asksForCode(const QString &question);

/// Answers the questions of one keyboard-interactive login: the password at most once, the rest by
/// whoever is there.
class Prompting
{
public:
    Prompting(QString host, const Secret &password, Asker ask, CancelToken cancel)
        : m_host(std::move(host))
        , m_password(password)
        , m_ask(std::move(ask))
        , m_cancel(std::move(cancel))
    {}

    /// Nothing: there is no answer, and failure() says why.
    std::optional<Secret> answer(const QString &question, bool isShown);

    const std::optional<Error> &failure() const { return m_failure; }
    bool gavePassword() const { return m_gavePassword; }
    const QString &asked() const { return m_asked; } ///< what a person answered last; or empty
    int answers() const { return m_answers; }        ///< that a person gave

private:
    QString m_host;
    const Secret &m_password;
    Asker m_ask;
    CancelToken m_cancel;
    bool m_gavePassword = false;
    QString m_asked;
    int m_answers = 0;
    std::optional<Error> m_failure;
};

} // namespace kakehashi::ssh
