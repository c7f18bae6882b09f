#pragma once

#include "base/result.h"
#include "ui/shell/feature.h"

#include <QHash>
#include <QMainWindow>
#include <QPointer>

#include <functional>
#include <memory>

class QMessageBox;
class QStackedWidget;

namespace kakehashi::workspace {
class Workspace;
}

namespace kakehashi::ui {

class FailurePage;
class FocusFrame;
class MessageBar;
class Session;
class Sidebar;
class StartPage;
class WindowCall;
class Workbench;

/// Places what features registered around one open site. Knows no feature by name.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const QList<Feature> &features, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Shows the site, or a page that says why it does not open and what helps.
    void openSite(const QString &folder);
    void closeSite();
    /// Does it at once, or after the person has agreed that what is unfinished is stopped or lost.
    void leaveSite(const std::function<void()> &then);
    void makeSite(const QString &folder, const QString &name);
    void makeSample(const QString &folder);
    void restoreBackup(const QString &folder, const QString &backup);
    QString siteFolder() const; ///< empty when none is open
    Session *session() const { return m_session.get(); }
    void showPanel(const QString &id);

    void askForFolder();
    void askForNewSite();
    void tryTheSample(); ///< in the documents folder, made when it is not there
    void showPalette();
    Workbench *workbench() const { return m_workbench; }

Q_SIGNALS:
    void languageChanged();
    void otherWindowCame(); ///< the site that was asked for is open there

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildMenus();
    void buildFrame();
    void showSite(std::unique_ptr<workspace::Workspace> workspace);
    void showFailure(const QString &folder, const Error &error);
    void callOtherWindow(const QString &folder, const Error &error);
    void comeToFront();
    void takeOver(const QString &folder);
    void sayFindings();
    void followSession();
    void showEditor();
    QWidget *panelWidget(const Panel &panel);
    void placeEditorAndPreview();
    void openLastPage();
    void updateTitle();
    void remember();

    Registry m_registry;
    std::unique_ptr<Session> m_session;
    QHash<QString, QWidget *> m_panelWidgets; ///< made so far for the open site
    QString m_siteName;
    QString m_currentPanel;

    QStackedWidget *m_root; ///< start page, failure page, or site
    StartPage *m_start;
    FailurePage *m_failure;
    QWidget *m_site = nullptr; ///< sidebar and panels; made with the site
    Sidebar *m_sidebar = nullptr;
    QStackedWidget *m_panels = nullptr;
    Workbench *m_workbench = nullptr;
    MessageBar *m_messages;
    WindowCall *m_call;
    FocusFrame *m_frame = nullptr;
    QPointer<QMessageBox> m_leaving; ///< the question of leaveSite()
};

} // namespace kakehashi::ui
