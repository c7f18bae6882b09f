#include "ui/check/decisions/termtable.h"

#include "ui/shell/rowdelegate.h"
#include "ui/style/style.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace kakehashi::ui {

TermTable::TermTable(const QList<check::SiteTerm> &terms, QWidget *parent)
    : QWidget(parent), m_table(new QTableWidget(0, ColumnCount, this))
{
    auto *note = new QLabel(tr("Words of this site, besides the dictionary that comes with the "
                               "program. Leave \"Write\" empty for a word that is right as it "
                               "stands. Rows of a spreadsheet can be pasted."),
                            this);
    note->setWordWrap(true);
    style::markMuted(note);
    m_table->setHorizontalHeaderLabels(
        {tr("Not"), tr("Write"), tr("Reason (shown to the writer)")});
    m_table->setAccessibleName(tr("Terms of this site"));
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setProperty("role", QStringLiteral("boxed"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(style::rowHeight);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->installEventFilter(this);
    for (const check::SiteTerm &term : terms)
        addRow(term);
    auto *add = new QPushButton(tr("Add a term"), this);
    add->setObjectName(QStringLiteral("addTerm"));
    m_remove = new QPushButton(tr("Remove"), this);
    m_remove->setObjectName(QStringLiteral("removeTerm"));
    m_remove->setEnabled(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(style::gap);
    buttons->addWidget(add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(style::margin, style::margin, style::margin, style::margin);
    layout->setSpacing(style::gap);
    layout->addWidget(note);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    setFocusProxy(m_table);
    connect(add, &QPushButton::clicked, this, &TermTable::addAndEdit);
    connect(m_remove, &QPushButton::clicked, this, &TermTable::removeSelected);
    connect(m_table, &QTableWidget::itemSelectionChanged, this,
            [this] { m_remove->setEnabled(!m_table->selectedItems().isEmpty()); });
}

void TermTable::addRow(const check::SiteTerm &term)
{
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    auto *written = new QTableWidgetItem(term.written);
    written->setData(Qt::UserRole, term.id.toString());
    m_table->setItem(row, WrittenColumn, written);
    m_table->setItem(row, WantedColumn, new QTableWidgetItem(term.wanted));
    m_table->setItem(row, ReasonColumn, new QTableWidgetItem(term.reason));
}

void TermTable::addAndEdit()
{
    addRow({});
    const int row = m_table->rowCount() - 1;
    m_table->setCurrentCell(row, WrittenColumn);
    m_table->editItem(m_table->item(row, WrittenColumn));
}

void TermTable::removeSelected()
{
    QSet<int> rows;
    const QModelIndexList selected = m_table->selectionModel()->selectedIndexes();
    for (const QModelIndex &index : selected)
        rows.insert(index.row());
    QList<int> last(rows.cbegin(), rows.cend());
    std::sort(last.begin(), last.end(), std::greater<>());
    for (const int row : std::as_const(last))
        m_table->removeRow(row);
}

QList<check::SiteTerm> TermTable::terms() const
{
    QList<check::SiteTerm> terms;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QTableWidgetItem *written = m_table->item(row, WrittenColumn);
        terms.append({Ulid::fromString(written->data(Qt::UserRole).toString()), written->text(),
                      m_table->item(row, WantedColumn)->text(),
                      m_table->item(row, ReasonColumn)->text()});
    }
    return terms;
}

int TermTable::paste(const QString &text)
{
    int added = 0;
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        const QStringList cells = line.split(u'\t'); // each is trimmed, "\r" too
        if (cells.constFirst().trimmed().isEmpty())
            continue;
        addRow({{}, cells.value(0).trimmed(), cells.value(1).trimmed(), cells.value(2).trimmed()});
        ++added;
    }
    if (added > 0)
        m_table->setCurrentCell(m_table->rowCount() - 1, WrittenColumn);
    return added;
}

bool TermTable::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_table || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    if (key->matches(QKeySequence::Paste))
        return paste(QGuiApplication::clipboard()->text()) > 0;
    if (key->matches(QKeySequence::Delete)) {
        removeSelected();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace kakehashi::ui
