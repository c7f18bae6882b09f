#include "ui/targets/targetform.h"

#include "publish/visitorpassword.h"
#include "ui/style/style.h"
#include "ui/targets/switchingchoice.h"
#include "ui/targets/targetdot.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QToolButton>

#include <array>

namespace kakehashi::ui {
namespace {

using Kind = publish::Target::Kind;
using Auth = publish::Target::Auth;

constexpr int labelWidth = 120;

// Of publish::targetColors(), in its order.
constexpr std::array colorNames{
    QT_TRANSLATE_NOOP("Target", "Blue"),  QT_TRANSLATE_NOOP("Target", "Orange"),
    QT_TRANSLATE_NOOP("Target", "Green"), QT_TRANSLATE_NOOP("Target", "Purple"),
    QT_TRANSLATE_NOOP("Target", "Red"),   QT_TRANSLATE_NOOP("Target", "Grey")};

} // namespace

TargetForm::TargetForm(QWidget *parent)
    : QWidget(parent), m_form(new QFormLayout(this)), m_problem(new QLabel(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(style::margin);
    m_form->setVerticalSpacing(style::gap);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_form->setLabelAlignment(Qt::AlignLeft);
    makeFields();
    // Fields stay where they are when others come and go.
    m_form->labelForField(m_name)->setMinimumWidth(labelWidth);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setProperty("role", QStringLiteral("danger"));
    m_problem->setObjectName(QStringLiteral("problem"));
    m_form->addRow(m_problem);
    setProblem(QString());
    setTarget({});
}

void TargetForm::makeFields()
{
    m_name = addLine(tr("&Name"), tr("production"));
    m_name->setObjectName(QStringLiteral("name"));
    m_form->addRow(tr("Colour"), makeColors());
    m_kind = new QComboBox(this);
    m_kind->addItem(tr("Server, by SFTP"), static_cast<int>(Kind::Sftp));
    m_kind->addItem(tr("Folder on this computer"), static_cast<int>(Kind::Local));
    m_form->addRow(tr("&Kind"), m_kind);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &TargetForm::showNeeded);
    makeServerFields();
    makeLoginFields();
    makePublicFields();
}

void TargetForm::makeServerFields()
{
    m_host = addLine(tr("&Server"), QStringLiteral("www.example.jp"));
    m_host->setObjectName(QStringLiteral("host"));
    m_port = new QSpinBox(this);
    m_port->setRange(1, 65535);
    m_port->setMaximumWidth(110);
    m_port->setObjectName(QStringLiteral("port"));
    m_form->addRow(tr("P&ort"), m_port);
    connect(m_port, &QSpinBox::valueChanged, this, &TargetForm::edited);
    m_user = addLine(tr("&User"));
    m_user->setObjectName(QStringLiteral("user"));
    m_path = addLine(tr("&Folder on the server"), QStringLiteral("/var/www/html"));
    m_path->setObjectName(QStringLiteral("path"));
    m_path->setToolTip(
        tr("The folder whose files the web server shows. Ask the server's operator."));
    m_folder = new QLineEdit(this);
    m_folder->setObjectName(QStringLiteral("folder"));
    m_folderRow = withBrowse(m_folder, true);
    m_form->addRow(tr("&Folder"), m_folderRow);
    m_switching = new SwitchingChoice(this);
    m_form->addRow(tr("&Change of pages"), m_switching);
    m_form->addRow(QString(), m_switching->note());
    connect(m_switching, &QComboBox::currentIndexChanged, this, &TargetForm::edited);
}

void TargetForm::makeLoginFields()
{
    m_auth = new QComboBox(this);
    m_auth->addItem(tr("Keys of the running SSH agent"), static_cast<int>(Auth::Agent));
    m_auth->addItem(tr("Key file"), static_cast<int>(Auth::KeyFile));
    m_auth->addItem(tr("Password"), static_cast<int>(Auth::Password));
    m_auth->setObjectName(QStringLiteral("auth"));
    m_form->addRow(tr("&Log in with"), m_auth);
    connect(m_auth, &QComboBox::currentIndexChanged, this, &TargetForm::showNeeded);
    m_keyFile = new QLineEdit(this);
    m_keyFile->setObjectName(QStringLiteral("keyFile"));
    m_keyRow = withBrowse(m_keyFile, false);
    auto *make = new QPushButton(tr("New key…"), m_keyRow);
    make->setObjectName(QStringLiteral("newKey"));
    make->setToolTip(tr("Makes an ed25519 key, which every server takes; RSA keys are refused by "
                        "many"));
    m_keyRow->layout()->addWidget(make);
    connect(make, &QPushButton::clicked, this, &TargetForm::newKeyRequested);
    m_form->addRow(tr("Key &file"), m_keyRow);
    m_secret = new QLineEdit(this);
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setPlaceholderText(tr("Leave empty to keep what is stored, or to be asked"));
    m_secretLabel = new QLabel(this);
    m_secretLabel->setBuddy(m_secret);
    m_form->addRow(m_secretLabel, m_secret);
    m_hostKey = addLine(tr("Server &key"), tr("Asked for at the first connection"));
    m_hostKey->setToolTip(tr("SHA256 fingerprint of the key that the server must show"));
}

void TargetForm::makePublicFields()
{
    m_url = addLine(tr("Public &address"), QStringLiteral("https://www.example.jp/"));
    m_noindex = new QCheckBox(tr("Keep search engines out (for a test server)"), this);
    m_form->addRow(QString(), m_noindex);
    connect(m_noindex, &QCheckBox::toggled, this, &TargetForm::showNeeded);
    makeVisitorFields();
}

/// Only for test servers: what is meant for everybody is not closed by mistake.
void TargetForm::makeVisitorFields()
{
    m_visitorUser = addLine(tr("&Visitors' name"), tr("empty: no password is asked for"));
    m_visitorUser->setObjectName(QStringLiteral("visitorUser"));
    m_visitorPassword = addLine(tr("Visitors' pass&word"));
    m_visitorPassword->setObjectName(QStringLiteral("visitorPassword"));
    m_visitorPassword->setEchoMode(QLineEdit::Password);
    m_visitorFolder = addLine(tr("Folder for the web se&rver"), QStringLiteral("/var/www/html"));
    m_visitorFolder->setToolTip(tr("Only where the web server names the folder differently from "
                                   "the SFTP login. Apache reads the password file there."));
}

QLineEdit *TargetForm::addLine(const QString &label, const QString &hint)
{
    auto *line = new QLineEdit(this);
    line->setPlaceholderText(hint);
    m_form->addRow(label, line);
    connect(line, &QLineEdit::textEdited, this, &TargetForm::edited);
    return line;
}

QWidget *TargetForm::withBrowse(QLineEdit *line, bool folder)
{
    auto *row = new QWidget(this);
    auto *browse = new QPushButton(tr("Choose…"), row);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(line, 1);
    layout->addWidget(browse);
    row->setFocusProxy(line);
    connect(line, &QLineEdit::textEdited, this, &TargetForm::edited);
    connect(browse, &QPushButton::clicked, this, [this, line, folder] {
        const QString start = line->text().isEmpty() ? QDir::homePath() : line->text();
        auto *dialog = new QFileDialog(
            this, folder ? tr("Choose a folder") : tr("Choose a private key"), start);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
        // Keys lie in ~/.ssh, which file dialogs hide.
        dialog->setFilter(dialog->filter() | QDir::Hidden);
        connect(dialog, &QFileDialog::fileSelected, this, [this, line](const QString &path) {
            line->setText(QDir::toNativeSeparators(path));
            Q_EMIT edited();
        });
        dialog->open();
    });
    return row;
}

QWidget *TargetForm::makeColors()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(style::hairGap);
    m_colors = new QButtonGroup(this);
    const QStringList &colors = publish::targetColors();
    for (qsizetype i = 0; i < colors.size(); ++i) {
        auto *button = new QToolButton(row);
        const QString name =
            QCoreApplication::translate("Target", colorNames.at(static_cast<size_t>(i)));
        button->setIcon(targetDot(colors.at(i)));
        button->setCheckable(true);
        button->setToolTip(name);
        button->setAccessibleName(name);
        m_colors->addButton(button, static_cast<int>(i));
        layout->addWidget(button);
    }
    layout->addStretch(1);
    connect(m_colors, &QButtonGroup::idClicked, this, &TargetForm::edited);
    return row;
}

void TargetForm::showNeeded()
{
    const bool server = m_kind->currentData().toInt() == static_cast<int>(Kind::Sftp);
    const auto auth = static_cast<Auth>(m_auth->currentData().toInt());
    const auto setRow = [this](QWidget *field, bool on) {
        field->setVisible(on);
        if (QWidget *label = m_form->labelForField(field))
            label->setVisible(on);
    };
    for (QWidget *field : {static_cast<QWidget *>(m_host), static_cast<QWidget *>(m_port),
                           static_cast<QWidget *>(m_user), static_cast<QWidget *>(m_path),
                           static_cast<QWidget *>(m_auth), static_cast<QWidget *>(m_hostKey)})
        setRow(field, server);
    setRow(m_folderRow, !server);
    setRow(m_keyRow, server && auth == Auth::KeyFile);
    setRow(m_secret, server && auth != Auth::Agent);
    const bool closed = m_noindex->isChecked() || !m_visitorUser->text().isEmpty();
    for (QLineEdit *field : {m_visitorUser, m_visitorPassword, m_visitorFolder})
        setRow(field, closed);
    m_secretLabel->setText(auth == Auth::KeyFile ? tr("Passphrase") : tr("Password"));
    Q_EMIT edited();
}

void TargetForm::setTarget(const publish::Target &target)
{
    fill(target);
    clearSecret();
    m_shown = this->target();
}

void TargetForm::retype(const publish::Target &typed, const QString &secret)
{
    fill(typed);
    m_secret->setText(secret);
}

bool TargetForm::isEdited() const
{
    return target() != m_shown || !m_secret->text().isEmpty();
}

void TargetForm::fill(const publish::Target &target)
{
    m_target = target;
    m_name->setText(target.name);
    const auto color = static_cast<int>(publish::targetColors().indexOf(target.color));
    m_colors->button(std::max(0, color))->setChecked(true);
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(target.kind)));
    m_host->setText(target.host);
    m_port->setValue(target.port);
    m_user->setText(target.user);
    const bool local = target.kind == Kind::Local;
    m_path->setText(local ? QString() : target.path);
    m_folder->setText(local ? QDir::toNativeSeparators(target.path) : QString());
    m_auth->setCurrentIndex(m_auth->findData(static_cast<int>(target.auth)));
    m_keyFile->setText(QDir::toNativeSeparators(target.keyFile));
    m_hostKey->setText(target.hostKey);
    m_switching->choose(target.switching);
    m_url->setText(target.url);
    m_noindex->setChecked(target.noindex);
    m_visitorUser->setText(target.visitorUser);
    m_visitorPassword->clear();
    m_visitorPassword->setPlaceholderText(
        target.visitorHash.isEmpty() ? QString() : tr("Leave empty to keep it"));
    m_visitorFolder->setText(target.visitorFolder);
    showNeeded();
}

publish::Target TargetForm::target() const
{
    publish::Target target = m_target;
    target.name = m_name->text().trimmed();
    target.color = publish::targetColors().at(std::max(0, m_colors->checkedId()));
    target.kind = static_cast<Kind>(m_kind->currentData().toInt());
    target.host = m_host->text().trimmed();
    target.port = m_port->value();
    target.user = m_user->text().trimmed();
    target.path = target.kind == Kind::Local
                      ? QDir::fromNativeSeparators(m_folder->text().trimmed())
                      : m_path->text().trimmed();
    target.auth = static_cast<Auth>(m_auth->currentData().toInt());
    target.keyFile = QDir::fromNativeSeparators(m_keyFile->text().trimmed());
    target.hostKey = m_hostKey->text().trimmed();
    target.switching = m_switching->chosen();
    target.url = m_url->text().trimmed();
    target.noindex = m_noindex->isChecked();
    target.visitorUser = m_visitorUser->text().trimmed();
    if (target.visitorUser.isEmpty())
        target.visitorHash.clear();
    else if (!m_visitorPassword->text().isEmpty())
        target.visitorHash = publish::visitorHash(m_visitorPassword->text());
    target.visitorFolder = m_visitorFolder->text().trimmed();
    return target;
}

QString TargetForm::typedSecret() const
{
    return m_secret->text();
}

void TargetForm::setKeyFile(const QString &file)
{
    m_auth->setCurrentIndex(m_auth->findData(static_cast<int>(Auth::KeyFile)));
    m_keyFile->setText(QDir::toNativeSeparators(file));
    Q_EMIT edited();
}

void TargetForm::clearSecret()
{
    m_secret->clear();
}

void TargetForm::setProblem(const QString &text)
{
    m_problem->setText(text);
    m_problem->setVisible(!text.isEmpty());
}

} // namespace kakehashi::ui
