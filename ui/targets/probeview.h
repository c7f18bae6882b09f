#pragma once

#include "publish/publisher.h"

#include <QWidget>

class QVBoxLayout;

namespace kakehashi::ui {

/// What trying a connection found out, as a short list a person can read to an operator.
class ProbeView final : public QWidget
{
    Q_OBJECT

public:
    explicit ProbeView(QWidget *parent = nullptr);

    void showProbe(const publish::Target &target, const publish::Probe &probe);
    /// `offersKey`: the server refused a key, and a new one of a kind that all take may help.
    void showError(const Error &error, bool offersKey = false);
    void clear();

Q_SIGNALS:
    void newKeyRequested();

private:
    void addLine(const QString &icon, const QString &text);
    void addFacts(const publish::Target &target, const publish::Probe &probe);

    QVBoxLayout *m_layout;
};

} // namespace kakehashi::ui
