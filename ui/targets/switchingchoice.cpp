#include "ui/targets/switchingchoice.h"

#include "ui/style/style.h"

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

namespace kakehashi::ui {

using Switching = publish::Target::Switching;

SwitchingChoice::SwitchingChoice(QWidget *parent)
    : QWidget(parent), m_choice(new QComboBox(this)), m_note(new QLabel(this))
{
    m_choice->addItem(tr("File by file (usual)"), static_cast<int>(Switching::InPlace));
    m_choice->addItem(tr("All at once, by a link"), static_cast<int>(Switching::ByLink));
    m_choice->setObjectName(QStringLiteral("switching"));
    m_note->setWordWrap(true);
    style::markMuted(m_note);
    setFocusProxy(m_choice);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(style::hairGap);
    layout->addWidget(m_choice);
    layout->addWidget(m_note);
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        explain();
        Q_EMIT edited();
    });
    explain();
}

void SwitchingChoice::choose(Switching switching)
{
    m_choice->setCurrentIndex(m_choice->findData(static_cast<int>(switching)));
}

Switching SwitchingChoice::chosen() const
{
    return static_cast<Switching>(m_choice->currentData().toInt());
}

void SwitchingChoice::explain()
{
    m_note->setVisible(chosen() == Switching::ByLink);
    m_note->setText(tr("For servers whose folder is a symbolic link that the web server follows "
                       "(Apache: FollowSymLinks). Only changed files take room; five former "
                       "versions are kept beside it."));
}

} // namespace kakehashi::ui
