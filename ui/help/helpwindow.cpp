#include "ui/help/helpwindow.h"

#include "base/text.h"
#include "ui/help/guidetext.h"
#include "ui/shell/feature.h"
#include "ui/style/style.h"

#include <QApplication>
#include <QEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPointer>
#include <QShortcut>
#include <QSplitter>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace kakehashi::ui {
namespace {

constexpr int listWidth = 220;
constexpr int idRole = Qt::UserRole;

QString currentLanguage()
{
    return QLocale().language() == QLocale::Japanese ? QStringLiteral("ja") : QStringLiteral("en");
}

/// The panel that has the focus; the window marks each with its id.
QString focusedPanel()
{
    for (QWidget *widget = QApplication::focusWidget(); widget; widget = widget->parentWidget()) {
        const QString panel = widget->property("panel").toString();
        if (!panel.isEmpty())
            return panel;
    }
    return {};
}

} // namespace

HelpWindow::HelpWindow(QWidget *parent)
    : QWidget(parent, Qt::Window), m_list(new QListWidget(this)), m_text(new QTextBrowser(this))
{
    setWindowTitle(tr("Guide"));
    resize(860, 680);
    auto *search = new QLineEdit(this);
    search->setPlaceholderText(tr("Search the guide"));
    search->setAccessibleName(search->placeholderText());
    search->setClearButtonEnabled(true);
    m_list->setAccessibleName(tr("Chapters"));
    m_text->setOpenLinks(false);
    m_text->setAccessibleName(tr("Text of the chapter"));
    auto *side = new QWidget(this);
    auto *sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(style::gap, style::gap, style::gap, style::gap);
    sideLayout->addWidget(search);
    sideLayout->addWidget(m_list, 1);
    auto *split = new QSplitter(this);
    split->addWidget(side);
    split->addWidget(m_text);
    split->setStretchFactor(1, 1);
    split->setSizes({listWidth, width() - listWidth});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(split);
    connect(search, &QLineEdit::textChanged, this, &HelpWindow::filter);
    connect(m_list, &QListWidget::currentRowChanged, this, &HelpWindow::showCurrent);
    connect(m_text, &QTextBrowser::anchorClicked, this, &HelpWindow::follow);
    auto *close = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    connect(close, &QShortcut::activated, this, &QWidget::close);
    load();
}

void HelpWindow::load()
{
    m_topics = helpTopics(currentLanguage());
    filter(QString());
}

void HelpWindow::filter(const QString &words)
{
    const QString wanted = folded(words).toLower();
    const QString current =
        m_list->currentItem() ? m_list->currentItem()->data(idRole).toString() : QString();
    m_list->clear();
    for (const HelpTopic &topic : std::as_const(m_topics)) {
        if (!wanted.isEmpty() && !folded(topic.text).toLower().contains(wanted))
            continue;
        auto *item = new QListWidgetItem(topic.title, m_list);
        item->setData(idRole, topic.id);
        if (topic.id == current)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem())
        m_list->setCurrentRow(0);
    if (!words.isEmpty())
        m_text->find(words);
}

void HelpWindow::showTopic(const QString &id)
{
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(idRole).toString() == id)
            m_list->setCurrentRow(row);
    }
}

void HelpWindow::showCurrent()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return m_text->clear();
    const QString id = item->data(idRole).toString();
    for (const HelpTopic &topic : std::as_const(m_topics)) {
        if (topic.id == id)
            showGuideText(*m_text, topic.text);
    }
}

void HelpWindow::follow(const QUrl &url)
{
    // The guide stands alone: links lead to other chapters only.
    const QString file = url.path().section(u'/', -1);
    if (file.endsWith(QLatin1String(".md")))
        showTopic(file.chopped(3));
}

void HelpWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        load();
    if (event->type() == QEvent::PaletteChange)
        showCurrent();
}

void registerHelp(Registry &registry)
{
    const auto window = std::make_shared<QPointer<HelpWindow>>();
    registry.actions().add({.id = QStringLiteral("help.guide"),
                            .text = HelpWindow::tr("&Guide"),
                            .icon = QStringLiteral("help"),
                            .shortcut = QKeySequence(QKeySequence::HelpContents),
                            .menu = MenuPlace::Help,
                            .order = 10,
                            .needsSite = false,
                            .run = [window](const ActionContext &context) {
                                const QString panel = focusedPanel();
                                if (!*window) {
                                    *window = new HelpWindow(context.window);
                                    (*window)->setAttribute(Qt::WA_DeleteOnClose);
                                }
                                (*window)->showTopic(helpTopicOfPanel(panel));
                                (*window)->show();
                                (*window)->raise();
                                (*window)->activateWindow();
                            }});
}

} // namespace kakehashi::ui
