#include "ui/editor/editorpanel.h"

#include "content/media/mediarepository.h"
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
#include "ui/editor/toolbar.h"
#include "ui/media/mediaimport.h"
#include "ui/media/mediapicker.h"
#include "ui/shell/actions.h"
#include "ui/shell/session.h"
#include "ui/style/style.h"

#include <QAction>
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
    auto *toolbar = new EditorToolbar(m_text, part);
    m_find = new FindBar(m_text, part);
    m_alt = new AltBar(part);
    m_issues = new IssueStrip(part);
    QVBoxLayout *layout = bareColumn(part);
    layout->addWidget(toolbar);
    layout->addWidget(m_find);
    layout->addWidget(m_alt);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_issues);
    connect(toolbar, &EditorToolbar::pictureRequested, this, [this] { chooseMedia(true); });
    connect(toolbar, &EditorToolbar::fileRequested, this, [this] { chooseMedia(false); });
    connect(m_alt, &AltBar::answered, this, &EditorPanel::keepAlt);
    connect(m_text, &MarkdownEdit::filesOffered, this, [this](const QStringList &paths) {
        importFiles(m_session, this, paths, [this](const auto &assets) { insertMedia(assets); });
    });
    connect(m_text, &MarkdownEdit::pictureOffered, this, [this](const QImage &picture) {
        importPicture(m_session, this, picture,
                      [this](const auto &assets) { insertMedia(assets); });
    });
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
    connectTo("edit.undo", [this] {
        if (m_document)
            m_document->undoStack().undo();
    });
    connectTo("edit.redo", [this] {
        if (m_document)
            m_document->undoStack().redo();
    });
    connectTo("edit.find", [this] {
        showTab(TextTab);
        m_find->open();
    });
    connectTo("page.history", [this] { showHistory(); });
    connectTo("edit.text", [this] { showTab(TextTab); });
    connectTo("edit.details", [this] { showTab(DetailsTab); });
    connectTo("edit.publish", [this] { showTab(PublishTab); });
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
    if (m_document) {
        m_document->disconnect(this);
        m_document->undoStack().disconnect(this);
    }
    m_document = m_session.currentDocument();
    m_header->showDocument(m_document);
    m_text->showDocument(m_document);
    m_details->showDocument(m_document);
    m_publish->showDocument(m_document);
    m_undoKeys.setStack(m_document ? &m_document->undoStack() : nullptr);
    m_whole->setCurrentIndex(m_document ? 1 : 0);
    updateUndo();
    if (!m_document)
        return;
    connect(m_document, &Document::changed, this, &EditorPanel::reveal);
    connect(&m_document->undoStack(), &QUndoStack::indexChanged, this, &EditorPanel::updateUndo);
    m_session.setCaret(m_text->caretLine());
}

void EditorPanel::updateUndo()
{
    QAction *undo = m_session.actions().action(QStringLiteral("edit.undo"));
    QAction *redo = m_session.actions().action(QStringLiteral("edit.redo"));
    if (!undo || !redo)
        return;
    undo->setEnabled(m_document && m_document->undoStack().canUndo());
    redo->setEnabled(m_document && m_document->undoStack().canRedo());
    const QString undoText = m_document ? m_document->undoStack().undoText() : QString();
    const QString redoText = m_document ? m_document->undoStack().redoText() : QString();
    undo->setText(undoText.isEmpty() ? tr("&Undo") : tr("&Undo: %1").arg(undoText));
    redo->setText(redoText.isEmpty() ? tr("&Redo") : tr("&Redo: %1").arg(redoText));
}

void EditorPanel::reveal(const DocumentChange &change)
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
            [this](const content::MediaAsset &asset) { insertMedia({asset}); });
    picker->open();
}

void EditorPanel::insertMedia(const QList<content::MediaAsset> &assets)
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
            m_alt->ask(asset);
    }
}

void EditorPanel::keepAlt(const content::MediaAsset &asset)
{
    if (const auto stored = m_session.workspace().media().update(asset); !stored)
        return m_session.showError(stored.error());
    if (asset.alt.isEmpty() || !m_document)
        return;
    const QString empty = QStringLiteral("![](media:%1)").arg(asset.fileName);
    const qsizetype at = m_document->content().body.lastIndexOf(empty);
    if (at >= 0)
        m_document->editBody({.position = at + 2, .inserted = asset.alt});
}

} // namespace kakehashi::ui
