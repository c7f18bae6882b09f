#include "ui/targets/targetextras.h"

#include "base/account.h"
#include "ui/shell/session.h"
#include "ui/style/style.h"
#include "ui/targets/access/keyfile.h"
#include "ui/targets/scheduleview.h"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSysInfo>
#include <QVBoxLayout>

namespace kakehashi::ui {
namespace {

/// ~/.ssh/kakehashi_ed25519, or the first name after it that is free.
QString freeKeyFile()
{
    const QDir folder(QDir::home().filePath(QStringLiteral(".ssh")));
    const QString stem = folder.filePath(QStringLiteral("kakehashi_ed25519"));
    QString file = stem;
    for (int number = 2; QFileInfo::exists(file) || QFileInfo::exists(file + QLatin1String(".pub"));
         ++number)
        file = QStringLiteral("%1-%2").arg(stem).arg(number);
    return file;
}

} // namespace

TargetExtras::TargetExtras(Session &session, AccessKeeper &access, QWidget *parent)
    : QWidget(parent), m_session(session), m_access(access)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * style::margin);
    layout->addWidget(makeNewKey());
    layout->addWidget(makeSignature());
    layout->addWidget(makeSchedule());
}

QVBoxLayout *TargetExtras::addSection(QWidget *section, const QString &title, const QString &text)
{
    auto *head = new QLabel(title, section);
    QFont bold = head->font();
    bold.setBold(true);
    head->setFont(bold);
    auto *layout = new QVBoxLayout(section);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(style::gap);
    layout->addWidget(head);
    if (text.isEmpty())
        return layout;
    auto *note = new QLabel(text, section);
    note->setWordWrap(true);
    style::markMuted(note);
    layout->addWidget(note);
    return layout;
}

QWidget *TargetExtras::makeNewKey()
{
    m_newKey = new QWidget(this);
    auto *layout = addSection(m_newKey, tr("Your new key"),
                              tr("Send this line to the server's operator and ask that it be added "
                                 "to the account's authorized_keys. The private half stays on "
                                 "this computer."));
    m_publicLine = new QLineEdit(m_newKey);
    m_publicLine->setObjectName(QStringLiteral("publicLine"));
    m_publicLine->setReadOnly(true);
    m_publicLine->setAccessibleName(tr("Public half of the key"));
    auto *copy = new QPushButton(tr("Copy"), m_newKey);
    auto *row = new QHBoxLayout;
    row->addWidget(m_publicLine, 1);
    row->addWidget(copy);
    layout->addLayout(row);
    m_newKeyFile = new QLabel(m_newKey);
    m_newKeyFile->setWordWrap(true);
    style::markMuted(m_newKeyFile);
    layout->addWidget(m_newKeyFile);
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_publicLine->text()); });
    m_newKey->hide();
    return m_newKey;
}

QWidget *TargetExtras::makeSignature()
{
    auto *section = new QWidget(this);
    auto *layout = addSection(section, tr("Signature key of the site"),
                              tr("The list of published files is signed with it, so that tampering "
                                 "on the server shows. Every computer that publishes needs the "
                                 "same key; hand it over with the site."));
    auto *give = new QPushButton(tr("Export the key…"), section);
    give->setObjectName(QStringLiteral("exportKey"));
    auto *take = new QPushButton(tr("Import a key…"), section);
    take->setObjectName(QStringLiteral("importKey"));
    auto *row = new QHBoxLayout;
    row->addWidget(give);
    row->addWidget(take);
    row->addStretch(1);
    layout->addLayout(row);
    connect(give, &QPushButton::clicked, this,
            [this] { exportKeyFile(m_session, m_access, this); });
    connect(take, &QPushButton::clicked, this,
            [this] { importKeyFile(m_session, m_access, this); });
    return section;
}

QWidget *TargetExtras::makeSchedule()
{
    m_scheduleSection = new QWidget(this);
    auto *layout = addSection(m_scheduleSection, tr("Publish on time"), {});
    m_schedule = new ScheduleView(m_scheduleSection);
    layout->addWidget(m_schedule);
    return m_scheduleSection;
}

void TargetExtras::showFor(const publish::Target &target)
{
    m_newKey->hide();
    m_scheduleSection->setVisible(!target.id.isNull());
    m_schedule->showFor(m_session.workspace().folder(), target.name);
}

Result<ssh::NewKey> TargetExtras::makeKey()
{
    const QString comment = accountName() + u'@' + QSysInfo::machineHostName();
    auto made = ssh::makeKey(freeKeyFile(), comment);
    if (!made)
        return made;
    m_publicLine->setText(made->publicLine);
    m_publicLine->setCursorPosition(0);
    m_newKeyFile->setText(tr("Private half: %1   Fingerprint: %2")
                              .arg(QDir::toNativeSeparators(made->file), made->fingerprint));
    m_newKey->show();
    return made;
}

} // namespace kakehashi::ui
