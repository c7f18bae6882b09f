#pragma once

#include "base/ulid.h"

#include <QObject>

namespace kakehashi::workspace {

/// Something in the site folder was stored. A null id: several, read all of the kind again.
struct Change
{
    enum class Kind { Site, Page, Draft, Menu, Media, Redirect, Series, Banner };

    Kind kind = Kind::Site;
    Ulid id = {};

    bool operator==(const Change &) const = default;
};

/// The one signal by which windows learn of changes, whoever made them. Emitted on the
/// workspace's thread, after the change is on disk.
class ChangeNews final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    void changed(const kakehashi::workspace::Change &change);
};

} // namespace kakehashi::workspace
