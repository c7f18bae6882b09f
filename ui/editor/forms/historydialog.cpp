#include "ui/editor/forms/historydialog.h"

#include "content/page/pagerepository.h"
#include "ui/editing/document.h"
#include "ui/editor/text/highlighter.h"
#include "ui/shell/rowdelegate.h"
#include "ui/shell/session.h"
#include "ui/shell/text/datetext.h"
#include "ui/style/style.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace kakehashi::ui {

HistoryDialog::HistoryDialog(Session &session, Document *document, QWidget *parent)
    : QDialog(parent)
    , m_document(document)
    , m_list(new QListWidget(this))
    , m_title(new QLabel(this))
    , m_text(new QPlainTextEdit(this))
{
    setWindowTitle(tr("History of “%1”").arg(document->content().title));
    resize(860, 560);
    m_list->setAccessibleName(tr("Revisions"));
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_text->setReadOnly(true);
    m_text->setAccessibleName(tr("Text of the revision"));
    new Highlighter(m_text->document());
    style::markHeading(m_title);
    m_title->setWordWrap(true);
    auto *right = new QWidget(this);
    auto *reading = new QVBoxLayout(right);
    reading->setContentsMargins(style::margin, 0, 0, 0);
    reading->addWidget(m_title);
    reading->addWidget(m_text, 1);
    auto *splitter = new QSplitter(this);
    splitter->addWidget(m_list);
    splitter->addWidget(right);
    splitter->setSizes({280, 560});
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_take = buttons->addButton(tr("Take over this text"), QDialogButtonBox::ActionRole);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(style::margin, style::margin, style::margin, style::margin);
    layout->addWidget(splitter, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_take, &QPushButton::clicked, this, &HistoryDialog::takeOver);
    connect(m_list, &QListWidget::currentRowChanged, this, &HistoryDialog::showRevision);
    if (auto revisions = session.workspace().pages().revisions(document->page().id))
        m_revisions = *std::move(revisions);
    else
        session.showError(revisions.error());
    fill(document->page());
}

void HistoryDialog::fill(const content::Page &page)
{
    for (const content::Revision &revision : std::as_const(m_revisions)) {
        const QString when = whenText(revision.createdAt);
        QString text = QStringLiteral("%1   %2").arg(when, revision.author);
        if (revision.number == page.live)
            text += tr("   (live)");
        if (!revision.note.isEmpty())
            text += u'\n' + revision.note;
        m_list->addItem(text);
    }
    m_list->setCurrentRow(0);
}

void HistoryDialog::showRevision(int row)
{
    m_take->setEnabled(row >= 0);
    if (row < 0)
        return;
    const content::PageContent &content = m_revisions.at(row).content;
    m_title->setText(content.title);
    m_text->setPlainText(content.body);
}

void HistoryDialog::takeOver()
{
    const int row = m_list->currentRow();
    if (row < 0 || !m_document)
        return;
    m_document->replaceContent(m_revisions.at(row).content,
                               tr("Revision %1").arg(m_revisions.at(row).number));
    accept();
}

} // namespace kakehashi::ui
