#include "ui/targets/access/hostkeyview.h"

#include "base/visibletext.h"
#include "ssh/hostkey.h"
#include "ui/shell/column.h"
#include "ui/style/style.h"

#include <QCheckBox>
#include <QFontDatabase>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace kakehashi::ui {
namespace {

QString fingerprintIn(const Error &error)
{
    if (const auto key = ssh::offeredHostKey(error))
        return key->fingerprint();
    static const QRegularExpression form(QStringLiteral("SHA256:[A-Za-z0-9+/]{43}"));
    return form.match(error.detail).captured();
}

} // namespace

HostKeyView::HostKeyView(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(style::gap);
}

void HostKeyView::explain(const publish::Target &target, const Error &error)
{
    clearLayout(m_layout);
    m_compared = nullptr;
    m_fingerprint = fingerprintIn(error);
    const bool changed = error.code == ErrorCode::HostKeyChanged;
    if (changed)
        addStop(target);
    else
        addQuestion(target);
    addButtons(!changed && !m_fingerprint.isEmpty());
    m_layout->addStretch(1);
}

void HostKeyView::addText(const QString &text, const char *role)
{
    auto *label = new QLabel(visible(text), this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    if (role)
        label->setProperty("role", QLatin1String(role));
    m_layout->addWidget(label);
}

void HostKeyView::addQuestion(const publish::Target &target)
{
    addText(tr("Is this really your server?"), "heading");
    addText(tr("This computer has never connected to %1 before. The server showed this key:")
                .arg(target.host));
    addFingerprint();
    addText(tr("Compare it with the fingerprint that the server's operator gave you: in the server "
               "contract, in the control panel, or by telephone. Do not take it from an e-mail "
               "that you did not expect."));
    addText(tr("The operator can read it on the server itself with:"), "muted");
    addText(QStringLiteral("ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub"), "muted");
    m_compared = new QCheckBox(tr("I have compared all characters, they are the same"), this);
    m_compared->setObjectName(QStringLiteral("compared"));
    m_layout->addWidget(m_compared);
}

void HostKeyView::addStop(const publish::Target &target)
{
    addText(tr("Stopped: the server showed another key"), "heading");
    addText(tr("%1 identified itself with a different key than before. Somebody may be in between, "
               "or the server was set up anew. Nothing was sent, no password was given away.")
                .arg(target.host),
            "danger");
    if (!m_fingerprint.isEmpty())
        addText(tr("Key shown now:"), "muted");
    addFingerprint();
    if (!target.hostKey.isEmpty())
        addText(tr("Key trusted until now: %1").arg(target.hostKey), "muted");
    addText(tr("Ask the server's operator whether the key was changed on purpose. If it was, and "
               "the operator's new fingerprint is the one above, open the settings of this target, "
               "clear the field \"Server key\" and connect again."));
}

void HostKeyView::addFingerprint()
{
    if (m_fingerprint.isEmpty())
        return;
    auto *label = new QLabel(visible(m_fingerprint), this);
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(font.pointSizeF() * 1.15);
    label->setFont(font);
    label->setObjectName(QStringLiteral("fingerprint"));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAccessibleName(tr("Fingerprint of the server's key"));
    label->setWordWrap(true);
    m_layout->addWidget(label);
}

void HostKeyView::addButtons(bool mayTrust)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, style::gap, 0, 0);
    if (mayTrust) {
        auto *trust = new QPushButton(tr("Trust this server and go on"), this);
        trust->setObjectName(QStringLiteral("trust"));
        style::markPrimary(trust);
        trust->setEnabled(false);
        connect(m_compared, &QCheckBox::toggled, trust, &QPushButton::setEnabled);
        connect(trust, &QPushButton::clicked, this, [this] { Q_EMIT trusted(m_fingerprint); });
        row->addWidget(trust);
    }
    auto *back = new QPushButton(mayTrust ? tr("Not now") : tr("Back"), this);
    back->setObjectName(QStringLiteral("refuse"));
    connect(back, &QPushButton::clicked, this, &HostKeyView::refused);
    row->addWidget(back);
    row->addStretch(1);
    m_layout->addLayout(row);
}

} // namespace kakehashi::ui
