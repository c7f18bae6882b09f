#include "ui/check/running/livecheck.h"

#include "check/decisions/decisionrepository.h"
#include "ui/shell/background.h"
#include "ui/shell/session.h"

#include <algorithm>

namespace kakehashi::ui {
namespace {

struct Outcome
{
    Result<check::Findings> findings;
    qint64 microseconds = 0;
};

Outcome checkNow(const check::RuleBook::Ptr &rules, const render::SnapshotPtr &site,
                 const render::ThemePtr &theme, const render::RenderOptions &options,
                 const Ulid &page, const content::PageContent &content)
{
    QElapsedTimer timer;
    timer.start();
    const render::SnapshotPtr typed = render::withPage(site, page, content);
    auto findings = check::checkPage({rules, *theme, options}, *typed, page);
    return {std::move(findings), timer.nsecsElapsed() / 1000};
}

} // namespace

LiveCheck::LiveCheck(Session &session) : QObject(&session), m_session(session)
{
    m_worker.setMaxThreadCount(1);
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &LiveCheck::begin);
    connect(&session, &Session::contentEdited, this, &LiveCheck::touch);
    connect(&session, &Session::currentPageChanged, this, [this] {
        ++m_edit;
        m_soon.start(0);
    });
    connect(&session, &Session::siteChanged, this, [this] {
        m_theme.reset();
        m_rules.reset();
        ++m_edit;
        m_soon.start(0);
    });
    m_soon.start(0);
}

LiveCheck::~LiveCheck()
{
    m_worker.waitForDone();
}

void LiveCheck::touch()
{
    ++m_edit;
    if (!m_waiting.isValid())
        m_waiting.start();
    const auto left = longestWait - static_cast<int>(m_waiting.elapsed());
    m_soon.start(std::clamp(left, 0, pause));
}

Result<render::ThemePtr> LiveCheck::theme()
{
    if (m_theme)
        return m_theme;
    auto theme = m_session.workspace().theme();
    if (theme)
        m_theme = *theme;
    return theme;
}

Result<check::RuleBook::Ptr> LiveCheck::rules()
{
    if (m_rules)
        return m_rules;
    auto rules = check::siteRules(m_session.workspace().database());
    if (rules)
        m_rules = *rules;
    return rules;
}

void LiveCheck::begin()
{
    const Ulid page = m_session.currentPage();
    if (m_busy || page.isNull())
        return; // take() comes back to what was edited meanwhile
    m_waiting.invalidate();
    m_busy = true;
    m_session.takeSnapshot(this, [this](const Result<render::SnapshotPtr> &site) { check(site); });
}

void LiveCheck::check(const Result<render::SnapshotPtr> &site)
{
    const Ulid page = m_session.currentPage();
    const auto withTheme = theme();
    const auto withRules = rules();
    m_busy = site && withTheme && withRules && !page.isNull();
    if (!m_busy)
        return; // the preview says why
    runInBackground(
        m_worker, this,
        [rules = *withRules, site = *site, theme = *withTheme,
         options = m_session.workspace().renderOptions(), page,
         content = m_session.currentContent()] {
            return checkNow(rules, site, theme, options, page, content);
        },
        [this, page, edit = m_edit](const Outcome &outcome) {
            Q_EMIT checked(outcome.microseconds);
            take(page, edit, outcome.findings);
        });
}

void LiveCheck::take(const Ulid &page, int edit, const Result<check::Findings> &findings)
{
    m_busy = false;
    if (edit == m_edit)
        m_session.setFindings(page, findings.value_or(check::Findings()));
    else if (!m_soon.isActive())
        m_soon.start(0);
}

} // namespace kakehashi::ui
