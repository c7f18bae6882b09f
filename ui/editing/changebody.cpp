#include "ui/editing/changebody.h"

#include <QCoreApplication>

namespace kakehashi::ui {

namespace {

// A pause of this many milliseconds ends a stroke of typing.
constexpr qint64 typingPause = 2000;

QString textFor(const TextChange &change)
{
    if (change.removed.isEmpty())
        return QCoreApplication::translate("kakehashi::ui::Document", "Typing");
    if (change.inserted.isEmpty())
        return QCoreApplication::translate("kakehashi::ui::Document", "Deleting");
    return QCoreApplication::translate("kakehashi::ui::Document", "Text change");
}

} // namespace

ChangeBody::ChangeBody(Document &document, TextChange change)
    : QUndoCommand(textFor(change))
    , m_document(document)
    , m_change(std::move(change))
    , m_run(document.typingRun())
{
    m_lastTyped.start();
}

void ChangeBody::undo()
{
    m_document.applyBody(m_change.inverse(), true);
}

void ChangeBody::redo()
{
    m_document.applyBody(m_change, m_done);
    m_done = true;
}

bool ChangeBody::mergeWith(const QUndoCommand *next)
{
    const auto *other = dynamic_cast<const ChangeBody *>(next);
    if (!other || other->m_run != m_run || m_lastTyped.elapsed() > typingPause)
        return false;
    if (!mergeTyping(m_change, other->m_change))
        return false;
    m_lastTyped.restart();
    return true;
}

} // namespace kakehashi::ui
