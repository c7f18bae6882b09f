#include "ui/check/decisions/weightview.h"

#include "ui/check/decisions/weightmodel.h"
#include "ui/check/findingtext.h"
#include "ui/style/style.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QTreeView>
#include <QVBoxLayout>

#include <array>

namespace kakehashi::ui {
namespace {

const std::array<check::Weight, 4> weights{Severity::Must, Severity::Should, Severity::Ask,
                                           std::nullopt};
constexpr int weightWidth = 200;
constexpr int whyLines = 3;

/// A list of the four weights; a choice counts at once.
class WeightDelegate final : public QStyledItemDelegate
{
public:
    WeightDelegate(WeightModel *model, QSortFilterProxyModel *shown, QObject *parent)
        : QStyledItemDelegate(parent), m_model(model), m_shown(shown)
    {}

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &,
                          const QModelIndex &) const override
    {
        auto *choice = new QComboBox(parent);
        for (const check::Weight weight : weights)
            choice->addItem(weightText(weight));
        auto *self = const_cast<WeightDelegate *>(this); // Qt's factories are const
        connect(choice, &QComboBox::activated, self, [self, choice] {
            Q_EMIT self->commitData(choice);
            Q_EMIT self->closeEditor(choice);
        });
        return choice;
    }

    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        const auto now = std::find(weights.begin(), weights.end(), m_model->weight(rowOf(index)));
        auto *choice = static_cast<QComboBox *>(editor);
        choice->setCurrentIndex(static_cast<int>(now - weights.begin()));
        choice->showPopup();
    }

    void setModelData(QWidget *editor, QAbstractItemModel *,
                      const QModelIndex &index) const override
    {
        const int chosen = static_cast<QComboBox *>(editor)->currentIndex();
        m_model->setWeight(rowOf(index), weights.at(static_cast<size_t>(chosen)));
    }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {QStyledItemDelegate::sizeHint(option, index).width(), style::rowHeight};
    }

private:
    int rowOf(const QModelIndex &index) const { return m_shown->mapToSource(index).row(); }

    WeightModel *m_model;
    QSortFilterProxyModel *m_shown;
};

} // namespace

WeightView::WeightView(WeightModel *model, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_shown(new QSortFilterProxyModel(this))
    , m_search(new QLineEdit(this))
    , m_list(new QTreeView(this))
    , m_why(new QLabel(this))
    , m_ship(new QPushButton(tr("All as delivered"), this))
{
    m_search->setPlaceholderText(tr("Search for a rule"));
    m_search->setClearButtonEnabled(true);
    m_search->setAccessibleName(tr("Search for a rule"));
    m_ship->setObjectName(QStringLiteral("ship"));
    m_ship->setToolTip(tr("Forgets every change of this list"));
    m_why->setWordWrap(true);
    m_why->setMinimumHeight(whyLines * fontMetrics().lineSpacing());
    m_why->setAlignment(Qt::AlignTop);
    style::markMuted(m_why);
    makeList();
    auto *top = new QHBoxLayout;
    top->setSpacing(style::gap);
    top->addWidget(m_search, 1);
    top->addWidget(m_ship);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(style::margin, style::margin, style::margin, style::margin);
    layout->setSpacing(style::gap);
    layout->addLayout(top);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_why);
    setFocusProxy(m_search);
    connect(m_search, &QLineEdit::textChanged, m_shown,
            &QSortFilterProxyModel::setFilterFixedString);
    connect(m_ship, &QPushButton::clicked, m_model, &WeightModel::shipAll);
    connect(m_model, &WeightModel::decidedChanged, this, &WeightView::showCurrent);
    showCurrent();
}

void WeightView::makeList()
{
    m_shown->setSourceModel(m_model);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_list->setModel(m_shown);
    m_list->setProperty("role", QStringLiteral("boxed"));
    m_list->setAccessibleName(tr("Rules"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setEditTriggers(QAbstractItemView::SelectedClicked | QAbstractItemView::DoubleClicked |
                            QAbstractItemView::EditKeyPressed);
    m_list->setItemDelegate(new WeightDelegate(m_model, m_shown, m_list));
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(WeightModel::RuleColumn, QHeaderView::Stretch);
    m_list->header()->resizeSection(WeightModel::WeightColumn, weightWidth);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &WeightView::showCurrent);
    // Return and a double click anywhere in the row open the choice, not only on its second column.
    connect(m_list, &QTreeView::activated, this, [this](const QModelIndex &index) {
        m_list->edit(index.siblingAtColumn(WeightModel::WeightColumn));
    });
}

void WeightView::showCurrent()
{
    m_ship->setEnabled(!m_model->decided().isEmpty());
    const QModelIndex current = m_shown->mapToSource(m_list->currentIndex());
    if (!current.isValid())
        return m_why->setText(tr("Choose a rule to see why it is there."));
    const check::RuleInfo &rule = m_model->rule(current.row());
    QStringList lines{ruleWhy(rule.id), rule.clause};
    if (rule.isFixed())
        lines << tr("This rule always stops publishing. A single place can be let pass with an "
                    "exception and its reason.");
    else if (m_model->decided().contains(rule.id))
        lines << tr("As delivered: %1").arg(weightText(rule.shipped));
    lines.removeAll(QString());
    m_why->setText(lines.join(u'\n'));
}

} // namespace kakehashi::ui
