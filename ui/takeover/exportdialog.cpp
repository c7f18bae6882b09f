#include "ui/takeover/exportdialog.h"

#include "takeover/siteexport.h"
#include "ui/publish/run/progressview.h"
#include "ui/shell/session.h"
#include "ui/takeover/sitejob.h"

#include <QDesktopServices>
#include <QDir>
#include <QUrl>
#include <QVBoxLayout>

namespace kakehashi::ui {

using takeover::ExportDone;

ExportDialog::ExportDialog(Session &session, const QString &folder, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_job(new SiteJob(session.workspace().folder(), this))
    , m_progress(new ProgressView(this))
{
    constexpr int edge = 24;
    setWindowTitle(tr("Export the whole site"));
    setMinimumWidth(480);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(edge, edge, edge, edge);
    layout->addWidget(m_progress);
    connect(m_job, &SiteJob::progressed, m_progress, &ProgressView::showProgress);
    connect(m_progress, &ProgressView::cancelled, m_job, &SiteJob::cancel);
    m_progress->begin(tr("Writing the site"));
    m_job->run<ExportDone>(
        [folder](const workspace::SiteStores &stores, const JobContext &context) {
            return takeover::exportSite(stores, folder, context);
        },
        [this](const Result<ExportDone> &done) {
            if (done)
                m_session.showMessage({.level = Message::Level::Success,
                                       .text = tr("%1 pages and %2 files are in %3.")
                                                   .arg(done->pages)
                                                   .arg(done->media)
                                                   .arg(QDir::toNativeSeparators(done->folder)),
                                       .actionText = tr("Open the folder"),
                                       .action = [folder = done->folder] {
                                           QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
                                       }});
            else
                m_session.showError(done.error());
            QDialog::accept();
        });
}

void ExportDialog::reject()
{
    m_job->cancel();
    m_progress->showStopping();
}

} // namespace kakehashi::ui
