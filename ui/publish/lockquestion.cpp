#include "ui/publish/lockquestion.h"

#include "ui/shell/text/datetext.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

namespace kakehashi::ui {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::ui::LockQuestion)
};

} // namespace

QString lockText(const publish::HeldLock &held)
{
    return publish::whatIsKnown(held, &whenText);
}

void askToBreak(const publish::HeldLock &held, QWidget *parent, std::function<void()> then)
{
    auto *ask = new QMessageBox(QMessageBox::Warning, Text::tr("Break the lock"),
                                Text::tr("Break the lock of %1?").arg(held.owner()),
                                QMessageBox::Cancel, parent->window());
    ask->setObjectName(QStringLiteral("lockQuestion"));
    ask->setTextFormat(Qt::PlainText);
    ask->setInformativeText(
        lockText(held) + QStringLiteral("\n\n") +
        Text::tr("Do this only if you know that this publish runs no more: ask %1 first. For up to "
                 "a minute it is watched whether the lock is renewed; if it is, nothing is broken. "
                 "What that publish left unfinished is finished or taken back afterwards.")
            .arg(held.owner()));
    auto *yes = ask->addButton(Text::tr("Break the lock"), QMessageBox::DestructiveRole);
    yes->setObjectName(QStringLiteral("breakIt"));
    ask->setDefaultButton(QMessageBox::Cancel);
    ask->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(ask, &QMessageBox::buttonClicked, parent,
                     [yes, then = std::move(then)](QAbstractButton *button) {
                         if (button == yes)
                             then();
                     });
    ask->open();
}

} // namespace kakehashi::ui
