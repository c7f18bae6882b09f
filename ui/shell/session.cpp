#include "ui/shell/session.h"

#include "content/page/pagerepository.h"
#include "ui/editing/documentstore.h"
#include "ui/editing/undofocus.h"
#include "ui/shell/text/person.h"
#include "workspace/changenews.h"

#include <QPointer>
#include <QTimer>

namespace kakehashi::ui {

Session::Session(std::unique_ptr<workspace::Workspace> workspace, ActionRegistry &actions,
                 QObject *parent)
    : QObject(parent)
    , m_workspace(std::move(workspace))
    , m_actions(actions)
    , m_snapshots(std::make_unique<SnapshotKeeper>(*m_workspace, this))
    , m_documents(std::make_unique<DocumentStore>(m_workspace->pages(), personName()))
{
    new UndoFocus(this);
    if (auto kinds = content::builtInKinds())
        m_kinds = *std::move(kinds);
    connect(m_documents.get(), &DocumentStore::edited, this, [this](Document *document) {
        Q_EMIT contentEdited(document->page().id, document->content());
    });
    connect(m_documents.get(), &DocumentStore::saved, this, &Session::pageSaved);
    connect(m_documents.get(), &DocumentStore::failed, this, &Session::showError);
    connect(m_documents.get(), &DocumentStore::keepingChanged, this, &Session::keepingChanged);
    connect(m_documents.get(), &DocumentStore::closed, this, [this](const Ulid &page) {
        if (page == currentPage())
            leavePage();
    });
    connect(&m_workspace->news(), &workspace::ChangeNews::changed, this,
            [this](const workspace::Change &change) {
                if (change.kind == workspace::Change::Kind::Draft)
                    return;
                m_snapshots->note(change);
                tellOfChangeSoon();
            });
}

Session::~Session()
{
    // What cannot be saved as a revision is at least in the journal, written within a second.
    if (!saveAll())
        static_cast<void>(m_documents->writeJournal());
    m_documents.reset();
}

Result<render::SnapshotPtr> Session::snapshot()
{
    return m_snapshots->now();
}

void Session::takeSnapshot(QObject *context, const SnapshotKeeper::Taken &taken)
{
    m_snapshots->take(context, taken);
}

void Session::takeSnapshot(QObject *context, const workspace::SnapshotOptions &options,
                           const SnapshotKeeper::Taken &taken)
{
    m_snapshots->read(options, context, taken);
}

Ulid Session::currentPage() const
{
    return m_current ? m_current->page().id : Ulid();
}

Document *Session::currentDocument() const
{
    return m_current;
}

content::PageContent Session::currentContent() const
{
    return m_current ? m_current->content() : content::PageContent();
}

Result<void> Session::openPage(const Ulid &page)
{
    if (page == currentPage())
        return {};
    if (m_current) {
        // A page that cannot be saved stays open under its draft; the person may go on.
        if (const auto saved = m_documents->save(currentPage()); !saved)
            showError(saved.error());
    }
    const auto opened = m_documents->open(page);
    if (!opened) {
        showError(opened.error());
        return passOn(opened);
    }
    m_current = *opened;
    m_caret = 0;
    m_findings.clear();
    Q_EMIT currentPageChanged(page);
    if (m_documents->wasRecovered(page))
        offerRecovered(m_current);
    return {};
}

void Session::offerRecovered(Document *document)
{
    showMessage({.level = Message::Level::Warning,
                 .text = tr("Edits of “%1” that were not saved last time have been recovered.")
                             .arg(document->content().title),
                 .actionText = tr("Undo them"),
                 .action = [guard = QPointer<Document>(document)] {
                     if (guard)
                         guard->undoStack().undo();
                 }});
}

void Session::closePage()
{
    if (!m_current)
        return;
    if (const auto saved = m_documents->save(currentPage()); !saved)
        showError(saved.error());
    leavePage();
}

void Session::leavePage()
{
    m_current = nullptr;
    m_caret = 0;
    m_findings.clear();
    Q_EMIT currentPageChanged({});
}

Result<void> Session::saveAll()
{
    return m_documents->saveAll();
}

Result<void> Session::savePage(const Ulid &page)
{
    return m_documents->save(page);
}

bool Session::isModified(const Ulid &page) const
{
    const Document *document = m_documents->find(page);
    return document && document->isModified();
}

bool Session::isKeeping() const
{
    return m_documents->isKeeping();
}

void Session::setFindings(const Ulid &page, const check::Findings &findings)
{
    if (page != currentPage() || m_findings == findings)
        return;
    m_findings = findings;
    Q_EMIT findingsChanged();
}

void Session::setBadge(const QString &panelId, const QString &text)
{
    if (m_badges.value(panelId) == text)
        return;
    m_badges.insert(panelId, text);
    Q_EMIT badgeChanged(panelId, text);
}

void Session::showMessage(const Message &message)
{
    Q_EMIT messageShown(message);
}

void Session::showError(const Error &error)
{
    if (error.code != ErrorCode::Cancelled)
        showMessage({.level = Message::Level::Error, .text = error.text});
}

void Session::setCaret(int line)
{
    if (line == m_caret)
        return;
    m_caret = line;
    Q_EMIT caretMoved(line);
}

void Session::announceSiteChange()
{
    m_snapshots->noteAnything();
    tellOfChangeSoon();
}

void Session::tellOfChangeSoon()
{
    if (m_changePending)
        return;
    m_changePending = true;
    QTimer::singleShot(0, this, [this] {
        m_changePending = false;
        m_documents->refresh();
        Q_EMIT siteChanged();
    });
}

} // namespace kakehashi::ui
