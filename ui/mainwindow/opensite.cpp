// The ways into a site: open, make, sample, restore.
#include "ui/mainwindow/dialogs/commandpalette.h"
#include "ui/mainwindow/dialogs/failurepage.h"
#include "ui/mainwindow/dialogs/newsitedialog.h"
#include "ui/mainwindow/dialogs/recentsites.h"
#include "ui/mainwindow/dialogs/startpage.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/messagebar.h"
#include "ui/mainwindow/windowcall.h"
#include "ui/shell/background.h"
#include "ui/shell/session.h"
#include "workspace/sitelock.h"

#include <QDir>
#include <QFileDialog>
#include <QStackedWidget>
#include <QStandardPaths>

namespace kakehashi::ui {

void MainWindow::openSite(const QString &folder)
{
    if (m_session && QDir(folder) == QDir(siteFolder()))
        return;
    auto opened = workspace::Workspace::open(folder);
    if (!opened && opened.error().code == ErrorCode::Locked)
        return callOtherWindow(folder, opened.error());
    if (!opened)
        return showFailure(folder, opened.error());
    showSite(*std::move(opened));
}

/// The person wants this site: where its window stands on this screen, that is what helps.
void MainWindow::callOtherWindow(const QString &folder, const Error &error)
{
    WindowCall::bringToFront(folder, this, [this, folder, error](bool came) {
        if (!came)
            return showFailure(folder, error);
        const QString text = tr("%1 is open already; its window has come to the front.")
                                 .arg(QDir::toNativeSeparators(folder));
        m_messages->showMessage({.level = Message::Level::Info, .text = text});
        Q_EMIT otherWindowCame();
    });
}

void MainWindow::comeToFront()
{
    setWindowState((windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    show();
    raise();
    activateWindow();
}

void MainWindow::takeOver(const QString &folder)
{
    if (const auto taken = workspace::SiteLock::takeAway(folder); !taken)
        return showFailure(folder, taken.error());
    openSite(folder);
    if (m_session)
        m_session->showMessage({.level = Message::Level::Info,
                                .text = tr("The lock of the other computer was taken away.")});
}

/// What went wrong in opening without preventing it.
void MainWindow::sayFindings()
{
    QStringList texts;
    for (const Issue &issue : m_session->workspace().findings())
        texts << issue.text;
    if (!texts.isEmpty())
        m_session->showMessage(
            {.level = Message::Level::Warning, .text = texts.join(QStringLiteral("\n"))});
}

void MainWindow::showFailure(const QString &folder, const Error &error)
{
    // With a site open, its window must not go away because another folder is no good.
    if (m_session) {
        m_session->showError(error);
        return;
    }
    m_failure->showFailure(folder, error);
    m_root->setCurrentWidget(m_failure);
}

void MainWindow::makeSite(const QString &folder, const QString &name)
{
    auto made = workspace::Workspace::create(folder, name);
    if (!made)
        return showFailure(folder, made.error());
    showSite(*std::move(made));
}

void MainWindow::makeSample(const QString &folder)
{
    closeSite();
    m_root->setCurrentWidget(m_start);
    m_start->setBusy(tr("Making the sample portal…"));
    // A workspace belongs to the thread that opened it, so the worker's is closed again.
    runInBackground(
        *QThreadPool::globalInstance(), this,
        [folder]() -> Result<void> {
            const auto made = workspace::createSample(folder);
            if (!made)
                return passOn(made);
            return {};
        },
        [this, folder](const Result<void> &made) {
            m_start->setBusy({});
            if (made)
                openSite(folder);
            else
                showFailure(folder, made.error());
        });
}

void MainWindow::tryTheSample()
{
    const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QString folder = documents.filePath(QStringLiteral("kakehashi-sample"));
    leaveSite([this, folder] {
        if (QDir(folder).exists())
            openSite(folder);
        else
            makeSample(folder);
    });
}

void MainWindow::restoreBackup(const QString &folder, const QString &backup)
{
    if (const auto restored = workspace::restoreBackup(folder, backup); !restored)
        return showFailure(folder, restored.error());
    openSite(folder);
    if (m_session) {
        m_session->showMessage(
            {.level = Message::Level::Success,
             .text = tr("The backup is in place. The damaged database is kept beside it.")});
    }
}

void MainWindow::askForFolder()
{
    const QStringList recent = recentSites();
    auto *dialog = new QFileDialog(this, tr("Open a site folder"),
                                   recent.isEmpty() ? QDir::homePath() : recent.constFirst());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &folder) { leaveSite([this, folder] { openSite(folder); }); });
    dialog->open();
}

void MainWindow::askForNewSite()
{
    auto *dialog = new NewSiteDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const QString folder = dialog->folder();
        const QString name = dialog->name();
        leaveSite([this, folder, name] { makeSite(folder, name); });
    });
    dialog->open();
}

void MainWindow::showPalette()
{
    (new CommandPalette(m_registry.actions(), m_session.get(), this))->show();
}

} // namespace kakehashi::ui
