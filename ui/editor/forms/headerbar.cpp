#include "ui/editor/forms/headerbar.h"

#include "ui/editor/marks/fieldnote.h"
#include "ui/shell/actions.h"
#include "ui/shell/elidedlabel.h"
#include "ui/shell/session.h"
#include "ui/shell/text/kindtext.h"
#include "ui/style/style.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QStyle>
#include <QToolButton>

namespace kakehashi::ui {

using content::PageState;

HeaderBar::HeaderBar(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_title(new QLineEdit(this))
    , m_note(new FieldNote(this))
    , m_place(new ElidedLabel(this))
    , m_state(new QToolButton(this))
    , m_saved(new QLabel(this))
{
    style::markStrip(this);
    m_title->setProperty("role", QStringLiteral("title"));
    m_title->setPlaceholderText(tr("Title"));
    m_title->setAccessibleName(tr("Title"));
    m_state->setMenu(new QMenu(m_state));
    m_state->setPopupMode(QToolButton::InstantPopup);
    m_state->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_place->setTextInteractionFlags(Qt::TextSelectableByMouse);
    style::markMuted(m_place);
    m_saved->setObjectName(QStringLiteral("saved"));
    style::markMuted(m_saved);

    auto *line = new QHBoxLayout;
    line->setSpacing(style::gap);
    line->addWidget(m_place, 1);
    line->addWidget(m_saved);
    line->addWidget(m_state);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(style::gap, style::gap, style::gap, style::hairGap);
    layout->setSpacing(0);
    layout->addWidget(m_title);
    m_note->setContentsMargins(style::gap, 0, 0, 0);
    layout->addWidget(m_note);
    connect(m_note, &FieldNote::mendRequested, this, &HeaderBar::mendRequested);
    m_place->setContentsMargins(style::gap, 0, 0, 0);
    layout->addLayout(line);

    connect(m_title, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (m_document)
            m_document->setTitle(text);
    });
    connect(m_title, &QLineEdit::editingFinished, this, [this] {
        if (m_document)
            m_document->endTyping();
    });
    connect(m_state->menu(), &QMenu::aboutToShow, this, &HeaderBar::fillStateMenu);
    connect(&session, &Session::keepingChanged, this, [this] {
        if (m_document)
            showSaved();
    });
}

void HeaderBar::showDocument(Document *document)
{
    if (m_document) {
        m_document->disconnect(this);
        m_document->undoStack().disconnect(this);
    }
    m_document = document;
    if (!document)
        return;
    connect(document, &Document::changed, this, [this](const DocumentChange &change) {
        if (change.part == Part::Title || change.part == Part::All)
            showValues();
    });
    connect(document, &Document::pageChanged, this, &HeaderBar::showValues);
    connect(&document->undoStack(), &QUndoStack::cleanChanged, this, &HeaderBar::showValues);
    showValues();
}

void HeaderBar::showFindings(const check::Findings &findings)
{
    const check::Findings here = findingsIn(findings, QStringLiteral("title"));
    QStringList texts;
    for (const check::Finding &finding : here)
        texts << finding.issue.text;
    m_note->show(here, texts);
}

void HeaderBar::focusTitle()
{
    m_title->setFocus();
}

void HeaderBar::showValues()
{
    const content::Page &page = m_document->page();
    const QString title = m_document->content().title;
    if (m_title->text() != title)
        m_title->setText(title);
    const content::Kind &kind = content::kindNamed(m_session.kinds(), page.kind);
    m_place->setText(QStringLiteral("%1  ·  %2").arg(page.path, labelOf(kind)));
    // Edits that are not a revision yet make a live page a changed one all the same.
    PageState state = stateOf(page);
    if (state == PageState::Live && m_document->isModified())
        state = PageState::Changed;
    m_state->setText(stateText(state) + QStringLiteral("   "));
    m_state->setAccessibleName(tr("State: %1").arg(stateText(state)));
    showSaved();
}

void HeaderBar::showSaved()
{
    const bool isModified = m_document->isModified();
    const bool isLost = isModified && !m_session.isKeeping();
    m_saved->setText(isLost ? tr("Not saved") : isModified ? tr("Autosaved") : tr("Saved"));
    m_saved->setToolTip(isLost ? tr("Writing to the disk fails, and is tried again all the time. "
                                    "Make room on the disk, and leave this window open until it "
                                    "says “Autosaved”.")
                        : isModified ? tr("What you type is kept within a second. Ctrl+S makes a "
                                          "revision of it.")
                                     : QString());
    m_saved->setProperty("role", isLost ? QStringLiteral("danger") : QStringLiteral("muted"));
    m_saved->style()->unpolish(m_saved);
    m_saved->style()->polish(m_saved);
}

void HeaderBar::fillStateMenu()
{
    QMenu *menu = m_state->menu();
    menu->clear();
    for (const char *id : {"page.save", "page.approve", "page.withdraw"}) {
        if (QAction *action = m_session.actions().action(QLatin1String(id)))
            menu->addAction(action);
    }
    menu->addSeparator();
    for (const char *id : {"page.history", "page.move", "page.trash"}) {
        if (QAction *action = m_session.actions().action(QLatin1String(id)))
            menu->addAction(action);
    }
}

} // namespace kakehashi::ui
