#pragma once

#include "base/issue.h"
#include "publish/remotefiles.h"

namespace kakehashi::publish {

/// What somebody else left in the docroot and visitors may get instead of our pages.
struct Shadow
{
    enum class Kind {
        HomePage, ///< a file that web servers take for a folder's page before index.html
        Rules,    ///< an .htaccess that leads visitors elsewhere
        Password, ///< one that asks visitors for a password or refuses them
    };

    Kind kind = Kind::HomePage;
    QString path; ///< relative to the docroot
};

/// Looks at the top level, `entries`, and at the .htaccess there and in its folders: one or two
/// flights. What cannot be read is left out.
Result<QList<Shadow>> findShadows(RemoteFiles &files, const QString &root,
                                  const QList<FolderEntry> &entries, const JobContext &context);

/// The same for people.
Issues shadowNotes(const QList<Shadow> &shadows);

} // namespace kakehashi::publish
