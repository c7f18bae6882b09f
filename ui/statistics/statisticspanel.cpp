#include "ui/statistics/statisticspanel.h"

#include "statistics/seriesrepository.h"
#include "ui/editing/undofocus.h"
#include "ui/shell/feature.h"
#include "ui/shell/rowdelegate.h"
#include "ui/shell/session.h"
#include "ui/shell/undoable.h"
#include "ui/statistics/seriesdialog.h"
#include "ui/statistics/seriestable.h"
#include "ui/style/style.h"

#include <QLabel>
#include <QListWidget>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace kakehashi::ui {

StatisticsPanel::StatisticsPanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_list(new QListWidget(this))
    , m_table(new SeriesTable(session, this))
{
    m_list->setAccessibleName(tr("Series"));
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *left = new QWidget(this);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(m_list, 1);
    auto *splitter = new QSplitter(this);
    splitter->setHandleWidth(1);
    splitter->addWidget(left);
    splitter->addWidget(m_table);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({320, 900});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    setFocusProxy(m_list);
    connect(m_list, &QListWidget::currentRowChanged, this, &StatisticsPanel::showCurrent);
    connect(m_table, &SeriesTable::propertiesRequested, this, &StatisticsPanel::askForSeries);
    connect(m_table, &SeriesTable::seriesRequested, this, [this](const Ulid &wanted) {
        m_current = wanted;
        m_series.clear(); // select anew
        reload();
    });
    UndoFocus::setStack(this, &m_table->undoStack());
    connect(&session, &Session::siteChanged, this, &StatisticsPanel::reload);
    reload();
}

QWidget *StatisticsPanel::makeHeader()
{
    auto *header = new QWidget(this);
    style::markStrip(header);
    auto *name = new QLabel(tr("Statistics"), header);
    style::markHeading(name);
    auto *add = new QToolButton(header);
    add->setIcon(style::icon(QStringLiteral("new")));
    add->setToolTip(tr("New series"));
    add->setAccessibleName(add->toolTip());
    connect(add, &QToolButton::clicked, this, [this] { askForSeries({}); });
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(style::margin, style::gap, style::gap, style::gap);
    layout->addWidget(name, 1);
    layout->addWidget(add);
    return header;
}

void StatisticsPanel::reload()
{
    const auto series = m_session.workspace().series().list();
    if (!series)
        return m_session.showError(series.error());
    if (*series == m_series && !m_series.isEmpty())
        return showCurrent();
    m_series = *series;
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const statistics::Series &each : std::as_const(m_series)) {
        m_list->addItem(each.title);
        m_list->item(m_list->count() - 1)->setToolTip(each.title);
        if (each.id == m_current)
            m_list->setCurrentRow(m_list->count() - 1);
    }
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
    showCurrent();
}

void StatisticsPanel::showCurrent()
{
    const int row = m_list->currentRow();
    m_current = row < 0 ? Ulid() : m_series.at(row).id;
    m_table->showSeries(m_current);
}

void StatisticsPanel::askForSeries(const statistics::Series &series)
{
    auto *dialog = new SeriesDialog(series, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const statistics::Series wanted = dialog->series();
        doUndoably(m_session, tr("“%1” is stored.").arg(wanted.title), [&]() -> Result<void> {
            const auto stored = m_session.workspace().series().save(wanted);
            if (!stored)
                return passOn(stored);
            m_current = stored->id;
            return {};
        });
    });
    dialog->open();
}

void registerStatistics(Registry &registry)
{
    registry.add({.id = QStringLiteral("statistics"),
                  .title = StatisticsPanel::tr("Statistics"),
                  .icon = QStringLiteral("statistics"),
                  .order = 60,
                  .make = [](Session &session, QWidget *parent) -> QWidget * {
                      return new StatisticsPanel(session, parent);
                  }});
}

} // namespace kakehashi::ui
