#include "ui/editing/documentstore.h"

#include "content/page/pagerepository.h"

namespace kakehashi::ui {

DocumentStore::DocumentStore(content::PageRepository &pages, QString author)
    : m_pages(pages), m_author(std::move(author))
{
    m_journal.setSingleShot(true);
    m_journal.setInterval(journalDelay);
    connect(&m_journal, &QTimer::timeout, this, [this] {
        const bool wasKeeping = m_isKeeping;
        if (const auto written = writeJournal(); !written && wasKeeping)
            Q_EMIT failed(written.error());
    });
}

DocumentStore::~DocumentStore() = default;

Result<Document *> DocumentStore::open(const Ulid &page)
{
    if (Document *known = find(page))
        return known;
    const auto stored = m_pages.page(page);
    if (!stored)
        return passOn(stored);
    const auto working = m_pages.working(page);
    if (!working)
        return passOn(working);
    auto *document = new Document(*stored, working->content, this);
    if (const auto recovered = recover(document); !recovered) {
        delete document;
        return passOn(recovered);
    }
    m_documents.insert(page, document);
    follow(document);
    return document;
}

Result<void> DocumentStore::recover(Document *document)
{
    const Ulid page = document->page().id;
    const auto draft = m_pages.draft(page);
    if (!draft)
        return passOn(draft);
    if (!draft->has_value() || (*draft)->content == document->content())
        return {};
    document->replaceContent((*draft)->content, tr("Recovered edits"));
    m_recovered.insert(page);
    return {};
}

void DocumentStore::follow(Document *document)
{
    connect(document, &Document::changed, this, [this, document] { noteEdit(document); });
}

/// A revision that was made elsewhere, such as by mending many pages, comes in as one edit.
void DocumentStore::follow(Document *document, const content::Page &stored)
{
    const bool isBehind = stored.working != document->page().working && !document->isModified();
    const auto working = isBehind ? m_pages.working(stored.id) : Result<content::Revision>();
    document->setPage(stored);
    if (!isBehind || !working || working->content == document->content())
        return;
    document->replaceContent(working->content, tr("Changes made elsewhere"));
    document->markSaved();
}

void DocumentStore::noteEdit(Document *document)
{
    m_unwritten.insert(document->page().id);
    // Not restarted by later keystrokes: steady typing must reach the journal too.
    if (!m_journal.isActive())
        m_journal.start();
    Q_EMIT edited(document);
}

Result<void> DocumentStore::writeJournal()
{
    m_journal.stop();
    const QSet<Ulid> pages = m_unwritten;
    for (const Ulid &page : pages) {
        Document *document = find(page);
        if (!document)
            continue;
        const auto written = document->isModified() ? m_pages.putDraft(page, document->content())
                                                    : m_pages.clearDraft(page);
        if (!written) {
            m_journal.start(); // what is typed stays in memory and is tried again
            setKeeping(false);
            return written;
        }
        m_unwritten.remove(page);
    }
    setKeeping(true);
    return {};
}

void DocumentStore::setKeeping(bool isKeeping)
{
    if (m_isKeeping == isKeeping)
        return;
    m_isKeeping = isKeeping;
    Q_EMIT keepingChanged(isKeeping);
}

Result<void> DocumentStore::save(const Ulid &page)
{
    Document *document = find(page);
    if (!document)
        return {};
    document->endTyping();
    if (!document->isModified()) {
        if (m_unwritten.contains(page))
            return writeJournal();
        return {};
    }
    const auto revision = m_pages.saveWorking(page, document->content(), m_author);
    if (!revision) {
        m_unwritten.insert(page); // at least into the journal, as soon as that works
        m_journal.start();
        setKeeping(false);
        return passOn(revision);
    }
    m_unwritten.remove(page);
    if (m_unwritten.isEmpty())
        setKeeping(true);
    m_recovered.remove(page);
    document->markSaved();
    if (const auto stored = m_pages.page(page))
        document->setPage(*stored);
    Q_EMIT saved(page);
    return {};
}

Result<void> DocumentStore::saveAll()
{
    const QList<Ulid> pages = m_documents.keys();
    for (const Ulid &page : pages) {
        if (auto result = save(page); !result)
            return result;
    }
    return {};
}

void DocumentStore::refresh()
{
    const QList<Document *> documents = m_documents.values();
    for (Document *document : documents) {
        const Ulid id = document->page().id;
        if (const auto stored = m_pages.page(id)) {
            follow(document, *stored);
            continue;
        }
        m_documents.remove(id);
        m_unwritten.remove(id);
        Q_EMIT closed(id);
        document->deleteLater();
    }
}

} // namespace kakehashi::ui
