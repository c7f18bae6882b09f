#pragma once

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <functional>

namespace kakehashi::ui {

/// What would be cut off or lost if the open site were closed now. Whoever has such things says so
/// here; the window asks before it closes and knows nobody by name. GUI thread.
class Unfinished final : public QObject
{
    Q_OBJECT

public:
    /// A sentence about what is unfinished, or nothing. What can be stored is stored then.
    using Say = std::function<QString()>;

    /// The one of this session, whose child it is.
    static Unfinished &of(QObject &session);

    /// `say` is asked as long as `owner` lives.
    void add(QObject *owner, Say say);
    QStringList sentences() const;

private:
    using QObject::QObject;

    QList<std::pair<QPointer<QObject>, Say>> m_known;
};

} // namespace kakehashi::ui
