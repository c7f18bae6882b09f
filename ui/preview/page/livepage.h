#pragma once

#include "ui/preview/changedplaces.h"
#include "ui/preview/page/pagerenderer.h"

#include <QElapsedTimer>
#include <QThreadPool>
#include <QWidget>

class QWebEngineProfile;
class QWebEngineView;

namespace kakehashi::ui {

class SchemeHandler;
class WebPage;

/// The page as visitors will see it, changing in place while it is edited. GUI thread.
class LivePage final : public QWidget
{
    Q_OBJECT

public:
    explicit LivePage(QWidget *parent = nullptr);
    ~LivePage() override;

    /// The site around the page changed (menu, theme, another page): shown in place as well.
    void setState(const SiteState &state);
    void showPage(const Ulid &page);
    /// A keystroke. Cheap; the work is done elsewhere. `serial` > 0 asks for painted().
    void setContent(const Ulid &page, const content::PageContent &content, int serial = 0);
    /// Marks the block with this line (from 1) and scrolls it into view.
    void setCaret(int line);
    /// Marks the blocks that visitors do not have yet.
    void setChanges(const QList<ChangedPlace> &places);
    void setZoom(double factor);
    /// Phones and tablets lay theirs over the page, so there the width is the page's alone.
    void setScrollBars(bool shown);
    Ulid page() const { return m_page; }
    QWebEngineView *view() const { return m_view; }

Q_SIGNALS:
    void lineClicked(int line);
    void linkClicked(const QUrl &url);
    void linkHovered(const QUrl &url); ///< an empty one when the mouse leaves it
    void rendered(const kakehashi::Ulid &page, const kakehashi::Issues &issues);
    void failed(const kakehashi::Error &error);
    void shown();     ///< the page is loaded and can be changed in place
    void restarted(); ///< the rendering process had died
    void painted(int serial, qint64 renderMicroseconds); ///< the pixels of that edit are out

private:
    void hear(const QJsonObject &message);
    void take(const RenderOutcome &outcome);
    void load();
    void sendNewest();
    void sendCaret();
    void sendChanges();
    void recover();
    SiteState currentState() const;

    QThreadPool m_filePool;   ///< answers WebEngine's requests
    QThreadPool m_renderPool; ///< one thread for keystrokes, never behind a picture
    QWebEngineProfile *m_profile;
    QWebEngineView *m_view;
    WebPage *m_web;
    SchemeHandler *m_handler;
    PageRenderer *m_renderer;
    SiteState m_state;
    Ulid m_page;
    QString m_path; ///< of what is shown; a list's further page has one too
    std::optional<content::PageContent> m_content;
    QByteArray m_served;
    QByteArray m_unsent;
    int m_unsentSerial = 0;
    bool m_follow = false; ///< the unsent change is the person's: bring it into view
    qint64 m_renderMicroseconds = 0;
    bool m_ready = false;   ///< our script runs in the page
    bool m_sending = false; ///< an update is on its way
    int m_caret = 0;
    QList<ChangedPlace> m_changes;
    int m_crashes = 0;
    QElapsedTimer m_sinceCrash;
};

} // namespace kakehashi::ui
