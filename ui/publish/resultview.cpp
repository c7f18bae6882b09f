#include "ui/publish/resultview.h"

#include "base/visibletext.h"
#include "ui/publish/lockquestion.h"
#include "ui/publish/plan/wording.h"
#include "ui/publish/run/searchnotice.h"
#include "ui/publish/run/visitornotice.h"
#include "ui/shell/column.h"
#include "ui/shell/mark.h"
#include "ui/style/style.h"

#include <QDesktopServices>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStyle>
#include <QUrl>
#include <QVBoxLayout>

#include <cmath>

namespace kakehashi::ui {
namespace {

constexpr int headSign = 28;

QString sentText(const publish::Report &report)
{
    QStringList parts;
    if (report.added > 0)
        parts << ResultView::tr("%n file(s) new", nullptr, report.added);
    if (report.replaced > 0)
        parts << ResultView::tr("%n changed", nullptr, report.replaced);
    if (report.removed > 0)
        parts << ResultView::tr("%n removed", nullptr, report.removed);
    parts << ResultView::tr("%1 sent").arg(bytesText(report.bytesSent))
          << ResultView::tr("%1 seconds").arg(QLocale().toString(report.seconds, 'f', 1));
    if (report.reconnects > 0)
        parts << ResultView::tr("the connection was lost %n time(s) and taken up again", nullptr,
                                report.reconnects);
    return parts.join(QStringLiteral("  ·  "));
}

/// What the person fears first: is the site broken now? What was seen of that afterwards stands in
/// the failure's own words, and nothing is said here that nobody looked at.
QString stateText(const Error &error, bool wasPublishing)
{
    if (error.code == ErrorCode::Interrupted)
        return ResultView::tr(
            "The next publish finishes this one or takes it back by itself; until "
            "then visitors see whole pages.");
    if (error.code == ErrorCode::Cancelled || !wasPublishing)
        return ResultView::tr("Nothing of it was made public. Your texts are safe.");
    return ResultView::tr("Your texts are safe.");
}

} // namespace

ResultView::ResultView(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(style::gap);
}

void ResultView::begin(const QString &title, const QString &icon)
{
    clearLayout(m_layout);
    auto *row = new QHBoxLayout;
    auto *sign = new QLabel(this);
    sign->setPixmap(mark(icon, markColor(icon), headSign));
    auto *label = new QLabel(title, this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    style::markHeading(label);
    label->setObjectName(QStringLiteral("title"));
    row->addWidget(sign);
    row->addWidget(label, 1);
    m_layout->addLayout(row);
}

QLabel *ResultView::addText(const QString &text, const char *role)
{
    auto *label = new QLabel(visibleLines(text), this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    if (role)
        label->setProperty("role", QLatin1String(role));
    m_layout->addWidget(label);
    return label;
}

QHBoxLayout *ResultView::addButtons(bool mayRetry, bool settings)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, style::gap, 0, 0);
    const auto add = [this, row](const char *name, const QString &text,
                                 void (ResultView::*signal)()) {
        auto *button = new QPushButton(text, this);
        button->setObjectName(QLatin1String(name));
        connect(button, &QPushButton::clicked, this, signal);
        row->addWidget(button);
        return button;
    };
    if (mayRetry)
        style::markPrimary(add("retry", tr("Try again"), &ResultView::retryRequested));
    if (settings)
        add("settings", tr("Settings of this target…"), &ResultView::settingsRequested);
    add("done", mayRetry ? tr("Back") : tr("Done"), &ResultView::doneRequested);
    row->addStretch(1);
    m_layout->addLayout(row);
    m_layout->addStretch(1);
    return row;
}

void ResultView::showReport(const publish::Target &target, const publish::Report &report, int pages)
{
    begin(report.nothingToDo ? tr("%1 was up to date already").arg(target.name)
                             : tr("Published to %1").arg(target.name),
          report.amiss.isEmpty() ? QStringLiteral("success") : QStringLiteral("warning"));
    addText(sentText(report));
    if (pages > 0)
        addText(tr("%n page(s) with their new text are public now.", nullptr, pages));
    if (report.recovered == publish::Report::Recovery::Finished)
        addText(tr("An earlier publish had been cut off; it was finished first."), "muted");
    if (report.recovered == publish::Report::Recovery::TakenBack)
        addText(tr("An earlier publish had been cut off; it was taken back first."), "muted");
    for (const Issue &note : report.notes)
        addText(visible(note.text), note.severity == Severity::Must ? "danger" : "muted");
    const QUrl url(target.url, QUrl::StrictMode);
    if (url.isValid() && !target.url.isEmpty()) {
        auto *link = new QPushButton(tr("Open %1").arg(url.toDisplayString()), this);
        link->setIcon(style::icon(QStringLiteral("external")));
        link->setFlat(true);
        connect(link, &QPushButton::clicked, this, [url] { QDesktopServices::openUrl(url); });
        m_layout->addWidget(link, 0, Qt::AlignLeft);
    }
    addVisitorRow();
    addNoticeRow();
    addButtons(false, false);
}

void ResultView::addVisitorRow()
{
    m_seen = addText(QString());
    m_seen->setObjectName(QStringLiteral("visitors"));
    m_seen->hide();
    m_takeBack = new QPushButton(tr("Take this publish back…"), this);
    m_takeBack->setObjectName(QStringLiteral("takeBack"));
    m_takeBack->hide();
    connect(m_takeBack, &QPushButton::clicked, this, &ResultView::takeBackRequested);
    m_layout->addWidget(m_takeBack, 0, Qt::AlignLeft);
}

void ResultView::follow(VisitorNotice &notice)
{
    const auto say = [this](const QString &text, const char *role) {
        if (!m_seen)
            return; // the person went on to something else
        m_seen->setText(visibleLines(text));
        m_seen->setProperty("role", QLatin1String(role));
        m_seen->setVisible(!text.isEmpty());
        m_seen->style()->unpolish(m_seen);
        m_seen->style()->polish(m_seen);
    };
    connect(&notice, &VisitorNotice::started, this,
            [say] { say(tr("Looking at it as visitors do…"), "muted"); });
    connect(&notice, &VisitorNotice::finished, this,
            [this, say](const delivery::VisitorLook &look, qint64 before) {
                const QStringList wrong = delivery::sentencesOf(look);
                const QString fine =
                    tr("%n address(es) were asked for, and visitors get what was published.",
                       nullptr, look.asked);
                say(wrong.isEmpty() ? fine : wrong.join(u'\n'),
                    look.isWrong() ? "danger" : "muted");
                if (m_takeBack)
                    m_takeBack->setVisible(look.isBrokenByRules && before > 0);
            });
}

void ResultView::follow(SearchNotice &notice)
{
    m_told = &notice;
    connect(&notice, &SearchNotice::started, this,
            [this] { showNotice(tr("Telling search engines…"), true, false); });
    connect(&notice, &SearchNotice::finished, this,
            [this](const QString &text, int waiting) { showNotice(text, false, waiting > 0); });
}

void ResultView::addNoticeRow()
{
    m_notice = new QWidget(this);
    auto *row = new QHBoxLayout(m_notice);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(style::gap);
    auto *text = new QLabel(m_notice);
    text->setObjectName(QStringLiteral("searchEngines"));
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    style::markMuted(text);
    auto *stop = new QPushButton(tr("Cancel"), m_notice);
    stop->setObjectName(QStringLiteral("stopTelling"));
    auto *again = new QPushButton(tr("Send now"), m_notice);
    again->setObjectName(QStringLiteral("tellAgain"));
    row->addWidget(text, 1);
    row->addWidget(stop);
    row->addWidget(again);
    connect(stop, &QPushButton::clicked, this, [this] { m_told->cancel(); });
    connect(again, &QPushButton::clicked, this, [this] { m_told->sendWaiting(); });
    m_notice->hide();
    m_layout->addWidget(m_notice);
}

void ResultView::showNotice(const QString &text, bool isRunning, bool mayRetry)
{
    if (!m_notice)
        return; // the person went on to something else
    m_notice->findChild<QLabel *>(QStringLiteral("searchEngines"))->setText(text);
    m_notice->findChild<QPushButton *>(QStringLiteral("stopTelling"))->setVisible(isRunning);
    m_notice->findChild<QPushButton *>(QStringLiteral("tellAgain"))->setVisible(mayRetry);
    m_notice->setVisible(!text.isEmpty());
}

void ResultView::showError(const publish::Target &target, const Error &error, bool wasPublishing)
{
    addError(target, error, wasPublishing, {});
}

void ResultView::showLocked(const publish::Target &target, const Error &error, bool wasPublishing,
                            const publish::HeldLock &held)
{
    QHBoxLayout *row = addError(target, error, wasPublishing, lockText(held));
    auto *breaking = new QPushButton(tr("Break this lock…"), this);
    breaking->setObjectName(QStringLiteral("breakLock"));
    connect(breaking, &QPushButton::clicked, this,
            [this, held] { askToBreak(held, this, [this] { Q_EMIT breakLockRequested(); }); });
    constexpr int behindRetry = 1;
    row->insertWidget(behindRetry, breaking);
}

QHBoxLayout *ResultView::addError(const publish::Target &target, const Error &error,
                                  bool wasPublishing, const QString &more)
{
    const bool cancelled = error.code == ErrorCode::Cancelled;
    begin(cancelled       ? tr("Stopped")
          : wasPublishing ? tr("Not published to %1").arg(target.name)
                          : tr("%1 could not be compared").arg(target.name),
          cancelled ? QStringLiteral("info") : QStringLiteral("error"));
    if (!cancelled)
        addText(error.text)->setObjectName(QStringLiteral("error"));
    if (!more.isEmpty())
        addText(more)->setObjectName(QStringLiteral("lockOwner"));
    addText(stateText(error, wasPublishing), "muted");
    const bool settings = error.code == ErrorCode::Network || error.code == ErrorCode::NotFound ||
                          error.code == ErrorCode::AuthenticationFailed ||
                          error.code == ErrorCode::PermissionDenied;
    return addButtons(true, settings);
}

} // namespace kakehashi::ui
