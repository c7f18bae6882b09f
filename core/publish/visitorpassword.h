#pragma once

#include "publish/target.h"
#include "render/outputtree.h"

namespace kakehashi::publish {

// A staging server shown only to those who know a password: Basic authentication of Apache
// (mod_auth_basic). Only the hash is kept and published.

/// The hash of a password as htpasswd -m writes it ("$apr1$SALT$…", iterated MD5): the one form
/// that Apache checks on every system without help of its C library.
QString visitorHash(const QString &password);
/// The same with a given salt of at most 8 characters [./0-9A-Za-z].
QString visitorHash(const QString &password, const QByteArray &salt);

/// Adds .htpasswd, and to .htaccess what asks for it, when the target wants it. The bytes go to
/// `sink`; those of a .htaccess that is in the tree already come from `have`.
Result<void> addVisitorPassword(render::OutputTree &tree, const Target &target,
                                const render::ByteSource &have, render::OutputSink &sink);

/// The document root as the web server names it; empty when only the target's login knows it.
QString serverFolder(const Target &target);

} // namespace kakehashi::publish
