#include "ui/mainwindow/dialogs/newsitedialog.h"

#include "security/pathguard.h"
#include "ui/style/style.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStandardPaths>

namespace kakehashi::ui {

NewSiteDialog::NewSiteDialog(QWidget *parent)
    : QDialog(parent)
    , m_name(new QLineEdit(this))
    , m_folder(new QLineEdit(this))
    , m_problem(new QLabel(this))
{
    setWindowTitle(tr("New site"));
    setMinimumWidth(480);
    auto *choose = new QPushButton(tr("Choose…"), this);
    auto *folderRow = new QHBoxLayout;
    folderRow->addWidget(m_folder, 1);
    folderRow->addWidget(choose);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_make = buttons->addButton(tr("Make the site"), QDialogButtonBox::AcceptRole);
    style::markPrimary(m_make);
    m_problem->setWordWrap(true);
    m_problem->setProperty("role", QStringLiteral("danger"));

    auto *form = new QFormLayout(this);
    form->setContentsMargins(24, 24, 24, style::margin);
    form->setVerticalSpacing(style::gap);
    form->addRow(tr("&Name"), m_name);
    auto *folderLabel = new QLabel(tr("&Folder"), this);
    folderLabel->setBuddy(m_folder); // a row that is a layout has none
    form->addRow(folderLabel, folderRow);
    form->addRow(QString(), m_problem);
    form->addRow(buttons);
    m_folder->setAccessibleName(tr("Folder"));

    connect(m_name, &QLineEdit::textChanged, this, &NewSiteDialog::proposeFolder);
    connect(m_folder, &QLineEdit::textChanged, this, &NewSiteDialog::judge);
    connect(choose, &QPushButton::clicked, this, &NewSiteDialog::browse);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    proposeFolder();
}

QString NewSiteDialog::name() const
{
    return m_name->text().trimmed();
}

QString NewSiteDialog::folder() const
{
    return QDir::fromNativeSeparators(m_folder->text().trimmed());
}

void NewSiteDialog::proposeFolder()
{
    // Follows the name until the person chooses a folder.
    if (m_folder->text() == m_proposed) {
        const QString wanted = security::safeSegment(name(), {});
        const QDir documents(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
        m_proposed = QDir::toNativeSeparators(
            documents.filePath(wanted.isEmpty() ? QStringLiteral("site") : wanted));
        m_folder->setText(m_proposed);
    }
    judge();
}

void NewSiteDialog::judge()
{
    QString problem;
    const QFileInfo place(folder());
    if (folder().isEmpty())
        problem = tr("Choose a folder.");
    else if (place.exists() && !place.isDir())
        problem = tr("This is a file. Choose a folder.");
    else if (place.isDir() && !QDir(folder()).isEmpty())
        problem = tr("This folder holds files already. Choose an empty or a new one.");
    m_problem->setText(problem);
    m_make->setEnabled(problem.isEmpty() && !name().isEmpty());
}

void NewSiteDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Folder of the new site"), folder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &chosen) { m_folder->setText(QDir::toNativeSeparators(chosen)); });
    dialog->open();
}

} // namespace kakehashi::ui
