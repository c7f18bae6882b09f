#pragma once

#include "ssh/credentials.h"
#include "ssh/hostkey.h"
#include "ssh/knownhosts.h"

namespace kakehashi::ssh {

/// One connect()'s judgement of the server's key, and which types to ask for before it.
class HostKeyCheck
{
public:
    HostKeyCheck(const Endpoint &endpoint, const HostKeyPolicy &policy);

    bool isPinned() const { return !m_policy.pinned.isEmpty(); }
    Result<void> judge(const HostKey &key) const;

    /// For libssh2_session_method_pref: the types on record first, or a server with several keys
    /// would look changed.
    QByteArray preferredTypes() const;

    /// A fingerprint does not say of which type its key is, so a server that shows another key
    /// than the pinned one is asked for its other types before it counts as changed.
    QByteArrayList otherTypes(const HostKey &presented) const;

private:
    Endpoint m_endpoint;
    HostKeyPolicy m_policy;
    KnownHosts m_known;
};

} // namespace kakehashi::ssh
