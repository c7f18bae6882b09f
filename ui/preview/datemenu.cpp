#include "ui/preview/datemenu.h"

#include "base/clock.h"
#include "ui/shell/text/datetext.h"
#include "ui/style/style.h"

#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>
#include <QWidgetAction>

namespace kakehashi::ui {
namespace {

/// Digits that can be typed over; the era, which no date field knows, is said below the field.
QString fieldFormat()
{
    return QLocale().language() == QLocale::Japanese ? QStringLiteral("yyyy年M月d日 HH:mm")
                                                     : QStringLiteral("yyyy-MM-dd HH:mm");
}

} // namespace

DateMenu::DateMenu(QWidget *parent) : QMenu(parent)
{
    connect(addAction(tr("As it is &now")), &QAction::triggered, this,
            [this] { Q_EMIT chosen(QDateTime()); });
    addSection(tr("At another date"));
    addPicker();
    addSeparator();
    QAction *live = addAction(tr("Only what is &published"));
    live->setCheckable(true);
    connect(live, &QAction::toggled, this, &DateMenu::publicOnlyChosen);
}

void DateMenu::addPicker()
{
    auto *row = new QWidget(this);
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(style::margin, style::hairGap, style::margin, style::hairGap);
    layout->setSpacing(style::hairGap);
    auto *line = new QHBoxLayout;
    // Windows of pages and banners are Japanese time whatever this computer is set to.
    // UTC here only keeps the field from skipping an hour where this computer has summer time.
    const QDateTime now = QDateTime::currentDateTimeUtc().toTimeZone(japanTime());
    m_edit = new QDateTimeEdit(row);
    m_edit->setTimeSpec(Qt::UTC);
    m_edit->setDateTime(QDateTime(now.date(), now.time(), Qt::UTC));
    m_edit->setDisplayFormat(fieldFormat());
    m_edit->setCalendarPopup(true);
    m_edit->setAccessibleName(tr("Date and time to look at (Japan)"));
    auto *show = new QPushButton(tr("Show"), row);
    line->addWidget(m_edit);
    line->addWidget(show);
    layout->addLayout(line);
    if (QLocale().language() == QLocale::Japanese) {
        auto *era = new QLabel(dateText(m_edit->date()), row);
        style::markMuted(era);
        layout->addWidget(era);
        connect(m_edit, &QDateTimeEdit::dateChanged, era,
                [era](const QDate &date) { era->setText(dateText(date)); });
    }
    auto *action = new QWidgetAction(this);
    action->setDefaultWidget(row);
    addAction(action);
    connect(show, &QPushButton::clicked, this, [this] {
        const QDateTime japan(m_edit->date(), m_edit->time(), japanTime());
        close();
        Q_EMIT chosen(japan.toUTC());
    });
}

} // namespace kakehashi::ui
