#include "ui/editor/fields/tablefield.h"

#include "statistics/figure.h"
#include "ui/shell/rowdelegate.h"
#include "ui/shell/text/kindtext.h"
#include "ui/style/style.h"

#include <QComboBox>
#include <QHeaderView>
#include <QJsonObject>
#include <QScopedValueRollback>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace kakehashi::ui {

namespace {

/// A list of words in the cells of a choice column.
class ChoiceDelegate final : public QStyledItemDelegate
{
public:
    ChoiceDelegate(QStringList choices, QObject *parent)
        : QStyledItemDelegate(parent), m_choices(std::move(choices))
    {}

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &,
                          const QModelIndex &) const override
    {
        auto *box = new QComboBox(parent);
        box->setEditable(true);
        box->addItems(m_choices);
        return box;
    }
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        static_cast<QComboBox *>(editor)->setEditText(index.data(Qt::EditRole).toString());
    }
    void setModelData(QWidget *editor, QAbstractItemModel *model,
                      const QModelIndex &index) const override
    {
        model->setData(index, static_cast<QComboBox *>(editor)->currentText());
    }

private:
    QStringList m_choices;
};

// The value that a cell was filled with; what nobody edits is never read from what is shown.
constexpr int valueRole = Qt::UserRole;

/// Tab walks through the cells and goes on from the last, where a table by itself begins again.
class CellTable final : public QTableWidget
{
public:
    using QTableWidget::QTableWidget;

protected:
    bool focusNextPrevChild(bool next) override
    {
        const bool isAtEnd =
            next ? currentRow() == rowCount() - 1 && currentColumn() == columnCount() - 1
                 : currentRow() <= 0 && currentColumn() <= 0;
        if (isAtEnd || rowCount() == 0)
            return QAbstractScrollArea::focusNextPrevChild(next);
        return QTableWidget::focusNextPrevChild(next);
    }
};

QString cellText(const QJsonValue &value)
{
    return value.isDouble() ? statistics::editText(value.toDouble()) : value.toVariant().toString();
}

QTableWidgetItem *makeCell(const QJsonValue &value)
{
    auto *item = new QTableWidgetItem(cellText(value));
    item->setData(valueRole, value.toVariant());
    return item;
}

QJsonValue cellValue(const content::Field &column, const QTableWidgetItem &cell)
{
    const QString text = cell.text();
    const QJsonValue before = QJsonValue::fromVariant(cell.data(valueRole));
    if (text == cellText(before))
        return before;
    if (column.type != content::FieldType::Number)
        return text;
    const auto read = statistics::readFigure(text);
    return read && *read ? QJsonValue(**read) : QJsonValue(text);
}

} // namespace

TableField::TableField(const content::Field &field, QWidget *parent)
    : FieldEditor(parent), m_columns(field.columns), m_table(new CellTable(this))
{
    QStringList labels;
    for (const content::Field &column : m_columns)
        labels << labelOf(column);
    m_table->setColumnCount(static_cast<int>(m_columns.size()));
    m_table->setHorizontalHeaderLabels(labels);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setProperty("role", QStringLiteral("boxed"));
    m_table->setAccessibleName(labelOf(field));
    m_table->setTabKeyNavigation(true);
    for (qsizetype i = 0; i < m_columns.size(); ++i) {
        if (m_columns.at(i).type == content::FieldType::Choice)
            m_table->setItemDelegateForColumn(static_cast<int>(i),
                                              new ChoiceDelegate(m_columns.at(i).choices, m_table));
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(style::hairGap);
    layout->addWidget(m_table);
    layout->addWidget(makeButtons());
    setFocusProxy(m_table);
    connect(m_table, &QTableWidget::cellChanged, this, [this] {
        announce();
        Q_EMIT left(); // each cell is an edit of its own
    });
    fitHeight();
}

QWidget *TableField::makeButtons()
{
    auto *bar = new QWidget(this);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(style::hairGap);
    const auto add = [&](const QString &icon, const QString &text, auto run) {
        auto *button = new QToolButton(bar);
        button->setIcon(style::icon(icon));
        button->setToolTip(text);
        button->setAccessibleName(text);
        connect(button, &QToolButton::clicked, this, run);
        layout->addWidget(button);
    };
    add(QStringLiteral("new"), tr("Add a row"), [this] { addRow(); });
    add(QStringLiteral("minus"), tr("Remove the row"), [this] { removeRow(); });
    add(QStringLiteral("up"), tr("Row up"), [this] { moveRow(-1); });
    add(QStringLiteral("down"), tr("Row down"), [this] { moveRow(1); });
    layout->addStretch();
    return bar;
}

void TableField::setValue(const QJsonValue &value)
{
    const QJsonArray wanted = value.toArray();
    if (rows() == wanted)
        return;
    const QScopedValueRollback showing(m_showing, true);
    m_table->setRowCount(static_cast<int>(wanted.size()));
    for (int row = 0; row < m_table->rowCount(); ++row)
        showRow(row, wanted.at(row).toObject());
    fitHeight();
}

void TableField::showRow(int row, const QJsonObject &cells)
{
    for (int column = 0; column < m_table->columnCount(); ++column) {
        m_table->setItem(row, column, makeCell(cells.value(m_columns.at(column).name)));
    }
}

QJsonArray TableField::rows() const
{
    QJsonArray array;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        QJsonObject cells;
        for (int column = 0; column < m_table->columnCount(); ++column) {
            const QTableWidgetItem *item = m_table->item(row, column);
            if (item && !item->text().isEmpty())
                cells.insert(m_columns.at(column).name, cellValue(m_columns.at(column), *item));
        }
        array.append(cells);
    }
    return array;
}

void TableField::announce()
{
    if (!m_showing)
        Q_EMIT edited(rows());
}

void TableField::addRow()
{
    const int row = m_table->currentRow() < 0 ? m_table->rowCount() : m_table->currentRow() + 1;
    {
        const QScopedValueRollback showing(m_showing, true);
        m_table->insertRow(row);
        showRow(row, {});
    }
    m_table->setCurrentCell(row, 0);
    m_table->editItem(m_table->item(row, 0));
    fitHeight();
    announce();
    Q_EMIT left();
}

void TableField::removeRow()
{
    if (m_table->currentRow() < 0)
        return;
    m_table->removeRow(m_table->currentRow());
    fitHeight();
    announce();
    Q_EMIT left();
}

void TableField::moveRow(int by)
{
    const int row = m_table->currentRow();
    const int other = row + by;
    if (row < 0 || other < 0 || other >= m_table->rowCount())
        return;
    const QJsonArray all = rows();
    {
        const QScopedValueRollback showing(m_showing, true);
        showRow(row, all.at(other).toObject());
        showRow(other, all.at(row).toObject());
    }
    m_table->setCurrentCell(other, m_table->currentColumn());
    announce();
    Q_EMIT left();
}

void TableField::fitHeight()
{
    m_table->resizeRowsToContents();
    int height = m_table->horizontalHeader()->sizeHint().height() + 4;
    for (int row = 0; row < m_table->rowCount(); ++row)
        height += m_table->rowHeight(row);
    m_table->setFixedHeight(std::clamp(height, 96, 360));
}

} // namespace kakehashi::ui
