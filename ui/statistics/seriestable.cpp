#include "ui/statistics/seriestable.h"

#include "base/text.h"
#include "statistics/figure.h"
#include "statistics/seriesrepository.h"
#include "ui/editing/undofocus.h"
#include "ui/shell/rowdelegate.h"
#include "ui/shell/session.h"
#include "ui/shell/text/datetext.h"
#include "ui/shell/unfinished.h"
#include "ui/statistics/celldelegate.h"
#include "ui/statistics/changeobservation.h"
#include "ui/statistics/figurequestion.h"
#include "ui/style/style.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPointer>
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

SeriesTable::SeriesTable(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_title(new QLabel(this))
    , m_facts(new QLabel(this))
    , m_question(new FigureQuestion(this))
    , m_table(new QTableWidget(this))
    , m_cells(new CellDelegate(m_table))
{
    makeTable();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(m_question);
    layout->addWidget(m_table, 1);
    setFocusProxy(m_table);
    UndoFocus::setStack(this, &m_undo);
    Unfinished::of(session).add(this, [this] { return unfinished(); });
    connect(m_question, &FigureQuestion::confirmed, this, &SeriesTable::confirm);
    connect(m_question, &FigureQuestion::corrected, this, &SeriesTable::correct);
    connect(m_question, &FigureQuestion::discarded, this, &SeriesTable::discard);
}

void SeriesTable::makeTable()
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
    m_table->setItemDelegateForColumn(ValueColumn, m_cells);
    m_table->setItemDelegateForColumn(NoteColumn, m_cells);
    connect(m_cells, &CellDelegate::typed, this, &SeriesTable::takeText);
    connect(m_cells, &CellDelegate::undoRequested, &m_undo, &QUndoStack::undo);
    connect(m_table, &QTableWidget::cellChanged, this, [this](int row, int column) {
        if (!m_showing && column == PreliminaryColumn)
            takePreliminary(row);
    });
}

QWidget *SeriesTable::makeHeader()
{
    auto *header = new QWidget(this);
    style::markStrip(header);
    style::markHeading(m_title);
    m_title->setWordWrap(true);
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
    // A cell that is open keeps what is being typed while nothing of the series has changed.
    const bool isSame = read->series == m_data.series && read->observations == m_data.observations;
    m_data = *read;
    const QScopedValueRollback showing(m_showing, true);
    m_title->setText(m_data.series.title);
    QStringList facts{m_data.series.name, m_data.series.unit, m_data.series.source};
    facts.removeAll(QString());
    m_facts->setText(facts.join(QStringLiteral("  ·  ")));
    const auto count = static_cast<int>(m_data.observations.size());
    m_table->setRowCount(count);
    for (int row = 0; row < count; ++row) {
        if (isSame)
            showValue(row, observationAt(row));
        else
            showRow(row, observationAt(row));
    }
    showQuestion();
}

void SeriesTable::showRow(int row, const Observation &observation)
{
    auto *period = new QTableWidgetItem(periodText(m_data.series.period, observation.date));
    period->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    period->setData(Qt::UserRole, observation.date);
    auto *preliminary = new QTableWidgetItem;
    preliminary->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    preliminary->setCheckState(observation.preliminary ? Qt::Checked : Qt::Unchecked);
    auto *note = new QTableWidgetItem(observation.note);
    note->setData(CellDelegate::EditTextRole, observation.note);
    m_table->setItem(row, PeriodColumn, period);
    m_table->setItem(row, PreliminaryColumn, preliminary);
    m_table->setItem(row, NoteColumn, note);
    showValue(row, observation);
}

void SeriesTable::showValue(int row, const Observation &observation)
{
    const Unsettled *unsettled = unsettledAt(observation.date);
    const QString stored = statistics::editText(observation.value);
    const QString edited = unsettled ? unsettled->text : stored;
    const QString known = observation.value ? shown(*observation.value) : QStringLiteral("－");
    const QString text = unsettled ? unsettled->text : known;
    const QTableWidgetItem *there = m_table->item(row, ValueColumn);
    if (there && there->text() == text && there->data(CellDelegate::EditTextRole) == edited)
        return;
    auto *item = new QTableWidgetItem(text);
    item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    item->setData(CellDelegate::EditTextRole, edited);
    item->setToolTip(unsettled ? unsettled->question : stored);
    if (unsettled)
        item->setForeground(style::tokens().danger);
    m_table->setItem(row, ValueColumn, item);
}

/// As the site shows it.
QString SeriesTable::shown(double value) const
{
    return QLocale().toString(value, 'f', m_data.series.decimals);
}

Observation SeriesTable::observationAt(int row) const
{
    return m_data.observations.at(m_data.observations.size() - 1 - row);
}

int SeriesTable::rowOf(const QDate &date) const
{
    for (int row = 0; row < m_data.observations.size(); ++row) {
        if (observationAt(row).date == date)
            return row;
    }
    return -1;
}

void SeriesTable::takeText(const QModelIndex &cell, const QString &text)
{
    Observation observation = observationAt(cell.row());
    if (cell.column() == ValueColumn) {
        takeFigure(observation, text);
    } else {
        observation.note = text.trimmed();
        store(observation, tr("Note"));
    }
    // Queued: the cell's editor is still closing.
    QTimer::singleShot(0, this, [this] { showSeries(m_data.series.id); });
}

void SeriesTable::takePreliminary(int row)
{
    Observation observation = observationAt(row);
    observation.preliminary = m_table->item(row, PreliminaryColumn)->checkState() == Qt::Checked;
    store(observation, tr("Preliminary"));
    // What could not be stored is not shown as if it were.
    QTimer::singleShot(0, this, [this] {
        const Ulid series = m_data.series.id;
        m_data.observations.clear();
        showSeries(series);
    });
}

void SeriesTable::change(const QDate &date, const std::optional<Observation> &after,
                         const QString &text)
{
    const std::optional<Observation> before = observationIn(m_data, date);
    if (before == after)
        return;
    m_undo.push(new ChangeObservation(
        m_session, {m_data.series.id, date, before, after},
        [self = QPointer(this)](const Ulid &series, const QDate &day) {
            if (self)
                self->reveal(series, day);
        },
        text));
}

void SeriesTable::store(const Observation &observation, const QString &text)
{
    change(observation.date, observation, text);
}

void SeriesTable::reveal(const Ulid &series, const QDate &date)
{
    if (series != m_data.series.id)
        Q_EMIT seriesRequested(series);
    showSeries(series);
    if (const int row = rowOf(date); row >= 0 && m_table->currentRow() != row)
        m_table->setCurrentCell(row, ValueColumn);
}

void SeriesTable::addNext()
{
    const Period period = m_data.series.period;
    const QDate today = m_session.workspace().clock().now().toTimeZone(japanTime()).date();
    const QDate date = m_data.observations.isEmpty()
                           ? statistics::periodStart(period, today)
                           : nextPeriod(period, m_data.observations.constLast().date);
    store({.date = date}, tr("Next period"));
    showSeries(m_data.series.id);
    m_table->setCurrentCell(0, ValueColumn);
    m_table->editItem(m_table->item(0, ValueColumn));
}

void SeriesTable::removeCurrent()
{
    const int row = m_table->currentRow();
    if (row < 0)
        return;
    const Observation former = observationAt(row);
    const Ulid series = m_data.series.id;
    settle(former.date);
    change(former.date, std::nullopt, tr("Delete"));
    showSeries(series);
    m_session.showMessage(
        {.level = Message::Level::Info,
         .text =
             tr("The value of %1 is deleted.").arg(periodText(m_data.series.period, former.date)),
         .actionText = tr("Put back"),
         .action = [self = QPointer(this), series, former] {
             if (self)
                 self->putBack(series, former);
         }});
}

void SeriesTable::putBack(const Ulid &series, const Observation &former)
{
    if (series != m_data.series.id)
        Q_EMIT seriesRequested(series);
    showSeries(series);
    store(former, tr("Put back"));
    showSeries(series);
}

} // namespace kakehashi::ui
