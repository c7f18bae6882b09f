#include "ui/mainwindow/dialogs/failurepage.h"

#include "base/visibletext.h"
#include "ui/shell/background.h"
#include "ui/shell/text/datetext.h"
#include "ui/style/style.h"
#include "workspace/sitelock.h"
#include "workspace/workspace.h"

#include <QFileInfo>
#include <QFrame>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace kakehashi::ui {

namespace {

QString headingFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Locked:
        return FailurePage::tr("The site is open elsewhere");
    case ErrorCode::NewerVersion:
        return FailurePage::tr("The site needs a newer Kakehashi");
    case ErrorCode::Corrupt:
        return FailurePage::tr("The site's database is damaged");
    case ErrorCode::ReadOnly:
    case ErrorCode::PermissionDenied:
        return FailurePage::tr("The folder cannot be written");
    case ErrorCode::Invalid:
        return FailurePage::tr("This is not a site folder");
    case ErrorCode::NotFound:
        return FailurePage::tr("There is no site in this folder");
    default:
        return FailurePage::tr("The site could not be opened");
    }
}

} // namespace

FailurePage::FailurePage(QWidget *parent) : QWidget(parent)
{
    auto *card = new QFrame(this);
    card->setProperty("role", QStringLiteral("card"));
    card->setFixedWidth(560);
    m_heading = new QLabel(card);
    style::markHeading(m_heading);
    m_text = new QLabel(card);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_backupText = new QLabel(card);
    for (QLabel *label : {m_heading, m_text, m_backupText}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_restore = new QPushButton(tr("Restore this backup"), card);
    m_takeOver = new QPushButton(tr("Open it all the same"), card);
    m_takeOver->setObjectName(QStringLiteral("takeOver"));
    auto *retry = new QPushButton(tr("Try again"), card);
    auto *other = new QPushButton(tr("Other sites"), card);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_restore);
    buttons->addWidget(m_takeOver);
    buttons->addWidget(retry);
    buttons->addWidget(other);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(32, 32, 32, 32);
    layout->setSpacing(style::margin);
    for (QLabel *label : {m_heading, m_text, m_backupText})
        layout->addWidget(label);
    layout->addLayout(buttons);
    // Stretches instead of an alignment: only so a wrapping text gets the height it needs.
    auto *middle = new QHBoxLayout;
    middle->addStretch();
    middle->addWidget(card);
    middle->addStretch();
    auto *outer = new QVBoxLayout(this);
    outer->addStretch(2);
    outer->addLayout(middle);
    outer->addStretch(3);

    style::markPrimary(m_restore);
    connect(retry, &QPushButton::clicked, this, [this] { Q_EMIT retryRequested(m_folder); });
    connect(other, &QPushButton::clicked, this, &FailurePage::otherRequested);
    connect(m_takeOver, &QPushButton::clicked, this,
            [this] { Q_EMIT takeOverRequested(m_folder); });
    connect(m_restore, &QPushButton::clicked, this,
            [this] { Q_EMIT restoreRequested(m_folder, m_backup); });
}

void FailurePage::showFailure(const QString &folder, const Error &error)
{
    m_folder = folder;
    m_backup.clear();
    m_heading->setText(headingFor(error.code));
    m_text->setText(visibleLines(error.text));
    m_restore->hide();
    m_takeOver->hide();
    m_backupText->hide();
    if (error.code == ErrorCode::Locked)
        offerTakeOver();
    if (error.code == ErrorCode::Corrupt)
        searchBackup();
}

/// A program of this computer runs, or its lock would have given way. Of another computer only
/// the person can know.
void FailurePage::offerTakeOver()
{
    const auto holder = workspace::SiteLock::holderOf(m_folder);
    if (!holder || holder->isHere)
        return;
    m_backupText->setText(tr("If that computer is off or gone, the site can be opened here. Where "
                             "somebody works there now, the two would write over one another."));
    m_backupText->show();
    m_takeOver->show();
}

void FailurePage::searchBackup()
{
    m_backupText->setText(tr("Looking for a good backup…"));
    m_backupText->show();
    runInBackground(
        *QThreadPool::globalInstance(), this,
        [folder = m_folder] { return workspace::latestGoodBackup(folder); },
        [this, folder = m_folder](const Result<QString> &backup) {
            if (folder == m_folder)
                offerBackup(backup);
        });
}

void FailurePage::offerBackup(const Result<QString> &backup)
{
    if (!backup) {
        m_backupText->setText(visibleLines(backup.error().text));
        return;
    }
    m_backup = *backup;
    const QDateTime made = QFileInfo(m_backup).lastModified();
    m_backupText->setText(
        tr("A backup of %1 is good. The damaged database is kept beside it, nothing is deleted.")
            .arg(whenText(made)));
    m_restore->show();
    m_restore->setFocus();
}

} // namespace kakehashi::ui
