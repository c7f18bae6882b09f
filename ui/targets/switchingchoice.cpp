#include "ui/targets/switchingchoice.h"

#include "ui/style/style.h"

#include <QLabel>

namespace kakehashi::ui {

using Switching = publish::Target::Switching;

SwitchingChoice::SwitchingChoice(QWidget *parent)
    : QComboBox(parent)
    , m_note(new QLabel(tr("For servers whose folder is a symbolic link that the web server "
                           "follows (Apache: FollowSymLinks). Only changed files take room; five "
                           "former versions are kept beside it."),
                        parent))
{
    addItem(tr("File by file (usual)"), static_cast<int>(Switching::InPlace));
    addItem(tr("All at once, by a link"), static_cast<int>(Switching::ByLink));
    setObjectName(QStringLiteral("switching"));
    m_note->setWordWrap(true);
    m_note->hide();
    style::markMuted(m_note);
    connect(this, &QComboBox::currentIndexChanged, m_note,
            [this] { m_note->setVisible(chosen() == Switching::ByLink); });
}

void SwitchingChoice::choose(Switching switching)
{
    setCurrentIndex(findData(static_cast<int>(switching)));
}

Switching SwitchingChoice::chosen() const
{
    return static_cast<Switching>(currentData().toInt());
}

} // namespace kakehashi::ui
