#include "check/rules/links/linkrules.h"

#include <QRegularExpression>

namespace kakehashi::check {
namespace {

const QRegularExpression &filePattern()
{
    static const QRegularExpression file(
        QStringLiteral("^/?[^?#:]*\\.(pdf|docx?|xlsx?|pptx?|csv|zip|odt|ods)$"),
        QRegularExpression::CaseInsensitiveOption);
    return file;
}

} // namespace

bool isFileLink(const Element &link)
{
    return filePattern().match(toText(link.value("href"))).hasMatch();
}

/// Type and size beside a link to a file: 「パンフレット（PDF形式：10キロバイト）」. The renderer
/// adds them, so this finds themes and old HTML that get around it.
void linkFileNote(const PageView &page, Report &report)
{
    static const QRegularExpression size(
        QStringLiteral("\\d\\s*(バイト|キロバイト|メガバイト|[KMG]?B\\b)"),
        QRegularExpression::CaseInsensitiveOption);
    for (const Element &link : linksIn(page)) {
        const QString target = toText(link.value("href"));
        const auto match = filePattern().match(target);
        if (!match.hasMatch())
            continue;
        const QString text = link.text();
        const QString type = match.captured(1).left(3);
        if (!text.contains(type, Qt::CaseInsensitive) || !size.match(text).hasMatch())
            report.at(link, LinkRules::tr("The link to the file %1 does not say its type and size.")
                                .arg(target));
    }
}

/// A file alone helps nobody who cannot open it: the page says in short what is in it.
void linkAttachment(const PageView &page, Report &report)
{
    constexpr qsizetype shortestSummary = 60;
    const Element main = page.document.main();
    qsizetype linked = 0;
    bool hasFile = false;
    for (const Element &link : linksIn(page)) {
        hasFile = hasFile || isFileLink(link);
        linked += link.text().size();
    }
    if (hasFile && main.text().size() - linked < shortestSummary)
        report.page(LinkRules::tr("The page is little more than links to files. Say in a few "
                                  "sentences what is in them."));
}

} // namespace kakehashi::check
