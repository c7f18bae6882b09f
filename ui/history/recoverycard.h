#pragma once

#include "publish/publisher.h"

#include <QFrame>

class QLabel;

namespace kakehashi::ui {

/// 「完了する」「取り消す」: says that a publish was cut off, what visitors see meanwhile, and
/// offers both ways out. Hidden while nothing of the kind happened.
class RecoveryCard final : public QFrame
{
    Q_OBJECT

public:
    explicit RecoveryCard(QWidget *parent = nullptr);

    void showFor(const QString &journalFolder, const publish::Target &target);

Q_SIGNALS:
    void chosen(kakehashi::publish::Publisher::Direction direction);

private:
    QLabel *m_text;
};

/// What recover() did, as a sentence.
QString recoveryText(publish::Report::Recovery recovery);

} // namespace kakehashi::ui
