#include "ui/history/recoverycard.h"

#include "publish/rollback/cutoff.h"
#include "ui/history/historymodel.h"
#include "ui/shell/mark.h"
#include "ui/style/style.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace kakehashi::ui {
namespace {

constexpr int signSize = 24;

} // namespace

RecoveryCard::RecoveryCard(QWidget *parent) : QFrame(parent), m_text(new QLabel(this))
{
    using Direction = publish::Publisher::Direction;
    setProperty("role", QStringLiteral("card"));
    auto *sign = new QLabel(this);
    sign->setPixmap(
        mark(QStringLiteral("warning"), markColor(QStringLiteral("warning")), signSize));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    auto *finish = new QPushButton(tr("Finish it"), this);
    finish->setObjectName(QStringLiteral("finish"));
    style::markPrimary(finish);
    auto *takeBack = new QPushButton(tr("Take it back"), this);
    takeBack->setObjectName(QStringLiteral("takeBack"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(style::margin, style::gap, style::margin, style::gap);
    layout->setSpacing(style::margin);
    layout->addWidget(sign);
    layout->addWidget(m_text, 1);
    layout->addWidget(finish);
    layout->addWidget(takeBack);
    connect(finish, &QPushButton::clicked, this, [this] { Q_EMIT chosen(Direction::Finish); });
    connect(takeBack, &QPushButton::clicked, this, [this] { Q_EMIT chosen(Direction::TakeBack); });
    hide();
}

void RecoveryCard::showFor(const QString &journalFolder, const publish::Target &target)
{
    const auto cutOff = publish::cutOffPublish(journalFolder, target);
    setVisible(cutOff.has_value());
    if (cutOff)
        m_text->setText(tr("The publish to %1 of %2 was cut off. Visitors see whole pages, the old "
                           "or the new ones. Finish it, or take it back; the next publish would "
                           "settle it by itself.")
                            .arg(target.name, whenText(cutOff->begun)));
}

QString recoveryText(publish::Report::Recovery recovery)
{
    using Recovery = publish::Report::Recovery;
    switch (recovery) {
    case Recovery::Finished:
        return RecoveryCard::tr("The publish that was cut off is finished; the new pages are "
                                "public.");
    case Recovery::TakenBack:
        return RecoveryCard::tr("The publish that was cut off is taken back; the site is as it "
                                "was before.");
    case Recovery::SetAside: // by the command line alone
    case Recovery::None:
        break;
    }
    return RecoveryCard::tr("Nothing of the cut-off publish had become visible; the site is as it "
                            "was before.");
}

} // namespace kakehashi::ui
