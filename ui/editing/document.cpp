#include "ui/editing/document.h"

#include "ui/editing/changeall.h"
#include "ui/editing/changebody.h"
#include "ui/editing/changevalue.h"

namespace kakehashi::ui {

using content::PageContent;

Document::Document(content::Page page, PageContent saved, QObject *parent)
    : QObject(parent), m_page(std::move(page)), m_content(std::move(saved))
{}

void Document::setPage(const content::Page &page)
{
    m_page = page;
    Q_EMIT pageChanged();
}

template <typename T>
void Document::change(const DocumentChange &what, T PageContent::*member, const T &value,
                      const QString &text)
{
    if (m_content.*member != value)
        m_stack.push(new ChangeValue<T>(*this, what, member, value, text));
}

void Document::setTitle(const QString &title)
{
    change({.part = Part::Title}, &PageContent::title, title, tr("Title"));
}

void Document::setSummary(const QString &summary)
{
    change({.part = Part::Summary}, &PageContent::summary, summary, tr("Summary"));
}

void Document::editBody(const TextChange &change)
{
    if (!change.isEmpty())
        m_stack.push(new ChangeBody(*this, change));
}

void Document::setDate(const QDate &date)
{
    change({.part = Part::Date}, &PageContent::date, date, tr("Date"));
}

void Document::setPicture(const Ulid &picture)
{
    change({.part = Part::Picture}, &PageContent::picture, picture, tr("Picture"));
}

void Document::setField(const QString &name, const QJsonValue &value, const QString &label)
{
    QJsonObject fields = m_content.fields;
    const bool isEmpty = value.isNull() || value.isUndefined() || value == QJsonValue(QString());
    if (isEmpty)
        fields.remove(name);
    else
        fields.insert(name, value);
    change({.part = Part::Field, .field = name}, &PageContent::fields, fields, label);
}

void Document::setSeo(const content::Seo &seo)
{
    change({.part = Part::Seo}, &PageContent::seo, seo, tr("Search settings"));
}

void Document::setWindow(const content::PublishWindow &window)
{
    change({.part = Part::Window}, &PageContent::window, window, tr("Publishing period"));
}

void Document::setLanguage(const content::Language &language)
{
    change({.part = Part::Language}, &PageContent::language, language, tr("Language"));
}

void Document::replaceContent(const PageContent &content, const QString &commandText)
{
    if (m_content != content)
        m_stack.push(new ChangeAll(*this, content, commandText));
}

void Document::apply(const DocumentChange &change, const PageContent &content)
{
    m_content = content;
    Q_EMIT changed(change);
}

void Document::applyBody(const TextChange &change, bool restored)
{
    change.applyTo(m_content.body);
    Q_EMIT changed({.part = Part::Body, .text = change, .restored = restored});
}

} // namespace kakehashi::ui
