#include "ui/editing/changeall.h"

namespace kakehashi::ui {

ChangeAll::ChangeAll(Document &document, content::PageContent content, const QString &text)
    : QUndoCommand(text)
    , m_document(document)
    , m_before(document.content())
    , m_after(std::move(content))
{}

} // namespace kakehashi::ui
