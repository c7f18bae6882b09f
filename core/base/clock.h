#pragma once

#include <QDateTime>
#include <QTimeZone>

namespace kakehashi {

/// The only source of "now"; tests hand in a fixed one. Callable from any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual QDateTime now() const = 0; ///< always UTC

    static const Clock &system();
};

class FixedClock final : public Clock
{
public:
    explicit FixedClock(QDateTime at) : m_now(std::move(at)) {}
    QDateTime now() const override { return m_now.toUTC(); }
    void set(QDateTime at) { m_now = std::move(at); }
    void advance(qint64 seconds) { m_now = m_now.addSecs(seconds); }

private:
    QDateTime m_now;
};

/// Asia/Tokyo, in which everything a visitor reads is dated whatever the workstation is set to.
QTimeZone japanTime();

/// ISO 8601 with milliseconds and Z, the form in which every time is stored.
QString toStored(const QDateTime &time);
QDateTime fromStored(const QString &text); ///< invalid when `text` is empty or malformed

} // namespace kakehashi
