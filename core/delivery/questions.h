#pragma once

#include "delivery/request.h"
#include "ssh/prompt.h"

namespace kakehashi::delivery {

/// What a person, or a script for a person, says to a plan.
struct Answer
{
    enum class Kind {
        Send,
        /// Decided, mended or excepted something: the plan is made anew with `options`.
        PlanAgain,
        Leave, ///< nothing is published
    };

    Kind kind = Kind::Leave;
    QStringList confirmed = {}; ///< rules of guards that may be passed
    publish::PlanOptions options = {};
};

/// Whoever stands behind a publish: a window, a terminal, a test. Asked on the thread of the
/// delivery, which waits for the answer; Cancelled ends it.
class Questions
{
public:
    virtual ~Questions() = default;

    /// All that a Publisher needs. `refused`: the server did not take what the last answer held.
    virtual Result<publish::PublishParams> access(const publish::Target &target,
                                                  const Error *refused) = 0;
    /// A server that nobody vouched for yet (Error::detail is its fingerprint): the fingerprint to
    /// trust from now on, or why not.
    virtual Result<QString> trust(const publish::Target &target, const Error &unknown) = 0;
    /// Who answers what a server asks for besides the password, such as a one-time code. Called
    /// while logging in, also anew on the way.
    virtual ssh::Asker asker() { return {}; }
    /// Another publish holds the lock on the server: that it may be broken, because its owner is
    /// known to publish no more, or why not; by default the failure that it caused.
    virtual Result<void> breakLock(const publish::HeldLock &, const Error &locked)
    {
        return tl::unexpected<Error>(locked);
    }
    virtual Result<Answer> agree(const Prepared &prepared) = 0;
    /// Before anything is signed with a new key: a list that nobody can check helps nobody.
    virtual Result<void> keepKey(const QString &siteId, const QByteArray &key) = 0;
};

} // namespace kakehashi::delivery
