#pragma once

#include <QByteArray>
#include <QString>

namespace kakehashi::publish {

struct PublishParams;

/// Who vouches for the list of published files on the server (publishing.md 4D).
enum class Signature {
    None,      ///< there is no list yet
    Valid,     ///< signed with this site's key
    Unsigned,  ///< not signed, and nobody expects it: this machine's key never signed one
    Stripped,  ///< not signed although this machine has the site's key
    Unchecked, ///< signed, but this machine does not have the key
    Wrong,     ///< signed with another key, or changed
};

/// For scripts: "none", "valid", "unsigned", "stripped", "unchecked", "wrong".
QString toStored(Signature signature);

/// `start`: the first bytes of the list (headBytes are enough).
Signature signatureOf(const QByteArray &start, const PublishParams &params);

/// The key that a list with this signature can be read with; empty: its HMAC is not looked at.
QByteArray readingKey(Signature signature, const PublishParams &params);

/// The key that the next list is signed with. Whoever cannot check a signature does not replace it
/// by another one: an unsigned list asks the owner of the key, a wrong one alarms him.
QByteArray signingKey(Signature found, const PublishParams &params);

} // namespace kakehashi::publish
