#include "ui/statistics/seriestable.h"

#include "base/text.h"
#include "statistics/seriesrepository.h"
#include "ui/shell/rowdelegate.h"
#include "ui/shell/session.h"
#include "ui/shell/text/datetext.h"
#include "ui/style/style.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTableWidget>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace kakehashi::ui {

using statistics::Observation;
using statistics::Period;

QString periodText(Period period, const QDate &date)
{
    switch (period) {
    case Period::Month:
        return monthText(date);
    case Period::Year:
        return date.toString(QStringLiteral("yyyy"));
    case Period::FiscalYear:
        return eraFiscalYear(date);
    }
    return {};
}

QDate nextPeriod(Period period, const QDate &date)
{
    return period == Period::Month ? date.addMonths(1) : date.addYears(1);
}

bool readValue(const QString &text, std::optional<double> &value)
{
    QString plain = folded(text);
    plain.remove(u',');
    if (plain.isEmpty() || plain == QLatin1String("-") || plain == QLatin1String("−")) {
        value.reset();
        return true;
    }
    bool isNumber = false;
    value = plain.toDouble(&isNumber);
    return isNumber;
}

SeriesTable::SeriesTable(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_title(new QLabel(this))
    , m_facts(new QLabel(this))
    , m_table(new QTableWidget(this))
{
    m_table->setColumnCount(4);
    m_table->setHorizontalHeaderLabels({tr("Period"), tr("Value"), tr("Preliminary"), tr("Note")});
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->hide();
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setAccessibleName(tr("Values"));
    m_table->setColumnWidth(PeriodColumn, 140);
    m_table->setColumnWidth(ValueColumn, 140);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_table, 1);
    setFocusProxy(m_table);
    connect(m_table, &QTableWidget::cellChanged, this, [this](int row) { takeCell(row); });
}

QWidget *SeriesTable::makeHeader()
{
    auto *header = new QWidget(this);
    style::markStrip(header);
    style::markHeading(m_title);
    style::markMuted(m_facts);
    m_facts->setWordWrap(true);
    auto *add = new QPushButton(style::icon(QStringLiteral("new")), tr("Next period"), header);
    auto *properties = new QPushButton(tr("Properties…"), header);
    auto *remove = new QToolButton(header);
    remove->setIcon(style::icon(QStringLiteral("trash")));
    remove->setToolTip(tr("Delete the value of this period"));
    remove->setAccessibleName(remove->toolTip());
    auto *line = new QHBoxLayout;
    line->addWidget(m_title, 1);
    line->addWidget(remove);
    line->addWidget(properties);
    line->addWidget(add);
    auto *layout = new QVBoxLayout(header);
    layout->setContentsMargins(style::margin, style::gap, style::margin, style::gap);
    layout->setSpacing(style::hairGap);
    layout->addLayout(line);
    layout->addWidget(m_facts);
    connect(add, &QPushButton::clicked, this, &SeriesTable::addNext);
    connect(remove, &QToolButton::clicked, this, &SeriesTable::removeCurrent);
    connect(properties, &QPushButton::clicked, this,
            [this] { Q_EMIT propertiesRequested(m_data.series); });
    return header;
}

void SeriesTable::showSeries(const Ulid &series)
{
    setEnabled(!series.isNull());
    const auto read = series.isNull() ? Result<statistics::SeriesData>(statistics::SeriesData())
                                      : m_session.workspace().series().data(series);
    if (!read)
        return m_session.showError(read.error());
    m_data = *read;
    const QScopedValueRollback showing(m_showing, true);
    m_title->setText(m_data.series.title);
    QStringList facts{m_data.series.name, m_data.series.unit, m_data.series.source};
    facts.removeAll(QString());
    m_facts->setText(facts.join(QStringLiteral("  ·  ")));
    const auto count = static_cast<int>(m_data.observations.size());
    m_table->setRowCount(count);
    for (int row = 0; row < count; ++row)
        showRow(row, m_data.observations.at(count - 1 - row));
}

void SeriesTable::showRow(int row, const Observation &observation)
{
    auto *period = new QTableWidgetItem(periodText(m_data.series.period, observation.date));
    period->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    period->setData(Qt::UserRole, observation.date);
    const QString number = observation.value
                               ? QLocale().toString(*observation.value, 'f', m_data.series.decimals)
                               : QStringLiteral("－");
    auto *value = new QTableWidgetItem(number);
    value->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto *preliminary = new QTableWidgetItem;
    preliminary->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    preliminary->setCheckState(observation.preliminary ? Qt::Checked : Qt::Unchecked);
    m_table->setItem(row, PeriodColumn, period);
    m_table->setItem(row, ValueColumn, value);
    m_table->setItem(row, PreliminaryColumn, preliminary);
    m_table->setItem(row, NoteColumn, new QTableWidgetItem(observation.note));
}

std::optional<Observation> SeriesTable::typed(int row)
{
    Observation observation;
    observation.date = m_table->item(row, PeriodColumn)->data(Qt::UserRole).toDate();
    observation.preliminary = m_table->item(row, PreliminaryColumn)->checkState() == Qt::Checked;
    observation.note = m_table->item(row, NoteColumn)->text().trimmed();
    const QString text = m_table->item(row, ValueColumn)->text();
    if (readValue(text, observation.value))
        return observation;
    m_session.showMessage(
        {.level = Message::Level::Error,
         .text = tr("“%1” in %2 is no number. The former value stays; leave the cell empty for a "
                    "figure that is not known.")
                     .arg(text, periodText(m_data.series.period, observation.date))});
    return std::nullopt;
}

void SeriesTable::takeCell(int row)
{
    if (m_showing)
        return;
    if (const auto observation = typed(row))
        store(*observation);
    // Queued: the cell's editor is still closing.
    QTimer::singleShot(0, this, [this] { showSeries(m_data.series.id); });
}

void SeriesTable::store(const Observation &observation)
{
    const auto former =
        std::find_if(m_data.observations.cbegin(), m_data.observations.cend(),
                     [&](const Observation &each) { return each.date == observation.date; });
    const bool isSame = former != m_data.observations.cend() && *former == observation;
    if (isSame)
        return;
    const Ulid series = m_data.series.id;
    if (const auto stored = m_session.workspace().series().put(series, {observation}); !stored)
        m_session.showError(stored.error());
}

void SeriesTable::addNext()
{
    const Period period = m_data.series.period;
    const QDate today = m_session.workspace().clock().now().toTimeZone(japanTime()).date();
    const QDate date = m_data.observations.isEmpty()
                           ? statistics::periodStart(period, today)
                           : nextPeriod(period, m_data.observations.constLast().date);
    store({.date = date});
    showSeries(m_data.series.id);
    m_table->setCurrentCell(0, ValueColumn);
    m_table->editItem(m_table->item(0, ValueColumn));
}

void SeriesTable::removeCurrent()
{
    const int row = m_table->currentRow();
    if (row < 0)
        return;
    const Observation former = m_data.observations.at(m_data.observations.size() - 1 - row);
    const Ulid series = m_data.series.id;
    if (const auto gone = m_session.workspace().series().removeObservation(series, former.date);
        !gone)
        return m_session.showError(gone.error());
    showSeries(series);
    m_session.showMessage(
        {.level = Message::Level::Info,
         .text =
             tr("The value of %1 is deleted.").arg(periodText(m_data.series.period, former.date)),
         .actionText = tr("Put back"),
         .action = [&session = m_session, series, former] {
             const auto stored = session.workspace().series().put(series, {former});
             if (!stored)
                 session.showError(stored.error());
         }});
}

} // namespace kakehashi::ui
