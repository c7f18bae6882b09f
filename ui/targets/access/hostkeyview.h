#pragma once

#include "base/result.h"
#include "publish/target.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace kakehashi::ui {

/// The question about a server that is met for the first time, and the full stop about one whose
/// key changed. In the panel, not over it: the person may have to telephone first.
class HostKeyView final : public QWidget
{
    Q_OBJECT

public:
    explicit HostKeyView(QWidget *parent = nullptr);

    /// HostKeyUnknown asks, HostKeyChanged only explains.
    void explain(const publish::Target &target, const Error &error);
    QString fingerprint() const { return m_fingerprint; }

Q_SIGNALS:
    void trusted(const QString &fingerprint);
    void refused();

private:
    void addQuestion(const publish::Target &target);
    void addStop(const publish::Target &target);
    void addText(const QString &text, const char *role = nullptr);
    void addFingerprint();
    void addButtons(bool mayTrust);

    QVBoxLayout *m_layout;
    QString m_fingerprint;
    QCheckBox *m_compared = nullptr;
};

} // namespace kakehashi::ui
