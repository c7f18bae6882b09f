// Before a site is closed: what runs is not cut off, and what is unfinished not lost, unasked.
#include "base/visibletext.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/shell/session.h"
#include "ui/shell/unfinished.h"

#include <QCloseEvent>
#include <QMessageBox>
#include <QPushButton>

namespace kakehashi::ui {

void MainWindow::leaveSite(const std::function<void()> &then)
{
    const QStringList unfinished =
        m_session ? Unfinished::of(*m_session).sentences() : QStringList();
    if (unfinished.isEmpty())
        return then();
    if (m_leaving)
        return m_leaving->raise();
    m_leaving = new QMessageBox(QMessageBox::Warning, tr("Kakehashi"),
                                visibleLines(unfinished.join(u'\n')), QMessageBox::NoButton, this);
    m_leaving->setObjectName(QStringLiteral("leaving"));
    m_leaving->setTextFormat(Qt::PlainText);
    m_leaving->setInformativeText(tr("Close it all the same?"));
    QPushButton *stay = m_leaving->addButton(tr("Keep it open"), QMessageBox::RejectRole);
    QPushButton *leave = m_leaving->addButton(tr("Stop and close"), QMessageBox::DestructiveRole);
    stay->setObjectName(QStringLiteral("stay"));
    leave->setObjectName(QStringLiteral("leave"));
    m_leaving->setDefaultButton(stay);
    m_leaving->setEscapeButton(stay);
    m_leaving->setAttribute(Qt::WA_DeleteOnClose);
    // Queued: the answer's own window must be gone before the one behind it goes.
    connect(
        m_leaving, &QMessageBox::buttonClicked, this,
        [leave, then](QAbstractButton *button) {
            if (button == leave)
                then();
        },
        Qt::QueuedConnection);
    m_leaving->open();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    remember();
    if (!m_session || Unfinished::of(*m_session).sentences().isEmpty())
        return QMainWindow::closeEvent(event);
    event->ignore();
    leaveSite([this] {
        closeSite();
        close();
    });
}

} // namespace kakehashi::ui
