#include "ui/mainwindow/dialogs/commandpalette.h"

#include "base/text.h"
#include "content/page/pagerepository.h"
#include "ui/shell/actions.h"
#include "ui/shell/rowdelegate.h"
#include "ui/shell/session.h"
#include "ui/style/style.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace kakehashi::ui {

namespace {

constexpr int mostShown = 40;

QString foldedLower(const QString &text)
{
    return folded(text).toCaseFolded();
}

} // namespace

CommandPalette::CommandPalette(ActionRegistry &actions, Session *session, QWidget *parent)
    : QDialog(parent, Qt::Popup), m_typed(new QLineEdit(this)), m_list(new QListWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setAccessibleName(tr("Find an action or a page"));
    m_typed->setPlaceholderText(tr("Find an action or a page"));
    m_typed->setAccessibleName(m_typed->placeholderText());
    m_typed->installEventFilter(this);
    setProperty("role", QStringLiteral("palette"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setIconSize({style::iconSize, style::iconSize});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(style::gap, style::gap, style::gap, style::gap);
    layout->addWidget(m_typed);
    layout->addWidget(m_list);
    resize(520, 380);
    if (parent) {
        const QPoint corner = parent->mapToGlobal(QPoint((parent->width() - width()) / 2, 72));
        move(corner);
    }
    if (session)
        collectPages(*session);
    collectActions(actions);
    connect(m_typed, &QLineEdit::textChanged, this, &CommandPalette::filter);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::runCurrent);
    filter({});
    m_typed->setFocus();
}

void CommandPalette::collectActions(ActionRegistry &actions)
{
    for (const ActionSpec &spec : actions.specs()) {
        QAction *action = actions.action(spec.id);
        if (!action->isEnabled() || spec.text.isEmpty())
            continue;
        m_choices.append({.text = action->text().remove(u'&'),
                          .hint = action->shortcut().toString(QKeySequence::NativeText),
                          .haystack = foldedLower(action->text()),
                          .icon = action->icon(),
                          .run = [action] { action->trigger(); }});
    }
}

void CommandPalette::collectPages(Session &session)
{
    const auto pages = session.workspace().pages().list();
    if (!pages)
        return;
    for (const content::PageEntry &entry : *pages) {
        m_choices.append({.text = entry.title,
                          .hint = entry.page.path,
                          .haystack = foldedLower(entry.title + u' ' + entry.page.path),
                          .icon = style::icon(QStringLiteral("pages")),
                          .run = [&session, id = entry.page.id] {
                              session.showPanel(QStringLiteral("pages"));
                              static_cast<void>(session.openPage(id));
                          }});
    }
}

void CommandPalette::filter(const QString &typed)
{
    const QStringList words = foldedLower(typed).split(u' ', Qt::SkipEmptyParts);
    m_list->clear();
    for (qsizetype i = 0; i < m_choices.size() && m_list->count() < mostShown; ++i) {
        const Choice &choice = m_choices.at(i);
        const bool fits = std::all_of(words.cbegin(), words.cend(), [&](const QString &word) {
            return choice.haystack.contains(word);
        });
        if (!fits)
            continue;
        auto *item = new QListWidgetItem(choice.icon, choice.text, m_list);
        item->setData(RowDelegate::hintRole, choice.hint);
        item->setData(Qt::UserRole, i);
    }
    m_list->setCurrentRow(0);
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_typed || event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const int row = m_list->currentRow();
    switch (key->key()) {
    case Qt::Key_Down:
        m_list->setCurrentRow(std::min(row + 1, m_list->count() - 1));
        return true;
    case Qt::Key_Up:
        m_list->setCurrentRow(std::max(row - 1, 0));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        runCurrent();
        return true;
    default:
        return QDialog::eventFilter(watched, event);
    }
}

void CommandPalette::runCurrent()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const auto run = m_choices.at(item->data(Qt::UserRole).toInt()).run;
    close();
    run();
}

} // namespace kakehashi::ui
