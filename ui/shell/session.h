#pragma once

#include "base/result.h"
#include "check/finding.h"
#include "content/page/page.h"
#include "ui/shell/snapshotkeeper.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>

namespace kakehashi::ui {

class ActionRegistry;
class Document;
class DocumentStore;

/// One line in the message bar; it never stops the person.
struct Message
{
    enum class Level { Info, Success, Warning, Error };

    Level level = Level::Info;
    QString text;
    QString actionText = {}; ///< empty: no button
    std::function<void()> action = {};
};

/// The open site as all panels share it: workspace, open page, news and requests. GUI thread.
/// Panels never know each other; they speak through it.
class Session final : public QObject
{
    Q_OBJECT

public:
    Session(std::unique_ptr<workspace::Workspace> workspace, ActionRegistry &actions,
            QObject *parent = nullptr);
    ~Session() override; ///< saves what is unsaved

    workspace::Workspace &workspace() { return *m_workspace; }
    ActionRegistry &actions() { return m_actions; }
    const QList<content::Kind> &kinds() const { return m_kinds; }

    /// Everything as staff see it, without unsaved edits. Goes to `taken`, at once when little has
    /// changed since, else when a worker has read it; never after the end of `context`.
    void takeSnapshot(QObject *context, const SnapshotKeeper::Taken &taken);
    /// Another one, by a worker: as visitors see it, or at another date.
    void takeSnapshot(QObject *context, const workspace::SnapshotOptions &options,
                      const SnapshotKeeper::Taken &taken);
    /// The first at once, even if a large site must be read: not from what runs by itself.
    Result<render::SnapshotPtr> snapshot();

    Ulid currentPage() const;                    ///< null when no page is open
    Document *currentDocument() const;           ///< nullptr when no page is open
    content::PageContent currentContent() const; ///< with unsaved edits

    /// Opens a page in the editor, saving the one before. Failure is shown and returned.
    Result<void> openPage(const Ulid &page);
    void closePage();
    /// Turns every unsaved edit into a working revision. Call before publish and export.
    Result<void> saveAll();
    Result<void> savePage(const Ulid &page);
    bool isModified(const Ulid &page) const; ///< has edits that are in the draft journal only
    bool isKeeping() const; ///< false: what is typed could not be written down (disk full …)

    /// What the check says of the open page as it stands; the editor marks it. News of another
    /// page comes too late and is dropped.
    void setFindings(const Ulid &page, const check::Findings &findings);
    const check::Findings &findings() const { return m_findings; }
    /// A short text beside a panel's name in the sidebar, e.g. "3"; empty removes it.
    void setBadge(const QString &panelId, const QString &text);
    QString badge(const QString &panelId) const { return m_badges.value(panelId); }
    void showMessage(const Message &message);
    void showError(const Error &error); ///< nothing for Cancelled

public Q_SLOTS:
    void showPanel(const QString &id) { Q_EMIT panelRequested(id); }
    /// Puts the editor's caret at this line of the body (from 1).
    void gotoLine(int line) { Q_EMIT gotoLineRequested(line); }
    /// Brings a field of the open page's forms into view, with the keyboard's focus.
    void gotoFinding(const check::Finding &finding) { Q_EMIT gotoFindingRequested(finding); }
    /// The editor tells where the caret is (line of the body, from 1).
    void setCaret(int line);
    /// Called by itself when a repository of the workspace stores something; call it only after
    /// writing past them (theme files, a second connection).
    void announceSiteChange();

Q_SIGNALS:
    void currentPageChanged(const kakehashi::Ulid &page);
    /// Every edit, keystrokes included: take the content, do the work later.
    void contentEdited(const kakehashi::Ulid &page, const kakehashi::content::PageContent &content);
    void pageSaved(const kakehashi::Ulid &page); ///< a new working revision is in the database
    void siteChanged(); ///< at most once per turn of the event loop; the snapshot is new
    void keepingChanged(bool isKeeping);
    void caretMoved(int line);
    void gotoLineRequested(int line);
    void gotoFindingRequested(const kakehashi::check::Finding &finding);
    void panelRequested(const QString &id);
    void messageShown(const kakehashi::ui::Message &message);
    void findingsChanged();
    void badgeChanged(const QString &panelId, const QString &text);

private:
    void offerRecovered(Document *document);
    void leavePage();
    void tellOfChangeSoon();

    std::unique_ptr<workspace::Workspace> m_workspace;
    ActionRegistry &m_actions;
    std::unique_ptr<SnapshotKeeper> m_snapshots;
    QList<content::Kind> m_kinds;
    std::unique_ptr<DocumentStore> m_documents;
    Document *m_current = nullptr;
    check::Findings m_findings;
    QHash<QString, QString> m_badges;
    int m_caret = 0;
    bool m_changePending = false;
};

} // namespace kakehashi::ui

Q_DECLARE_METATYPE(kakehashi::ui::Message)
