#pragma once

#include "ui/editing/changevalue.h"

#include <QElapsedTimer>

namespace kakehashi::ui {

/// An edit of the body as a diff, so that a long page costs what was typed, not what it holds.
class ChangeBody final : public QUndoCommand
{
public:
    ChangeBody(Document &document, TextChange change);

    int id() const override { return ChangeBodyId; }
    void undo() override;
    void redo() override;
    bool mergeWith(const QUndoCommand *next) override;

private:
    Document &m_document;
    TextChange m_change;
    int m_run;
    QElapsedTimer m_lastTyped;
    bool m_done = false;
};

} // namespace kakehashi::ui
