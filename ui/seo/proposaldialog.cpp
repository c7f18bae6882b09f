#include "ui/seo/proposaldialog.h"

#include "ui/shell/setting.h"
#include "ui/style/style.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace kakehashi::ui {
namespace {

const Setting<QString> contractorSetting{"reports/contractor"};

} // namespace

ProposalDialog::ProposalDialog(QWidget *parent)
    : QDialog(parent)
    , m_author(new QLineEdit(contractorSetting.value(), this))
    , m_html(new QCheckBox(tr("HTML, to read and to print on A4"), this))
    , m_xlsx(new QCheckBox(tr("Excel, with all pages and a column for decisions"), this))
{
    setWindowTitle(tr("SEO proposal"));
    auto *note = new QLabel(tr("The figures of today are written down, so that the next proposal "
                               "can compare with them."),
                            this);
    note->setWordWrap(true);
    style::markMuted(note);
    m_html->setChecked(true);
    m_xlsx->setChecked(true);
    m_author->setPlaceholderText(tr("Name of the contractor"));
    auto *form = new QFormLayout;
    form->addRow(tr("Proposed by"), m_author);
    form->addRow(tr("Files"), m_html);
    form->addRow(QString(), m_xlsx);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_save = buttons->addButton(tr("Choose a folder…"), QDialogButtonBox::AcceptRole);
    m_save->setDefault(true);
    style::markPrimary(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * style::margin, 2 * style::margin, 2 * style::margin,
                               style::margin);
    layout->setSpacing(style::margin);
    layout->addLayout(form);
    layout->addWidget(note);
    layout->addWidget(buttons);
    setMinimumWidth(480);
    for (QCheckBox *box : {m_html, m_xlsx})
        connect(box, &QCheckBox::toggled, this, &ProposalDialog::refresh);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        contractorSetting.set(author());
        accept();
    });
}

void ProposalDialog::refresh()
{
    m_save->setEnabled(wantsHtml() || wantsXlsx());
}

QString ProposalDialog::author() const
{
    return m_author->text().trimmed();
}

bool ProposalDialog::wantsHtml() const
{
    return m_html->isChecked();
}

bool ProposalDialog::wantsXlsx() const
{
    return m_xlsx->isChecked();
}

} // namespace kakehashi::ui
