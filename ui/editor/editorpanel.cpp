#include "ui/editor/editorpanel.h"

#include "content/media/mediarepository.h"
#include "ui/editing/undofocus.h"
#include "ui/editor/forms/detailsform.h"
#include "ui/editor/forms/headerbar.h"
#include "ui/editor/forms/historydialog.h"
#include "ui/editor/forms/publishform.h"
#include "ui/editor/issuestrip.h"
#include "ui/editor/marks/editorchecks.h"
#include "ui/editor/text/altbar.h"
#include "ui/editor/text/findbar.h"
#include "ui/editor/text/markdownedit.h"
#include "ui/editor/text/markdowntools.h"
#include "ui/editor/text/plainpaste.h"
#include "ui/editor/text/richpaste.h"
#include "ui/editor/toolbar.h"
#include "ui/media/mediaimport.h"
#include "ui/media/mediapicker.h"
#include "ui/shell/actions.h"
#include "ui/shell/session.h"
#include "ui/shell/undoable.h"
#include "ui/style/style.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace kakehashi::ui {

namespace {

QVBoxLayout *bareColumn(QWidget *widget)
{
    auto *layout = new QVBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    return layout;
}

bool isPicture(const content::MediaAsset &asset)
{
    return asset.mimeType.startsWith(QLatin1String("image/"));
}

} // namespace

EditorPanel::EditorPanel(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_whole(new QStackedWidget(this))
{
    m_whole->addWidget(makeEmptyPart());
    m_whole->addWidget(makePage());
    bareColumn(this)->addWidget(m_whole);
    m_undoKeys.watch(m_header);
    m_undoKeys.watch(m_text);
    m_undoKeys.watch(m_publish);
    connect(m_details, &DetailsForm::rebuilt, this, [this] { m_undoKeys.watch(m_details); });
    connectSession();
    connectUndo();
    connectChecks();
    showPage(session.currentPage());
}

QWidget *EditorPanel::makeEmptyPart()
{
    auto *empty = new QLabel(tr("Choose a page from the list, or make a new one (Ctrl+N)."), this);
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    style::markMuted(empty);
    return empty;
}

QWidget *EditorPanel::makePage()
{
    auto *page = new QWidget(this);
    m_header = new HeaderBar(m_session, page);
    m_tabs = new QTabBar(page);
    m_tabs->addTab(tr("Text"));
    m_tabs->addTab(tr("Details"));
    m_tabs->addTab(tr("Period and search"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_parts = new QStackedWidget(page);
    m_parts->addWidget(makeTextPart());
    m_parts->addWidget(m_details = new DetailsForm(m_session, page));
    m_parts->addWidget(m_publish = new PublishForm(page));
    connect(m_tabs, &QTabBar::currentChanged, m_parts, &QStackedWidget::setCurrentIndex);

    auto *tabStrip = new QWidget(page);
    style::markStrip(tabStrip);
    auto *tabs = new QHBoxLayout(tabStrip);
    tabs->setContentsMargins(style::gap, 0, style::gap, 0);
    tabs->addWidget(m_tabs);
    tabs->addStretch();
    QVBoxLayout *layout = bareColumn(page);
    layout->addWidget(m_header);
    layout->addWidget(tabStrip);
    layout->addWidget(m_parts, 1);
    return page;
}

QWidget *EditorPanel::makeTextPart()
{
    auto *part = new QWidget(this);
    m_text = new MarkdownEdit(part);
    m_toolbar = new EditorToolbar(m_text, part);
    walkByArrows(m_toolbar);
    m_find = new FindBar(m_text, part);
    m_alt = new AltBar(part);
    m_issues = new IssueStrip(part);
    QVBoxLayout *layout = bareColumn(part);
    layout->addWidget(m_toolbar);
    layout->addWidget(m_find);
    layout->addWidget(m_alt);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_issues);
    connect(m_toolbar, &EditorToolbar::pictureRequested, this, [this] { chooseMedia(true); });
    connect(m_toolbar, &EditorToolbar::fileRequested, this, [this] { chooseMedia(false); });
    connect(m_alt, &AltBar::answered, this, &EditorPanel::keepAlt);
    connect(m_alt, &AltBar::finished, this, [this] { m_text->setFocus(); });
    connect(m_text, &MarkdownEdit::filesOffered, this, [this](const QStringList &paths) {
        importFiles(m_session, this, paths, intoOpenPage());
    });
    const auto takePicture = [this](const QImage &picture) {
        importPicture(m_session, this, picture, intoOpenPage());
    };
    connect(m_text, &MarkdownEdit::pictureOffered, this, takePicture);
    auto *paste = new RichPaste(m_session, m_text, part);
    connect(paste, &RichPaste::pictureOffered, this, takePicture);
    connect(paste, &RichPaste::altMissing, m_alt,
            [this](const content::MediaAsset &asset) { m_alt->ask(asset, false); });
    return part;
}

void EditorPanel::connectSession()
{
    connect(&m_session, &Session::currentPageChanged, this, &EditorPanel::showPage);
    connect(&m_session, &Session::gotoLineRequested, this, [this](int line) {
        showTab(TextTab);
        m_text->gotoLine(line);
    });
    connect(m_text, &MarkdownEdit::caretLineChanged, &m_session, &Session::setCaret);
}

void EditorPanel::connectUndo()
{
    const auto connectTo = [this](const char *id, auto run) {
        if (QAction *action = m_session.actions().action(QLatin1String(id)))
            connect(action, &QAction::triggered, this, run);
    };
    QUndoGroup &steps = UndoFocus::of(m_session).group();
    connectTo("edit.undo", [&steps] { steps.undo(); });
    connectTo("edit.redo", [&steps] { steps.redo(); });
    connect(&steps, &QUndoGroup::canUndoChanged, this, &EditorPanel::updateUndo);
    connect(&steps, &QUndoGroup::canRedoChanged, this, &EditorPanel::updateUndo);
    connect(&steps, &QUndoGroup::undoTextChanged, this, &EditorPanel::updateUndo);
    connect(&steps, &QUndoGroup::redoTextChanged, this, &EditorPanel::updateUndo);
    UndoFocus::of(m_session).setHome(this);
    connectTo("edit.pastePlain", [] { pastePlain(QApplication::focusWidget()); });
    connectTo("edit.find", [this] {
        showTab(TextTab);
        m_find->open();
    });
    connectTo("page.history", [this] { showHistory(); });
    connectTo("edit.text", [this] { enterTab(TextTab); });
    connectTo("edit.details", [this] { enterTab(DetailsTab); });
    connectTo("edit.publish", [this] { enterTab(PublishTab); });
}

void EditorPanel::connectChecks()
{
    m_checks =
        new EditorChecks(m_session, {m_text, m_issues, m_header, m_details, m_publish}, this);
    connect(m_checks, &EditorChecks::textRequested, this, [this] { showTab(TextTab); });
    connect(m_checks, &EditorChecks::detailsRequested, this, [this] { showTab(DetailsTab); });
    connect(m_checks, &EditorChecks::publishRequested, this, [this] { showTab(PublishTab); });
    connect(m_checks, &EditorChecks::counted, this, [this](int details, int publish) {
        const auto name = [this](Tab tab, const QString &text, int count) {
            m_tabs->setTabText(tab, count > 0 ? tr("%1 (%2)").arg(text).arg(count) : text);
        };
        name(DetailsTab, tr("Details"), details);
        name(PublishTab, tr("Period and search"), publish);
    });
}

void EditorPanel::showPage(const Ulid &)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = m_session.currentDocument();
    m_header->showDocument(m_document);
    m_text->showDocument(m_document);
    m_details->showDocument(m_document);
    m_publish->showDocument(m_document);
    QUndoStack *steps = m_document ? &m_document->undoStack() : nullptr;
    m_undoKeys.setStack(steps);
    UndoFocus::setStack(this, steps);
    UndoFocus::of(m_session).refresh();
    m_whole->setCurrentIndex(m_document ? 1 : 0);
    updateUndo();
    if (!m_document)
        return;
    connect(m_document, &Document::changed, this, &EditorPanel::revealChange);
    m_session.setCaret(m_text->caretLine());
}

void EditorPanel::updateUndo()
{
    QAction *undo = m_session.actions().action(QStringLiteral("edit.undo"));
    QAction *redo = m_session.actions().action(QStringLiteral("edit.redo"));
    if (!undo || !redo)
        return;
    const QUndoGroup &steps = UndoFocus::of(m_session).group();
    undo->setEnabled(steps.canUndo());
    redo->setEnabled(steps.canRedo());
    const QString undoText = steps.undoText();
    const QString redoText = steps.redoText();
    undo->setText(undoText.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(undoText));
    redo->setText(redoText.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(redoText));
}

void EditorPanel::revealChange(const DocumentChange &change)
{
    if (!change.restored)
        return;
    switch (change.part) {
    case Part::Body:
        return showTab(TextTab);
    case Part::Seo:
    case Part::Window:
        return showTab(PublishTab);
    case Part::Summary:
    case Part::Date:
    case Part::Picture:
    case Part::Language:
    case Part::Field:
        showTab(DetailsTab);
        return m_details->reveal(change);
    case Part::Title:
    case Part::All:
        return;
    }
}

void EditorPanel::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

void EditorPanel::enterTab(Tab tab)
{
    showTab(tab);
    QWidget *part = tab == DetailsTab   ? static_cast<QWidget *>(m_details)
                    : tab == PublishTab ? static_cast<QWidget *>(m_publish)
                                        : m_text;
    const QList<FocusStop> stops = tabStopsIn(part);
    if (!stops.isEmpty())
        stops.constFirst().target->setFocus(Qt::ShortcutFocusReason);
}

QList<FocusStop> EditorPanel::mainStops() const
{
    if (!m_document)
        return {};
    QList<FocusStop> stops{{m_header->titleField(), nullptr}, {m_text, nullptr}};
    for (QWidget *bar : {static_cast<QWidget *>(m_alt), static_cast<QWidget *>(m_find)}) {
        if (bar->isVisible())
            stops += tabStopsIn(bar);
    }
    return stops + tabStopsIn(m_details) + tabStopsIn(m_publish);
}

QList<FocusStop> EditorPanel::toolStops() const
{
    if (!m_document)
        return {};
    QList<FocusStop> stops = tabStopsIn(m_header);
    stops.removeIf([this](const FocusStop &stop) { return stop.target == m_header->titleField(); });
    stops.append({m_tabs, nullptr});
    stops += toolStopOf(m_toolbar);
    if (!m_issues->isHidden())
        stops += tabStopsIn(m_issues);
    return stops;
}

QWidget *EditorPanel::textStop() const
{
    return m_document ? m_text : nullptr;
}

void EditorPanel::reveal(QWidget *target)
{
    if (target == m_text || m_toolbar->isAncestorOf(target) || m_issues->isAncestorOf(target))
        showTab(TextTab);
    else if (m_details->isAncestorOf(target))
        showTab(DetailsTab);
    else if (m_publish->isAncestorOf(target))
        showTab(PublishTab);
}

void EditorPanel::showHistory()
{
    if (!m_document)
        return;
    auto *dialog = new HistoryDialog(m_session, m_document, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void EditorPanel::chooseMedia(bool onlyPictures)
{
    const auto offer = onlyPictures ? MediaPicker::Offer::Pictures : MediaPicker::Offer::Files;
    auto *picker = new MediaPicker(m_session, offer, window());
    picker->setAttribute(Qt::WA_DeleteOnClose);
    connect(picker, &MediaPicker::picked, this,
            [this](const content::MediaAsset &asset) { insertMedia({asset}, AskAlt::AtOnce); });
    picker->open();
}

int EditorPanel::stepCount() const
{
    return m_document ? m_document->undoStack().index() : 0;
}

/// Taking a file in needs a moment. Who has gone on typing meanwhile is not interrupted.
EditorPanel::AskAlt EditorPanel::askUnlessTyped(int stepsBefore) const
{
    const bool mayTakeFocus = stepCount() == stepsBefore && m_text->hasFocus();
    return mayTakeFocus ? AskAlt::AtOnce : AskAlt::InPassing;
}

/// Taking files in needs a moment: they go into the page that was open when they were offered.
MediaImported EditorPanel::intoOpenPage()
{
    return [this, document = QPointer(m_session.currentDocument()),
            steps = stepCount()](const QList<content::MediaAsset> &assets) {
        if (document && document == m_session.currentDocument())
            return insertMedia(assets, askUnlessTyped(steps));
        m_session.showMessage(
            {.text = tr("You have left the page meanwhile. %n file(s) are among the media now.",
                        nullptr, static_cast<int>(assets.size()))});
    };
}

void EditorPanel::insertMedia(const QList<content::MediaAsset> &assets, AskAlt ask)
{
    for (const content::MediaAsset &asset : assets) {
        const QString target = QStringLiteral("media:") + asset.fileName;
        if (!isPicture(asset)) {
            const QString label = asset.caption.isEmpty() ? asset.fileName : asset.caption;
            m_text->edit([&](QTextCursor &cursor) { insertLink(cursor, label, target); });
            continue;
        }
        m_text->edit([&](QTextCursor &cursor) {
            insertBlockText(cursor, QStringLiteral("![%1](%2)").arg(asset.alt, target));
        });
        if (asset.alt.isEmpty() && !asset.decorative)
            m_alt->ask(asset, ask == AskAlt::AtOnce);
    }
}

void EditorPanel::keepAlt(const content::MediaAsset &asset)
{
    const bool isKept = doUndoably(m_session, tr("The text of the picture is stored."),
                                   [&] { return m_session.workspace().media().update(asset); });
    if (!isKept || asset.alt.isEmpty() || !m_document)
        return;
    const QString empty = QStringLiteral("![](media:%1)").arg(asset.fileName);
    const qsizetype at = m_document->content().body.lastIndexOf(empty);
    if (at >= 0)
        m_document->editBody({.position = at + 2, .inserted = asset.alt});
}

} // namespace kakehashi::ui
