#pragma once

#include "ui/editing/document.h"

#include <QUndoCommand>

namespace kakehashi::ui {

/// Ids by which the undo stack offers commands to each other for merging.
enum CommandId { ChangeValueId = 1, ChangeBodyId = 2 };

/// Sets one member of a page's content. Consecutive edits of the same place in one run of typing
/// merge; an edit that ends where it began vanishes.
class ChangeValueBase : public QUndoCommand
{
public:
    ChangeValueBase(Document &document, DocumentChange what, const QString &text)
        : QUndoCommand(text)
        , m_document(document)
        , m_what(std::move(what))
        , m_run(document.typingRun())
    {}

    int id() const override { return ChangeValueId; }
    bool continues(const ChangeValueBase &next) const
    {
        return m_what.isSamePlace(next.m_what) && m_run == next.m_run;
    }

protected:
    Document &m_document;
    DocumentChange m_what;

private:
    int m_run;
};

template <typename T>
class ChangeValue final : public ChangeValueBase
{
public:
    ChangeValue(Document &document, const DocumentChange &what, T content::PageContent::*member,
                T value, const QString &text)
        : ChangeValueBase(document, what, text)
        , m_member(member)
        , m_before(document.content().*member)
        , m_after(std::move(value))
    {}

    void undo() override { set(m_before, true); }
    void redo() override
    {
        set(m_after, m_done);
        m_done = true;
    }

    bool mergeWith(const QUndoCommand *next) override
    {
        const auto *other = dynamic_cast<const ChangeValue<T> *>(next);
        if (!other || !continues(*other))
            return false;
        m_after = other->m_after;
        setObsolete(m_after == m_before);
        return true;
    }

private:
    void set(const T &value, bool restored)
    {
        content::PageContent content = m_document.content();
        content.*m_member = value;
        DocumentChange change = m_what;
        change.restored = restored;
        m_document.apply(change, content);
    }

    T content::PageContent::*m_member;
    T m_before;
    T m_after;
    bool m_done = false;
};

} // namespace kakehashi::ui
