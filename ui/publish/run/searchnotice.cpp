#include "ui/publish/run/searchnotice.h"

#include "content/site/siterepository.h"
#include "store/database.h"
#include "ui/shell/background.h"
#include "ui/shell/session.h"
#include "workspace/layout.h"
#include "workspace/schema.h"

namespace kakehashi::ui {
namespace {

/// With a connection of its own: the site's belongs to the GUI thread.
Result<notify::Notice> tell(const QString &siteFolder, const content::SiteSettings &settings,
                            const JobContext &context)
{
    const auto database =
        store::Database::open(workspace::layout::databaseIn(siteFolder), workspace::schema());
    if (!database)
        return passOn(database);
    return notify::tellWaiting(**database, settings, context);
}

} // namespace

SearchNotice::SearchNotice(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    m_worker.setMaxThreadCount(1);
}

SearchNotice::~SearchNotice()
{
    m_cancel.cancel();
    m_worker.waitForDone();
}

void SearchNotice::afterPublish(const publish::Target &target)
{
    const auto settings = m_session.workspace().site().settings();
    QString why;
    if (settings && notify::concernsSearchEngines(*settings, target, &why))
        return run();
    if (!why.isEmpty())
        Q_EMIT finished(why, 0);
}

void SearchNotice::sendWaiting()
{
    if (!isRunning())
        run();
}

void SearchNotice::run()
{
    const auto settings = m_session.workspace().site().settings();
    if (!settings)
        return m_session.showError(settings.error());
    m_cancel = CancelToken();
    ++m_running;
    Q_EMIT started();
    runInBackground(
        m_worker, this,
        [folder = m_session.workspace().folder(), settings = *settings,
         context = JobContext{m_cancel, {}}] { return tell(folder, settings, context); },
        [this, settings = *settings](const Result<notify::Notice> &notice) {
            --m_running;
            Q_EMIT finished(notice ? notify::sentenceOf(*notice, settings) : notice.error().text,
                            notice ? notice->waiting : 0);
        });
}

} // namespace kakehashi::ui
