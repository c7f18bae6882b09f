#include "check/rules/document/documentrules.h"

#include <QRegularExpression>

namespace kakehashi::check {

/// <html lang="ja"> (WCAG 3.1.1), and parts in other languages by BCP 47 tags (3.1.2).
void documentLanguage(const PageView &page, Report &report)
{
    static const QRegularExpression tag(QStringLiteral("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"));
    const Element root = page.document.root();
    if (!root)
        return;
    if (root.value("lang").empty())
        report.theme(DocumentRules::tr("The page does not say its language (html lang)."));
    for (const Element &element : page.document.elements()) {
        const auto language = element.attribute("lang");
        if (language && !language->empty() && !tag.match(toText(*language)).hasMatch())
            report.at(element, DocumentRules::tr("\"%1\" is no language tag. Use \"ja\" or \"en\".")
                                   .arg(toText(*language)));
    }
}

void documentTitle(const PageView &page, Report &report)
{
    const Element title = page.document.first("title");
    if (page.document.root() && (!title || title.text().isEmpty()))
        report.theme(DocumentRules::tr("The page has no title (WCAG 2.4.2)."));
}

/// Within the first 1024 bytes, as HTML asks; UTF-8, as we write.
void documentCharset(const PageView &page, Report &report)
{
    static const QRegularExpression charset(QStringLiteral("<meta[^>]*charset=[\"']?utf-?8"),
                                            QRegularExpression::CaseInsensitiveOption);
    const QString start = QString::fromLatin1(page.document.html().left(1024));
    if (page.document.root() && !charset.match(start).hasMatch())
        report.theme(DocumentRules::tr("The page does not say in its first 1024 bytes that it is "
                                       "UTF-8."));
}

void documentDoctype(const PageView &page, Report &report)
{
    if (page.document.root() && !page.document.hasDoctype())
        report.theme(DocumentRules::tr("The page does not begin with <!DOCTYPE html>."));
}

/// Pages that move on by themselves (WCAG 2.2.1, 3.2.5).
void documentRefresh(const PageView &page, Report &report)
{
    for (const Element &meta : page.document.all("meta")) {
        const QString kind = toText(meta.value("http-equiv"));
        if (kind.compare(QLatin1String("refresh"), Qt::CaseInsensitive) == 0)
            report.theme(DocumentRules::tr("The page moves on or reloads by itself (meta refresh). "
                                           "Use a redirect."));
    }
}

/// Text can be enlarged to 200 % (WCAG 1.4.4).
void documentViewport(const PageView &page, Report &report)
{
    static const QRegularExpression locked(
        QStringLiteral("user-scalable\\s*=\\s*(no|0)|maximum-scale\\s*=\\s*[01](\\.\\d+)?\\b"),
        QRegularExpression::CaseInsensitiveOption);
    for (const Element &meta : page.document.all("meta")) {
        if (meta.value("name") == "viewport" &&
            locked.match(toText(meta.value("content"))).hasMatch())
            report.theme(DocumentRules::tr("The page forbids enlarging (meta viewport)."));
    }
}

} // namespace kakehashi::check
