#pragma once

#include "check/gate/gate.h"

#include <QDialog>

#include <functional>

class QPlainTextEdit;

namespace kakehashi::ui {

class Session;

/// Asks why musts may be published all the same, and records it with the person's name.
class ExceptionDialog final : public QDialog
{
    Q_OBJECT

public:
    ExceptionDialog(const check::Findings &findings, QWidget *parent);
    QString reason() const;

private:
    QPlainTextEdit *m_reason;
};

/// Asks and records; `done` is called after it is stored.
void makeException(Session &session, const render::SnapshotPtr &site,
                   const check::Findings &findings, QWidget *parent, std::function<void()> done);

} // namespace kakehashi::ui
