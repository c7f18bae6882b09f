#include "ui/check/exceptiondialog.h"

#include "check/gate/exceptionrepository.h"
#include "ui/check/findingtext.h"
#include "ui/shell/session.h"
#include "ui/shell/text/person.h"
#include "ui/style/style.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kakehashi::ui {
namespace {

constexpr qsizetype namedFindings = 6;

} // namespace

ExceptionDialog::ExceptionDialog(const check::Findings &findings, QWidget *parent)
    : QDialog(parent), m_reason(new QPlainTextEdit(this))
{
    setWindowTitle(tr("Publish it all the same?"));
    resize(560, 400);
    auto *title = new QLabel(tr("%n problem(s) will no longer stop a publish:", nullptr,
                                static_cast<int>(findings.size())),
                             this);
    QStringList named;
    for (const check::Finding &finding : findings.mid(0, namedFindings))
        named
            << tr("%1  %2", "page, problem").arg(finding.issue.place.pagePath, finding.issue.text);
    if (findings.size() > namedFindings)
        named << tr("… and %n more", nullptr, static_cast<int>(findings.size() - namedFindings));
    auto *list = new QLabel(named.join(u'\n'), this);
    list->setTextFormat(Qt::PlainText);
    list->setWordWrap(true);
    auto *ask = new QLabel(tr("&Reason"), this);
    ask->setBuddy(m_reason);
    m_reason->setProperty("role", QStringLiteral("field"));
    m_reason->setTabChangesFocus(true);
    m_reason->setPlaceholderText(
        tr("For example: the text comes from the ministry's form and is mended in October"));
    auto *note = new QLabel(tr("The reason, your name and the time are kept and stand in the "
                               "history of the publish. The exception ends when the text at that "
                               "place changes."),
                            this);
    note->setWordWrap(true);
    style::markMuted(note);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *make = buttons->addButton(tr("Record the exception"), QDialogButtonBox::AcceptRole);
    make->setObjectName(QStringLiteral("record"));
    style::markPrimary(make);
    make->setEnabled(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(style::margin, style::margin, style::margin, style::margin);
    layout->setSpacing(style::gap);
    for (QWidget *widget : {static_cast<QWidget *>(title), static_cast<QWidget *>(list),
                            static_cast<QWidget *>(ask), static_cast<QWidget *>(m_reason),
                            static_cast<QWidget *>(note), static_cast<QWidget *>(buttons)})
        layout->addWidget(widget);
    m_reason->setFocus();
    connect(m_reason, &QPlainTextEdit::textChanged, make,
            [this, make] { make->setEnabled(!reason().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QString ExceptionDialog::reason() const
{
    return m_reason->toPlainText().trimmed();
}

void makeException(Session &session, const render::SnapshotPtr &site,
                   const check::Findings &findings, QWidget *parent, std::function<void()> done)
{
    auto *dialog = new ExceptionDialog(findings, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, parent,
                     [&session, site, findings, dialog, done = std::move(done)] {
                         workspace::Workspace &workspace = session.workspace();
                         const auto added =
                             check::ExceptionRepository(workspace.database())
                                 .add(check::exceptionsFor(findings, *site, dialog->reason(),
                                                           personName(), workspace.clock()));
                         if (!added)
                             return session.showError(added.error());
                         done();
                     });
    dialog->open();
}

} // namespace kakehashi::ui
