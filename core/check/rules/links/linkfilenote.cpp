#include "check/rules/links/linkrules.h"

#include <QRegularExpression>

namespace kakehashi::check {

/// Type and size beside a link to a file: 「パンフレット（PDF形式：10キロバイト）」. The renderer
/// adds them, so this finds themes and old HTML that get around it.
void linkFileNote(const PageView &page, Report &report)
{
    static const QRegularExpression file(
        QStringLiteral("^/?[^?#]*\\.(pdf|docx?|xlsx?|pptx?|csv|zip|odt|ods)$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression size(
        QStringLiteral("\\d\\s*(バイト|キロバイト|メガバイト|[KMG]?B\\b)"),
        QRegularExpression::CaseInsensitiveOption);
    for (const Element &link : linksIn(page)) {
        const QString target = toText(link.value("href"));
        const auto match = file.match(target);
        if (!match.hasMatch() || target.contains(QLatin1String("://")))
            continue;
        const QString text = link.text();
        const QString type = match.captured(1).left(3);
        if (!text.contains(type, Qt::CaseInsensitive) || !size.match(text).hasMatch())
            report.at(link, LinkRules::tr("The link to the file %1 does not say its type and size.")
                                .arg(target));
    }
}

} // namespace kakehashi::check
