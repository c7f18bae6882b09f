#include "ui/targets/scheduleview.h"

#include "ui/style/style.h"

#include <QClipboard>
#include <QComboBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kakehashi::ui {
namespace {

constexpr int textLines = 9;

} // namespace

ScheduleView::ScheduleView(QWidget *parent)
    : QWidget(parent), m_system(new QComboBox(this)), m_text(new QPlainTextEdit(this))
{
    auto *why = new QLabel(
        tr("A page or banner with a date appears on time only if something publishes then. Paste "
           "this into a terminal of a computer that is switched on; every five minutes it "
           "publishes what has become due, and nothing else."),
        this);
    why->setWordWrap(true);
    style::markMuted(why);
    m_system->addItem(tr("Linux (systemd)"), static_cast<int>(Scheduler::Systemd));
    m_system->addItem(tr("Windows (Task Scheduler)"), static_cast<int>(Scheduler::TaskScheduler));
    m_system->addItem(tr("macOS (launchd)"), static_cast<int>(Scheduler::Launchd));
    m_system->setCurrentIndex(m_system->findData(static_cast<int>(schedulerHere())));
    m_system->setAccessibleName(tr("System"));
    m_text->setObjectName(QStringLiteral("schedule"));
    m_text->setReadOnly(true);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setFixedHeight(textLines * m_text->fontMetrics().lineSpacing() + 2 * style::gap);
    m_text->setAccessibleName(tr("What to paste"));
    auto *copy = new QPushButton(tr("Copy"), this);
    auto *row = new QHBoxLayout;
    row->addWidget(m_system);
    row->addWidget(copy);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(style::gap);
    layout->addWidget(why);
    layout->addLayout(row);
    layout->addWidget(m_text);
    connect(m_system, &QComboBox::currentIndexChanged, this, &ScheduleView::refresh);
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
}

void ScheduleView::showFor(const QString &siteFolder, const QString &target)
{
    m_publish = {commandLineProgram(), siteFolder, target};
    refresh();
}

void ScheduleView::refresh()
{
    const auto system = static_cast<Scheduler>(m_system->currentData().toInt());
    m_text->setPlainText(scheduleText(system, m_publish));
}

} // namespace kakehashi::ui
