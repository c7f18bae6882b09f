#include "ssh/link/prompting.h"

#include "base/visibletext.h"

#include <QCoreApplication>

#include <algorithm>

namespace kakehashi::ssh {
namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Ssh)
};

constexpr qint64 longestQuestion = 200;

} // namespace

bool asksForCode(const QString &question)
{
    // Google Authenticator, OATH, Duo, RSA and their Japanese translations.
    static const QStringList words{
        QStringLiteral("code"),     QStringLiteral("otp"),    QStringLiteral("one-time"),
        QStringLiteral("one time"), QStringLiteral("token"),  QStringLiteral("verification"),
        QStringLiteral("passcode"), QStringLiteral("コード"), QStringLiteral("ワンタイム")};
    return std::any_of(words.begin(), words.end(), [&question](const QString &word) {
        return question.contains(word, Qt::CaseInsensitive);
    });
}

std::optional<Secret> Prompting::answer(const QString &question, bool isShown)
{
    // Only the first hidden question is for the password; a second would be another try.
    if (!isShown && !m_gavePassword && !m_password.isEmpty() && !asksForCode(question)) {
        m_gavePassword = true;
        return m_password;
    }
    const QString text = visible(question.trimmed(), longestQuestion);
    if (!m_ask) {
        m_failure = Error{ErrorCode::AuthenticationFailed,
                          Tr::tr("%1 asks for “%2” besides the password, and nobody is there to "
                                 "answer.")
                              .arg(m_host, text)};
        return std::nullopt;
    }
    Result<Secret> typed = m_ask({m_host, text, isShown}, m_cancel);
    if (!typed) {
        m_failure = typed.error();
        return std::nullopt;
    }
    m_asked = text;
    ++m_answers;
    return std::move(*typed);
}

} // namespace kakehashi::ssh
