#pragma once

#include <QSettings>
#include <QVariant>

namespace kakehashi::ui {

/// One remembered choice of this person on this machine. Each is declared beside its only user.
template <typename T>
struct Setting
{
    const char *key;
    T fallback = {};

    T value() const
    {
        const QVariant stored = QSettings().value(QLatin1String(key));
        return stored.isValid() && stored.canConvert<T>() ? stored.value<T>() : fallback;
    }
    void set(const T &value) const
    {
        QSettings().setValue(QLatin1String(key), QVariant::fromValue(value));
    }
};

} // namespace kakehashi::ui
