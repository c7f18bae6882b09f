#include "ui/editor/fields/languagefield.h"

#include "content/page/pagerepository.h"
#include "ui/shell/session.h"
#include "ui/style/style.h"

#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QStringListModel>
#include <QVBoxLayout>

namespace kakehashi::ui {

LanguageField::LanguageField(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_tags(new QComboBox(this))
    , m_original(new QLineEdit(this))
    , m_note(new QLabel(this))
{
    m_tags->setObjectName(QStringLiteral("language"));
    m_tags->setAccessibleName(tr("Language"));
    m_tags->addItem(content::nativeName({}), QString());
    for (const QString &tag : content::commonLanguages())
        m_tags->addItem(content::nativeName(tag), tag);
    m_original->setObjectName(QStringLiteral("translationOf"));
    m_original->setAccessibleName(tr("Translation of"));
    m_original->setPlaceholderText(tr("Translation of: path of the original, /kenmin/"));
    m_original->installEventFilter(this);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    style::markMuted(m_note);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(style::hairGap);
    layout->addWidget(m_tags, 0, Qt::AlignLeft);
    layout->addWidget(m_original);
    layout->addWidget(m_note);
    setFocusProxy(m_tags);
    connect(m_tags, &QComboBox::activated, this, [this] {
        m_language.tag = m_tags->currentData().toString();
        if (m_language.tag.isEmpty())
            m_language.original = {};
        Q_EMIT chosen(m_language);
    });
    connect(m_original, &QLineEdit::editingFinished, this, &LanguageField::takeOriginal);
}

void LanguageField::setLanguage(const content::Language &language)
{
    m_language = language;
    int row = m_tags->findData(language.tag);
    if (row < 0) {
        m_tags->addItem(content::nativeName(language.tag), language.tag);
        row = m_tags->count() - 1;
    }
    m_tags->setCurrentIndex(row);
    if (!m_original->hasFocus() || !m_original->isModified())
        showOriginal();
}

void LanguageField::showOriginal()
{
    m_original->setVisible(!content::isSiteLanguage(m_language));
    const auto &pages = m_session.workspace().pages();
    const auto page = m_language.original.isNull() ? Result<content::Page>(content::Page())
                                                   : pages.page(m_language.original);
    m_original->setText(page ? page->path : QString());
    const auto revision = page && !page->id.isNull()
                              ? pages.working(page->id)
                              : Result<content::Revision>(content::Revision());
    m_note->setText(revision ? revision->content.title : QString());
    m_note->setVisible(m_original->isVisibleTo(this) && !m_note->text().isEmpty());
}

bool LanguageField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_original && event->type() == QEvent::FocusIn)
        offerPages();
    return QWidget::eventFilter(watched, event);
}

void LanguageField::offerPages()
{
    const auto entries = m_session.workspace().pages().list();
    if (!entries)
        return m_session.showError(entries.error());
    QStringList paths;
    for (const content::PageEntry &entry : *entries)
        if (content::isSiteLanguage(entry.language))
            paths.append(entry.page.path);
    auto *completer = new QCompleter(paths, m_original);
    completer->setFilterMode(Qt::MatchContains);
    delete m_original->completer();
    m_original->setCompleter(completer);
}

void LanguageField::takeOriginal()
{
    const QString path = m_original->text().trimmed();
    content::Language wanted = m_language;
    wanted.original = {};
    if (!path.isEmpty()) {
        const auto page = m_session.workspace().pages().byPath(path);
        if (!page) {
            m_note->setText(page.error().text); // what was typed stays, to be corrected
            return m_note->show();
        }
        wanted.original = page->id;
    }
    m_original->setModified(false);
    if (wanted == m_language)
        return showOriginal();
    m_language = wanted;
    Q_EMIT chosen(m_language);
    showOriginal();
}

} // namespace kakehashi::ui
