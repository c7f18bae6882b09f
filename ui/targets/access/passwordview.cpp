#include "ui/targets/access/passwordview.h"

#include "base/visibletext.h"
#include "ui/style/style.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kakehashi::ui {

PasswordView::PasswordView(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_why(new QLabel(this))
    , m_field(new QLineEdit(this))
    , m_keep(new QCheckBox(tr("Keep it in this computer's keychain"), this))
{
    style::markHeading(m_title);
    m_title->setWordWrap(true);
    m_why->setWordWrap(true);
    m_why->setTextFormat(Qt::PlainText);
    m_why->setProperty("role", QStringLiteral("danger"));
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setMaximumWidth(360);
    m_field->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText |
                                 Qt::ImhSensitiveData);
    m_keep->setChecked(true);
    auto *go = new QPushButton(tr("Connect"), this);
    style::markPrimary(go);
    auto *back = new QPushButton(tr("Not now"), this);
    m_newKey = new QPushButton(tr("Make a new key under Targets"), this);
    m_newKey->setObjectName(QStringLiteral("offeredKey"));
    m_newKey->setToolTip(tr("An ed25519 key, which every server takes; RSA keys are refused by "
                            "many"));
    m_field->setObjectName(QStringLiteral("secret"));
    go->setObjectName(QStringLiteral("connect"));
    back->setObjectName(QStringLiteral("refuse"));
    auto *row = new QHBoxLayout;
    row->addWidget(go);
    row->addWidget(back);
    row->addWidget(m_newKey);
    row->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(style::gap);
    for (QWidget *part : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_why),
                          static_cast<QWidget *>(m_field), static_cast<QWidget *>(m_keep)})
        layout->addWidget(part);
    layout->addLayout(row);
    layout->addStretch(1);
    connect(go, &QPushButton::clicked, this, &PasswordView::give);
    connect(m_field, &QLineEdit::returnPressed, this, &PasswordView::give);
    connect(back, &QPushButton::clicked, this, &PasswordView::refused);
    connect(m_newKey, &QPushButton::clicked, this, &PasswordView::newKeyRequested);
}

void PasswordView::ask(const publish::Target &target, const QString &why)
{
    const bool key = target.auth == publish::Target::Auth::KeyFile;
    m_title->setText(key ? tr("Passphrase of the key %1").arg(target.keyFile)
                         : tr("Password of %1").arg(target.place()));
    m_field->setAccessibleName(key ? tr("Passphrase") : tr("Password"));
    m_why->setText(visible(why));
    m_why->setVisible(!why.isEmpty());
    m_newKey->setVisible(key && !why.isEmpty()); // the server did not take the one there is
    m_field->clear();
    m_field->setFocus();
}

void PasswordView::give()
{
    if (m_field->text().isEmpty())
        return;
    const QString secret = m_field->text();
    m_field->clear();
    Q_EMIT given(secret, m_keep->isChecked());
}

} // namespace kakehashi::ui
