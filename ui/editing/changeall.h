#pragma once

#include "ui/editing/document.h"

#include <QUndoCommand>

namespace kakehashi::ui {

/// Takes over a whole content: a recovered draft, an old revision. Undo brings back what was.
class ChangeAll final : public QUndoCommand
{
public:
    ChangeAll(Document &document, content::PageContent content, const QString &text);

    void undo() override { m_document.apply({.restored = true}, m_before); }
    void redo() override { m_document.apply({.restored = true}, m_after); }

private:
    Document &m_document;
    content::PageContent m_before;
    content::PageContent m_after;
};

} // namespace kakehashi::ui
