#pragma once

#include "base/result.h"
#include "ui/editing/document.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace kakehashi::content {
class PageRepository;
}

namespace kakehashi::ui {

/// The documents of one open site. Writes what is typed to the draft journal within a second and
/// turns it into working revisions. Documents stay open, so undo survives going elsewhere.
class DocumentStore final : public QObject
{
    Q_OBJECT

public:
    /// Milliseconds from the first unwritten keystroke to the journal; a crash loses no more.
    static constexpr int journalDelay = 700;

    DocumentStore(content::PageRepository &pages, QString author);
    ~DocumentStore() override;

    /// Opens a page; a draft that a crash left is restored as one undoable edit.
    Result<Document *> open(const Ulid &page);
    Document *find(const Ulid &page) const { return m_documents.value(page); }
    bool wasRecovered(const Ulid &page) const { return m_recovered.contains(page); }
    /// False while the last attempt to write something down has failed (disk full …): what is typed
    /// is in memory only, and is tried again every journalDelay.
    bool isKeeping() const { return m_isKeeping; }

    /// Makes a working revision of unsaved edits and clears the draft. No revision without edits.
    Result<void> save(const Ulid &page);
    Result<void> saveAll();
    /// Writes pending drafts now.
    Result<void> writeJournal();
    /// Reads the pages' state again: path, live, trashed, and working revisions that others made
    /// where nothing is unsaved. Documents of vanished pages are closed.
    void refresh();

Q_SIGNALS:
    void edited(kakehashi::ui::Document *document);
    void saved(const kakehashi::Ulid &page);
    void closed(const kakehashi::Ulid &page);
    void failed(const kakehashi::Error &error); ///< once, until something could be written again
    void keepingChanged(bool isKeeping);

private:
    void follow(Document *document);
    void follow(Document *document, const content::Page &stored);
    void noteEdit(Document *document);
    Result<void> recover(Document *document);
    void setKeeping(bool isKeeping);

    content::PageRepository &m_pages;
    QString m_author;
    QHash<Ulid, Document *> m_documents;
    QSet<Ulid> m_unwritten;
    QSet<Ulid> m_recovered;
    QTimer m_journal;
    bool m_isKeeping = true;
};

} // namespace kakehashi::ui
