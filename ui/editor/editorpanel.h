#pragma once

#include "content/site/site.h"
#include "ui/editing/document.h"
#include "ui/editing/undokeys.h"
#include "ui/media/mediaimport.h"
#include "ui/shell/focusorder.h"

#include <QPointer>
#include <QWidget>

class QStackedWidget;
class QTabBar;

namespace kakehashi::ui {

class AltBar;
class DetailsForm;
class EditorChecks;
class EditorToolbar;
class FindBar;
class HeaderBar;
class IssueStrip;
class MarkdownEdit;
class PublishForm;
class Session;

/// The middle of the window: the open page's title and state over its text, its fields, and its
/// publishing settings.
class EditorPanel final : public QWidget, public FocusOrder
{
    Q_OBJECT

public:
    explicit EditorPanel(Session &session, QWidget *parent = nullptr);
    MarkdownEdit *text() const { return m_text; }
    HeaderBar *header() const { return m_header; }
    DetailsForm *details() const { return m_details; }
    QList<FocusStop> mainStops() const override;
    QList<FocusStop> toolStops() const override;
    QWidget *textStop() const override;
    void reveal(QWidget *target) override;

    enum Tab { TextTab, DetailsTab, PublishTab };
    void showTab(Tab tab);
    void enterTab(Tab tab); ///< and puts the focus there
    void showHistory();

private:
    QWidget *makePage();
    QWidget *makeTextPart();
    QWidget *makeEmptyPart();
    void connectSession();
    void connectUndo();
    void connectChecks();
    void showPage(const Ulid &page);
    void revealChange(const DocumentChange &change);
    void chooseMedia(bool onlyPictures);
    enum class AskAlt { AtOnce, InPassing };
    void insertMedia(const QList<content::MediaAsset> &assets, AskAlt ask);
    AskAlt askUnlessTyped(int stepsBefore) const;
    int stepCount() const;
    MediaImported intoOpenPage();
    void keepAlt(const content::MediaAsset &asset);
    void updateUndo();

    Session &m_session;
    QPointer<Document> m_document;
    UndoKeys m_undoKeys;
    QStackedWidget *m_whole; ///< nothing open, or the page
    HeaderBar *m_header = nullptr;
    EditorToolbar *m_toolbar = nullptr;
    QTabBar *m_tabs = nullptr;
    QStackedWidget *m_parts = nullptr;
    MarkdownEdit *m_text = nullptr;
    AltBar *m_alt = nullptr;
    FindBar *m_find = nullptr;
    IssueStrip *m_issues = nullptr;
    DetailsForm *m_details = nullptr;
    PublishForm *m_publish = nullptr;
    EditorChecks *m_checks = nullptr;
};

} // namespace kakehashi::ui
