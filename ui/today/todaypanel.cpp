#include "ui/today/todaypanel.h"

#include "base/clock.h"
#include "base/text.h"
#include "content/site/siterepository.h"
#include "ui/shell/background.h"
#include "ui/shell/column.h"
#include "ui/shell/feature.h"
#include "ui/shell/mark.h"
#include "ui/shell/session.h"
#include "ui/style/style.h"
#include "ui/today/todayrow.h"

#include <QFrame>
#include <QLabel>
#include <QLocale>
#include <QTimer>
#include <QVBoxLayout>

namespace kakehashi::ui {
namespace {

constexpr int linesShown = 8;
constexpr int headSign = 28;

QString longDate(const QDate &date)
{
    return QLocale().language() == QLocale::Japanese
               ? eraDateWithWeekday(date)
               : QLocale().toString(date, QLocale::LongFormat);
}

/// The words of all rows: what a person sees of them.
QString wordsOf(const QList<TodayGroup> &groups)
{
    QString words;
    for (const TodayGroup &group : groups) {
        words += group.title + u'\n';
        for (const TodayLine &line : group.lines)
            words += line.icon + u'\t' + line.text + u'\t' + line.note + u'\n';
    }
    return words;
}

} // namespace

TodayPanel::TodayPanel(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_column(new Column(this, 720)), m_soon(new QTimer(this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_column);
    m_soon->setSingleShot(true);
    m_soon->setInterval(0);
    m_worker.setMaxThreadCount(1);
    connect(m_soon, &QTimer::timeout, this, &TodayPanel::refresh);
    connect(&m_session, &Session::siteChanged, m_soon, qOverload<>(&QTimer::start));
    connect(&m_session, &Session::pageSaved, m_soon, qOverload<>(&QTimer::start));
    connect(&m_session, &Session::badgeChanged, m_soon, qOverload<>(&QTimer::start));
    addHead(); // before anything is read
    m_column->content()->addStretch(1);
}

TodayPanel::~TodayPanel()
{
    m_worker.waitForDone();
}

void TodayPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_soon->start();
}

/// The rows that are there stay until the new ones are read.
void TodayPanel::refresh()
{
    if (!isVisible())
        return;
    m_again = m_reading;
    if (m_reading)
        return;
    m_reading = true;
    workspace::Workspace &site = m_session.workspace();
    runInBackground(
        m_worker, this,
        [folder = site.folder(), &clock = site.clock(), musts = TodayFacts(m_session).musts] {
            return readToday(folder, clock, musts);
        },
        [this](const Result<QList<TodayGroup>> &groups) {
            m_reading = false;
            if (groups)
                showGroups(*groups);
            else
                m_session.showError(groups.error());
            if (m_again)
                m_soon->start();
        });
}

void TodayPanel::showGroups(const QList<TodayGroup> &groups)
{
    tellNews(m_session, groups);
    const QString words = nameOfSite() + todayText() + wordsOf(groups);
    if (words == m_shown)
        return;
    m_shown = words;
    clearLayout(m_column->content());
    addHead();
    bool anythingDue = false;
    for (const TodayGroup &group : groups) {
        // What is always there (the targets) is not something due.
        const bool isLast = &group == &groups.constLast();
        if (isLast && !anythingDue)
            addNothingDue();
        anythingDue = anythingDue || !group.lines.isEmpty();
        addGroup(group);
    }
    m_column->content()->addStretch(1);
}

QString TodayPanel::nameOfSite() const
{
    const auto settings = m_session.workspace().site().settings();
    return settings ? settings->name : QString();
}

QString TodayPanel::todayText() const
{
    return longDate(m_session.workspace().clock().now().toTimeZone(japanTime()).date());
}

void TodayPanel::addHead()
{
    m_column->addHeading(nameOfSite());
    m_column->addNote(todayText());
}

void TodayPanel::addGroup(const TodayGroup &group)
{
    if (group.lines.isEmpty())
        return;
    QLabel *title = m_column->addText(group.title);
    QFont font = title->font();
    font.setBold(true);
    title->setFont(font);
    title->setContentsMargins(0, style::margin, 0, 0);
    auto *card = new QFrame(m_column->widget());
    card->setProperty("role", QStringLiteral("card"));
    auto *rows = new QVBoxLayout(card);
    rows->setContentsMargins(1, 4, 1, 4);
    rows->setSpacing(0);
    for (const TodayLine &line :
         group.lines.first(std::min<qsizetype>(linesShown, group.lines.size()))) {
        auto *row = new TodayRow(line.icon, line.text, line.note, card);
        connect(row, &TodayRow::clicked, this, [this, go = line.go] { go(m_session); });
        rows->addWidget(row);
    }
    m_column->content()->addWidget(card);
    if (const auto more = group.lines.size() - linesShown; more > 0)
        m_column->addNote(tr("and %n more", nullptr, static_cast<int>(more)));
}

void TodayPanel::addNothingDue()
{
    auto *card = new QFrame(m_column->widget());
    card->setProperty("role", QStringLiteral("card"));
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(style::margin, style::margin, style::margin, style::margin);
    row->setSpacing(style::margin);
    auto *sign = new QLabel(card);
    sign->setPixmap(mark(QStringLiteral("success"), style::tokens().success, headSign));
    auto *text = new QLabel(tr("Nothing is waiting. All pages are published as they stand."), card);
    text->setWordWrap(true);
    row->addWidget(sign);
    row->addWidget(text, 1);
    m_column->content()->addSpacing(style::margin);
    m_column->content()->addWidget(card);
}

void registerToday(Registry &registry)
{
    Panel panel;
    panel.id = QStringLiteral("today");
    panel.title = TodayPanel::tr("Today");
    panel.icon = QStringLiteral("today");
    panel.order = 10;
    panel.place = PanelPlace::Full;
    panel.make = [](Session &session, QWidget *parent) -> QWidget * {
        return new TodayPanel(session, parent);
    };
    registry.add(panel);
}

} // namespace kakehashi::ui
