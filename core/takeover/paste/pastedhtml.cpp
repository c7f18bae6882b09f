#include "takeover/paste/pastedhtml.h"

#include "security/htmlallowlist.h"
#include "takeover/paste/pastereader.h"

#include <QCoreApplication>

#include <memory>

namespace kakehashi::takeover {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Paste)
};

constexpr int deepest = 300; // the walk and gumbo's own end are recursive

struct OutputDeleter
{
    void operator()(GumboOutput *output) const
    {
        gumbo_destroy_output(&kGumboDefaultOptions, output);
    }
};

/// Windows says with comments what of a document was selected; around it lie other things.
QString selectedPart(const QString &html)
{
    static const QString start = QStringLiteral("<!--StartFragment");
    static const QString end = QStringLiteral("<!--EndFragment");
    const qsizetype from = html.indexOf(start);
    const qsizetype to = html.lastIndexOf(end);
    const qsizetype close = from < 0 ? -1 : html.indexOf(QLatin1String("-->"), from);
    if (close < 0 || to < close)
        return html;
    const QString part = html.mid(close + 3, to - close - 3);
    // Excel's fragment begins inside its table, a cell's inside its row.
    const QString lead = part.left(400).trimmed().toLower();
    const bool inTable = lead.startsWith(QLatin1String("<col")) ||
                         lead.startsWith(QLatin1String("<tr")) ||
                         lead.startsWith(QLatin1String("<tbody"));
    if (inTable)
        return QStringLiteral("<table>") + part + QStringLiteral("</table>");
    if (lead.startsWith(QLatin1String("<td")))
        return QStringLiteral("<table><tr>") + part + QStringLiteral("</tr></table>");
    return part;
}

/// Windows' clipboard begins with lines such as "Version:1.0".
QString withoutHead(const QString &html)
{
    if (!html.startsWith(QLatin1String("Version:")))
        return html;
    const qsizetype begin = html.indexOf(u'<');
    return begin < 0 ? html : html.mid(begin);
}

} // namespace

QString pastedPicture(qsizetype index)
{
    // No person types a character of the private use area.
    return QStringLiteral("\uf8ffpicture-%1\uf8ff").arg(index);
}

PastedMarkdown markdownFromHtml(const QString &html, const PasteOptions &options)
{
    PastedMarkdown refused;
    if (html.size() > largestPaste) {
        refused.leftOut << Text::tr("everything but the plain text: it is too large");
        return refused;
    }
    QString part = selectedPart(withoutHead(html));
    part.remove(QChar(u'\uf8ff'));
    const QByteArray utf8 = part.toUtf8();
    if (security::nestingBound(utf8) > deepest) {
        refused.leftOut << Text::tr("everything but the plain text: its HTML is nested too deeply");
        return refused;
    }
    const std::unique_ptr<GumboOutput, OutputDeleter> output(gumbo_parse_with_options(
        &kGumboDefaultOptions, utf8.constData(), static_cast<size_t>(utf8.size())));
    return PasteReader(options).read(*output->root);
}

} // namespace kakehashi::takeover
