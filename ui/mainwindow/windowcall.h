#pragma once

#include <QObject>

#include <functional>

class QLocalServer;

namespace kakehashi::ui {

/// The open site's window answers when another program of the same person wants this site: it
/// comes to the front instead of a second window.
class WindowCall final : public QObject
{
    Q_OBJECT

public:
    explicit WindowCall(QObject *parent = nullptr);
    ~WindowCall() override;

    /// Listens for this site; an empty folder ends it. Call only while holding the site's lock.
    void listen(const QString &folder);

    /// Asks the window that has the site to come to the front; `done` gets whether one answered.
    static void bringToFront(const QString &folder, QObject *context,
                             std::function<void(bool)> done);

Q_SIGNALS:
    void called();

private:
    void answer();

    QLocalServer *m_server;
};

} // namespace kakehashi::ui
