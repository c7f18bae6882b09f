#include "render/site/fieldrows.h"

#include "base/text.h"
#include "render/html.h"
#include "render/site/pagedata.h"

#include <QDateTime>
#include <QLocale>

namespace kakehashi::render {
namespace {

using content::Field;
using content::FieldType;

ShownLabel shown(const QString &japanese, const QString &english, const content::Language &language)
{
    if (content::isSiteLanguage(language))
        return {japanese, {}};
    const QString en = QStringLiteral("en");
    const bool isEnglish = language.tag.section(u'-', 0, 0) == en;
    if (english.isEmpty())
        return {japanese, content::siteLanguage()};
    return {english, isEnglish ? QString() : en};
}

std::string langAttribute(const QString &lang)
{
    return lang.isEmpty() ? std::string() : " lang=\"" + escaped(lang) + "\"";
}

std::string linesHtml(std::string_view text)
{
    std::string html = escaped(text);
    for (size_t at = html.find('\n'); at != std::string::npos; at = html.find('\n', at + 5))
        html.replace(at, 1, "<br>\n");
    return html;
}

std::string pictureHtml(const Data &picture)
{
    const auto text = [&picture](std::string_view name) {
        const Data *value = picture.get(name);
        return value ? std::string(value->text()) : std::string();
    };
    std::string html = "<img";
    appendAttribute(html, "src", text("src"));
    if (!text("width").empty()) {
        appendAttribute(html, "width", text("width"));
        appendAttribute(html, "height", text("height"));
    }
    appendAttribute(html, "alt", text("alt"));
    return html + " loading=\"lazy\" decoding=\"async\">";
}

/// The choices of a kind are Japanese on pages of all languages; what is typed freely is not.
QString langOf(const Field &field, const content::Language &language)
{
    const bool foreign = !field.choices.isEmpty() && !content::isSiteLanguage(language);
    return foreign ? content::siteLanguage() : QString();
}

/// One value as HTML; empty when there is none.
std::string valueHtml(const Data &value, const Field &field, const content::Language &language)
{
    const std::string text(value.text());
    if (value.isText() && field.type == FieldType::Url)
        return "<a href=\"" + escaped(text) + "\">" + escaped(text) + "</a>";
    if (value.isText() && field.type == FieldType::DateTime) {
        const std::string moment = momentText(language, fromUtf8(text));
        return moment.empty() ? escaped(text) : moment;
    }
    if (value.isText())
        return linesHtml(text);
    if (value.get("src"))
        return pictureHtml(value);
    const Data *day = value.get("iso");
    return day ? dateText(language, QDate::fromString(fromUtf8(day->text()), Qt::ISODate))
               : std::string();
}

std::string cellHtml(const Data &row, const Field &column, const content::Language &language)
{
    const Data *value = row.get(utf8(column.name));
    return value ? valueHtml(*value, column, language) : std::string();
}

/// The first column names what the others say of it.
std::string tableHtml(const std::vector<Data> &rows, const Field &table,
                      const content::Language &language)
{
    const ShownLabel label = labelOf(table, language);
    std::string html = "<div class=\"table-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"" +
                       escaped(label.text) + "\"" + langAttribute(label.lang) +
                       tableSize(static_cast<size_t>(table.columns.size()), rows.size()) +
                       ">\n<table><thead><tr>";
    for (const Field &column : table.columns) {
        const ShownLabel name = labelOf(column, language);
        html += "<th scope=\"col\">" + escaped(name.text) + "</th>";
    }
    html += "</tr></thead>\n<tbody>\n";
    // What people typed is in the page's language again.
    const QString own = label.lang.isEmpty() ? QString() : language.tag;
    for (const Data &row : rows) {
        html += "<tr" + langAttribute(own) + ">";
        bool first = true;
        for (const Field &column : table.columns) {
            html += first ? "<th scope=\"row\"" : "<td";
            html += langAttribute(langOf(column, language)) + ">" +
                    cellHtml(row, column, language) + (first ? "</th>" : "</td>");
            first = false;
        }
        html += "</tr>\n";
    }
    return html + "</tbody></table></div>";
}

std::string rowHtml(const Data &value, const Field &field, const content::Language &language)
{
    if (field.type != FieldType::Table)
        return valueHtml(value, field, language);
    const auto *rows = value.list();
    return rows && !rows->empty() ? tableHtml(*rows, field, language) : std::string();
}

} // namespace

ShownLabel labelOf(const Field &field, const content::Language &language)
{
    return shown(field.label, field.labelEn, language);
}

ShownLabel labelOf(const content::Kind &kind, const content::Language &language)
{
    return shown(kind.label, kind.labelEn, language);
}

std::string dateText(const content::Language &language, const QDate &date)
{
    if (!date.isValid())
        return {};
    if (content::isSiteLanguage(language))
        return utf8(eraDate(date));
    const QLocale locale(language.tag);
    return utf8(locale.language() == QLocale::English
                    ? QLocale::c().toString(date, QStringLiteral("d MMMM yyyy"))
                    : locale.toString(date, QLocale::LongFormat));
}

std::string momentText(const content::Language &language, const QString &moment)
{
    // As it was typed: a time with a zone is not turned into another one's.
    const QDate date = QDate::fromString(moment.left(10), Qt::ISODate);
    const QTime time = QTime::fromString(moment.mid(11, 5), QStringLiteral("HH:mm"));
    const std::string day = dateText(language, date);
    if (day.empty() || !time.isValid())
        return day;
    if (!content::isSiteLanguage(language))
        return day + ", " + utf8(time.toString(QStringLiteral("HH:mm")));
    const QString minutes = time.minute() > 0 ? QString::number(time.minute()) + u'分' : QString();
    return day + " " + utf8(QString(QString::number(time.hour()) + u'時' + minutes));
}

Data fieldRowsData(const SiteIndex &index, const PageValue &page, const Data &fields)
{
    const content::Language &language = page.content.language;
    Data rows(Data::type::list);
    for (const Field &field : shownFields(index, page)) {
        const Data *value = fields.get(utf8(field.name));
        const std::string html = value ? rowHtml(*value, field, language) : std::string();
        if (html.empty())
            continue;
        const ShownLabel label = labelOf(field, language);
        Data row;
        row["name"] = textData(field.name);
        row["label"] = textData(label.text);
        row["labelLang"] = textData(label.lang);
        row["value"] = Data(html);
        row["valueLang"] = textData(langOf(field, language));
        row["wide"] = Data(field.type == FieldType::LongText || field.type == FieldType::Table);
        append(rows, std::move(row));
    }
    return rows;
}

} // namespace kakehashi::render
