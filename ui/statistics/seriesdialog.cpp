#include "ui/statistics/seriesdialog.h"

#include "ui/style/style.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpressionValidator>
#include <QSpinBox>

namespace kakehashi::ui {

using statistics::Period;

SeriesDialog::SeriesDialog(const statistics::Series &series, QWidget *parent)
    : QDialog(parent)
    , m_series(series)
    , m_title(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_unit(new QLineEdit(this))
    , m_period(new QComboBox(this))
    , m_decimals(new QSpinBox(this))
    , m_source(new QLineEdit(this))
    , m_note(new QLineEdit(this))
{
    setWindowTitle(series.id.isNull() ? tr("New series") : tr("Series"));
    setMinimumWidth(460);
    m_name->setPlaceholderText(QStringLiteral("members-individual"));
    m_name->setToolTip(tr("The key by which pages name the series: a-z, 0-9 and hyphens"));
    static const QRegularExpression key(QStringLiteral("[a-z0-9-]+"));
    m_name->setValidator(new QRegularExpressionValidator(key, m_name));
    m_period->addItem(tr("Month"), QVariant::fromValue(Period::Month));
    m_period->addItem(tr("Year"), QVariant::fromValue(Period::Year));
    m_period->addItem(tr("Fiscal year (from April)"), QVariant::fromValue(Period::FiscalYear));
    m_decimals->setRange(0, 6);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_store = buttons->addButton(tr("Store"), QDialogButtonBox::AcceptRole);
    style::markPrimary(m_store);

    auto *form = new QFormLayout(this);
    form->setContentsMargins(24, 24, 24, style::margin);
    form->setVerticalSpacing(style::gap);
    form->addRow(tr("&Title"), m_title);
    form->addRow(tr("&Key"), m_name);
    form->addRow(tr("&Unit"), m_unit);
    form->addRow(tr("&Period"), m_period);
    form->addRow(tr("&Decimals"), m_decimals);
    form->addRow(tr("&Source"), m_source);
    form->addRow(tr("&Note"), m_note);
    form->addRow(buttons);
    connect(m_title, &QLineEdit::textChanged, this, &SeriesDialog::judge);
    connect(m_name, &QLineEdit::textChanged, this, &SeriesDialog::judge);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showValues();
    judge();
}

void SeriesDialog::showValues()
{
    m_title->setText(m_series.title);
    m_name->setText(m_series.name);
    m_unit->setText(m_series.unit);
    m_period->setCurrentIndex(m_period->findData(QVariant::fromValue(m_series.period)));
    m_decimals->setValue(m_series.decimals);
    m_source->setText(m_series.source);
    m_note->setText(m_series.note);
}

void SeriesDialog::judge()
{
    m_store->setEnabled(!m_title->text().trimmed().isEmpty() && m_name->hasAcceptableInput());
}

statistics::Series SeriesDialog::series() const
{
    statistics::Series series = m_series;
    series.title = m_title->text().trimmed();
    series.name = m_name->text();
    series.unit = m_unit->text().trimmed();
    series.period = m_period->currentData().value<Period>();
    series.decimals = m_decimals->value();
    series.source = m_source->text().trimmed();
    series.note = m_note->text().trimmed();
    return series;
}

} // namespace kakehashi::ui
