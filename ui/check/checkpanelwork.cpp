// What the buttons of the panel do.
#include "base/clock.h"
#include "check/gate/exceptionrepository.h"
#include "check/outside/outsidelinkrepository.h"
#include "content/site/siterepository.h"
#include "ui/check/checkpanel.h"
#include "ui/check/decisions/decisionsdialog.h"
#include "ui/check/exceptiondialog.h"
#include "ui/check/findingtext.h"
#include "ui/check/fixpreview.h"
#include "ui/check/gotofinding.h"
#include "ui/check/list/exportfindings.h"
#include "ui/check/running/sitewatch.h"
#include "ui/shell/background.h"
#include "ui/shell/session.h"
#include "ui/shell/text/person.h"

#include <QFileDialog>
#include <QMap>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>

namespace kakehashi::ui {
namespace {

/// A check that takes longer is begun by a person only, not by every change.
constexpr qint64 longestUnasked = 3000;

QList<PageFixes> fixesOf(const render::SiteSnapshot &site, const QList<FindingRow> &rows)
{
    QMap<Ulid, QList<check::Fix>> byPage;
    for (const FindingRow &row : rows) {
        const render::PageValue *page = site.pageAt(row.finding.issue.place.pagePath);
        if (page && row.finding.fix)
            byPage[page->id].append(*row.finding.fix);
    }
    QList<PageFixes> pages;
    for (auto page = byPage.cbegin(); page != byPage.cend(); ++page)
        pages.append({page.key(), page.value()});
    return pages;
}

} // namespace

void CheckPanel::open()
{
    if (const QList<FindingRow> rows = currentRows(); !rows.isEmpty())
        goToFinding(m_session, rows.constFirst().finding);
}

void CheckPanel::decide()
{
    decideRules(m_session, this);
}

void CheckPanel::mendCurrent()
{
    QList<FindingRow> rows = currentRows();
    rows.removeIf([](const FindingRow &row) { return !row.finding.fix; });
    if (rows.size() <= 1)
        return mendRows(rows, tr("Mended after a check"));
    auto *preview = new FixPreview(*m_checked.snapshot, rows, window());
    preview->setAttribute(Qt::WA_DeleteOnClose);
    connect(preview, &QDialog::accepted, this,
            [this, preview] { mendPagesNow(preview->chosen(), tr("Mended after a check")); });
    preview->open();
}

void CheckPanel::mendRule()
{
    const QList<FindingRow> chosen = currentRows();
    QString rule;
    for (const FindingRow &row : chosen) {
        if (rule.isEmpty() && row.finding.fix)
            rule = row.finding.issue.rule;
    }
    QList<FindingRow> rows = m_model->allRows();
    rows.removeIf([&rule](const FindingRow &row) {
        return row.finding.issue.rule != rule || !row.finding.fix;
    });
    auto *preview = new FixPreview(*m_checked.snapshot, rows, window());
    preview->setAttribute(Qt::WA_DeleteOnClose);
    connect(preview, &QDialog::accepted, this, [this, preview, rule] {
        mendPagesNow(preview->chosen(), tr("Mended after a check: %1").arg(ruleTitle(rule)));
    });
    preview->open();
}

void CheckPanel::mendRows(const QList<FindingRow> &rows, const QString &note)
{
    mendPagesNow(fixesOf(*m_checked.snapshot, rows), note);
}

void CheckPanel::mendPagesNow(const QList<PageFixes> &pages, const QString &note)
{
    if (pages.isEmpty())
        return;
    if (const auto saved = m_session.saveAll(); !saved)
        return m_session.showError(saved.error());
    m_mending = CancelToken();
    showWork(true);
    const JobContext context{m_mending, [this](const Progress &progress) {
                                 QMetaObject::invokeMethod(
                                     this, [this, progress] { showProgress(progress); },
                                     Qt::QueuedConnection);
                             }};
    runInBackground(
        m_worker, this,
        [folder = m_session.workspace().folder(), pages, author = personName(), note, context] {
            return mendPages(folder, pages, author, note, context);
        },
        [this](const Result<QList<MendedPage>> &mended) { takeMended(mended); });
}

void CheckPanel::takeMended(const Result<QList<MendedPage>> &mended)
{
    showWork(false);
    if (!mended)
        return m_session.showError(mended.error());
    m_session.announceSiteChange();
    m_session.showMessage(
        {.level = Message::Level::Success,
         .text = tr("%n page(s) were mended. The working texts changed; what is public did not.",
                    nullptr, static_cast<int>(mended->size())),
         .actionText = mended->isEmpty() ? QString() : tr("Undo"),
         .action = [this, guard = QPointer<CheckPanel>(this), pages = *mended] {
             if (guard)
                 undoMending(pages);
         }});
}

void CheckPanel::undoMending(const QList<MendedPage> &mended)
{
    if (const auto saved = m_session.saveAll(); !saved)
        return m_session.showError(saved.error());
    showWork(true);
    runInBackground(
        m_worker, this,
        [folder = m_session.workspace().folder(), mended, author = personName(),
         note = tr("Mending undone")] { return takeBack(folder, mended, author, note); },
        [this](const Result<int> &count) {
            showWork(false);
            if (!count)
                return m_session.showError(count.error());
            m_session.announceSiteChange();
            m_session.showMessage(
                {.level = Message::Level::Info,
                 .text = tr("%n page(s) are as they were before.", nullptr, *count)});
        });
}

void CheckPanel::except()
{
    check::Findings findings;
    const QList<FindingRow> rows = currentRows();
    for (const FindingRow &row : rows) {
        if (row.finding.issue.severity == Severity::Must && !row.exception)
            findings.append(row.finding);
    }
    makeException(m_session, m_checked.snapshot, findings, this, [this] { judgeAgain(); });
}

void CheckPanel::revoke()
{
    check::ExceptionRepository exceptions(m_session.workspace().database());
    const QList<FindingRow> rows = currentRows();
    QSet<Ulid> done;
    for (const FindingRow &row : rows) {
        if (!row.exception || done.contains(row.exception->id))
            continue;
        done.insert(row.exception->id);
        const auto revoked =
            exceptions.revoke(row.exception->id, personName(), m_session.workspace().clock().now());
        if (!revoked)
            return m_session.showError(revoked.error());
    }
    judgeAgain();
}

void CheckPanel::judgeAgain()
{
    auto gate = m_check->judge(m_checked);
    if (!gate)
        return m_session.showError(gate.error());
    CheckedSite checked = m_checked;
    checked.gate = std::move(*gate);
    take(checked);
}

check::LinkProber *CheckPanel::newProber()
{
    check::ProbeOptions options;
    const auto settings = m_session.workspace().site().settings();
    options.agent =
        "Kakehashi-LinkCheck/1.0 (+" + (settings ? settings->url.toEncoded() : QByteArray()) + ')';
    return new check::LinkProber(options, m_session.workspace().clock(), this);
}

void CheckPanel::askOutside()
{
    m_prober = newProber();
    connect(m_prober, &check::LinkProber::progressed, this, &CheckPanel::showProgress);
    connect(m_prober, &check::LinkProber::answered, this, [this](const check::LinkAnswer &answer) {
        check::OutsideLinkRepository answers(m_session.workspace().database());
        if (const auto noted = answers.note(answer); !noted) {
            m_prober->cancel();
            m_session.showError(noted.error());
        }
    });
    connect(m_prober, &check::LinkProber::finished, this, &CheckPanel::takeOutside);
    m_bar->setRange(0, 0);
    m_progressText->clear();
    m_progress->show();
    showState();
    m_prober->start(m_checked.report.outside.keys());
}

void CheckPanel::takeOutside(bool wasCancelled)
{
    const auto asked = m_checked.report.outside.size();
    m_prober->deleteLater();
    m_prober.clear();
    CheckedSite checked = m_checked;
    if (const auto added = m_check->addOutside(checked); !added)
        return m_session.showError(added.error());
    take(checked);
    if (!wasCancelled)
        m_session.showMessage({.level = Message::Level::Success,
                               .text = tr("%n address(es) on other sites were asked.", nullptr,
                                          static_cast<int>(asked))});
}

void CheckPanel::exportList()
{
    auto *dialog = new QFileDialog(window(), tr("Save the list"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("csv"));
    dialog->setNameFilter(tr("Table (*.csv)"));
    dialog->selectFile(tr("check") + QStringLiteral(".csv"));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        const auto written = exportFindings(file, m_model->shownRows(), *m_checked.snapshot);
        if (!written)
            return m_session.showError(written.error());
        m_session.showMessage(
            {.level = Message::Level::Success, .text = tr("The list is in %1.").arg(file)});
    });
    dialog->open();
}

/// Periods of pages and rights of pictures end with the day, and with them what is found.
bool CheckPanel::isOfToday(const CheckedSite &checked) const
{
    const QDateTime now = m_session.workspace().clock().now();
    return checked.at.toTimeZone(japanTime()).date() == now.toTimeZone(japanTime()).date();
}

void CheckPanel::checkWhenStale()
{
    // The badge's check knows it already: nobody waits for a second one.
    const auto *watch = m_session.findChild<SiteWatch *>();
    const bool isKnown = watch && watch->found() && isOfToday(*watch->found());
    if (m_stale && isKnown && !m_check->isRunning() && !m_prober) {
        m_stale = m_session.isModified(m_session.currentPage());
        take(*watch->found());
    }
    const bool isQuick = m_checked.report.milliseconds <= longestUnasked;
    if (m_stale && isQuick && !m_isMending && !m_prober)
        begin();
}

} // namespace kakehashi::ui
