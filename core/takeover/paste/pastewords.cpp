#include "security/siteaddress.h"
#include "security/urlpolicy.h"
#include "takeover/paste/htmlnode.h"
#include "takeover/paste/pastereader.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QUrlQuery>

#include <algorithm>

namespace kakehashi::takeover {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Paste)
};

// All pictures of one paste together, decoded.
constexpr qsizetype mostPictureBytes = 40'000'000;
constexpr qsizetype mostPictures = 100;

using Names = QSet<QByteArray>;

/// Office programs write their own descriptions, which say nothing.
QString altOf(const GumboNode &node)
{
    const QString alt = attributeOf(node, "alt").simplified();
    static const QStringList empty{QStringLiteral("自動的に生成された"),
                                   QStringLiteral("automatically generated"),
                                   QStringLiteral("Description automatically")};
    const bool saysNothing = std::any_of(empty.cbegin(), empty.cend(), [&](const QString &each) {
        return alt.contains(each, Qt::CaseInsensitive);
    });
    return saysNothing ? QString() : alt;
}

QString fileEnding(const QString &type)
{
    const QString kind = type.section(u'/', 1, 1).section(u';', 0, 0).section(u'+', 0, 0);
    return kind == QLatin1String("jpeg") ? QStringLiteral("jpg") : kind;
}

} // namespace

bool PasteReader::isSkipped(const GumboNode &node, const QByteArray &name)
{
    if (node.type == GUMBO_NODE_COMMENT)
        return true;
    if (name.isEmpty())
        return false;
    static const Names silent{"head", "script", "style",    "template", "title", "meta",
                              "link", "xml",    "noscript", "colgroup", "col",   "map",
                              "area", "base",   "param",    "track"};
    if (silent.contains(name))
        return true;
    static const Names embedded{"iframe", "frame",  "object", "embed", "video",
                                "audio",  "canvas", "svg",    "math",  "applet"};
    if (embedded.contains(name)) {
        lose(Loss::Frame);
        return true;
    }
    static const Names controls{"input", "select", "textarea", "button", "option"};
    if (controls.contains(name)) {
        lose(Loss::Control);
        return true;
    }
    const QString element = styleOf(node, QLatin1String("mso-element"));
    if (element == QLatin1String("comment-list") ||
        hasClass(node, QLatin1String("MsoCommentRef"))) {
        lose(Loss::Comment);
        return true;
    }
    return isHidden(node) || isOfficeListSign(node);
}

void PasteReader::words(const GumboNode &node, InlineRuns &runs, const InlineStyle &style)
{
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
        node.type == GUMBO_NODE_CDATA)
        return runs.addText(QString::fromUtf8(node.v.text.text), style);
    const QByteArray name = nameOf(node);
    if (name.isEmpty() || isSkipped(node, name))
        return;
    if (name == "br")
        return runs.addBreak();
    if (name == "img")
        return picture(node, runs);
    const InlineStyle inner = styleIn(node, name, style);
    const GumboVector &children = *childrenOf(node);
    for (unsigned i = 0; i < children.length; ++i)
        words(*childAt(children, i), runs, inner);
}

InlineStyle PasteReader::styleIn(const GumboNode &node, const QByteArray &name, InlineStyle style)
{
    style.bold = style.bold || name == "b" || name == "strong";
    style.italic = style.italic || name == "i" || name == "em";
    style.struck = style.struck || name == "s" || name == "strike" || name == "del";
    style.code = style.code || name == "code" || name == "kbd" || name == "samp" || name == "tt";
    if (name == "sub" || name == "sup")
        style.tag = QString::fromLatin1(name);
    const QString weight = styleOf(node, QLatin1String("font-weight"));
    if (!weight.isEmpty())
        style.bold = weight.startsWith(QLatin1String("bold")) || weight.toInt() >= 600;
    const QString slant = styleOf(node, QLatin1String("font-style"));
    if (!slant.isEmpty())
        style.italic = slant == QLatin1String("italic") || slant == QLatin1String("oblique");
    const QString lines = styleOf(node, QLatin1String("text-decoration")) +
                          styleOf(node, QLatin1String("text-decoration-line"));
    style.struck = style.struck || lines.contains(QLatin1String("line-through"));
    const QString raised = styleOf(node, QLatin1String("vertical-align"));
    if (raised == QLatin1String("super") || raised == QLatin1String("sub"))
        style.tag = raised == QLatin1String("sub") ? QStringLiteral("sub") : QStringLiteral("sup");
    if (name == "a")
        style.link = linkOf(node);
    return style;
}

QString PasteReader::linkOf(const GumboNode &node)
{
    QString target = attributeOf(node, "href").trimmed();
    if (target.isEmpty() || target.startsWith(u'#')) // marks inside the other document
        return {};
    QUrl url(target);
    if (url.host() == QLatin1String("www.google.com") && url.path() == QLatin1String("/url")) {
        const QString real = QUrlQuery(url).queryItemValue(QStringLiteral("q"), QUrl::FullyDecoded);
        if (!real.isEmpty()) { // Google Docs counts its clicks
            target = real;
            url = QUrl(real);
        }
    }
    const bool isOwn = security::isOwnAddress(m_options.site, url);
    if (isOwn)
        target = url.toString(QUrl::RemoveScheme | QUrl::RemoveAuthority | QUrl::FullyEncoded);
    const bool isWhole = url.isValid() && !url.scheme().isEmpty();
    if ((!isWhole && !target.startsWith(u'/')) ||
        !security::isUrlAllowed(target, security::UrlUse::Link)) {
        lose(Loss::Link);
        return {};
    }
    return target;
}

void PasteReader::picture(const GumboNode &node, InlineRuns &runs)
{
    const QString source = attributeOf(node, "src").trimmed();
    PastedPicture picture{.alt = altOf(node)};
    if (source.startsWith(QLatin1String("data:image/"), Qt::CaseInsensitive)) {
        const qsizetype comma = source.indexOf(u',');
        const QString type = source.mid(5, comma - 5);
        if (type.contains(QLatin1String(";base64"), Qt::CaseInsensitive))
            picture.bytes = QByteArray::fromBase64(source.mid(comma + 1).toLatin1());
        else
            picture.bytes = QByteArray::fromPercentEncoding(source.mid(comma + 1).toUtf8());
        picture.name = QStringLiteral("picture.") + fileEnding(type);
    } else if (const QUrl url(source); url.isLocalFile() && !m_options.temporaryFolder.isEmpty()) {
        // Any page could name any file: only what office programs put aside is taken.
        const QFileInfo file(url.toLocalFile());
        const QString folder = QFileInfo(m_options.temporaryFolder).canonicalFilePath();
        const QString real = file.canonicalFilePath();
        if (!folder.isEmpty() && real.startsWith(folder + u'/') && file.isFile()) {
            picture.file = real;
            picture.name = file.fileName();
        }
    } else if (url.scheme().startsWith(QLatin1String("http"))) {
        return lose(Loss::FarPicture);
    }
    qsizetype bytes = picture.bytes.size();
    for (const PastedPicture &each : std::as_const(m_paste.pictures))
        bytes += each.bytes.size();
    if ((picture.bytes.isEmpty() && picture.file.isEmpty()) || bytes > mostPictureBytes ||
        m_paste.pictures.size() >= mostPictures)
        return lose(Loss::Picture);
    m_paste.pictures.append(picture);
    runs.addRaw(pastedPicture(m_paste.pictures.size() - 1));
}

QStringList PasteReader::losses() const
{
    QStringList texts;
    const auto count = [this](Loss what) { return m_losses[static_cast<size_t>(what)]; };
    if (const int n = count(Loss::FarPicture))
        texts << Text::tr("%n picture(s) that lie on another site (save them, then insert them)",
                          nullptr, n);
    if (const int n = count(Loss::Picture))
        texts << Text::tr("%n picture(s) that did not come along (insert them one by one)", nullptr,
                          n);
    if (const int n = count(Loss::Frame))
        texts << Text::tr("%n embedded object(s), such as videos or drawings", nullptr, n);
    if (const int n = count(Loss::Control))
        texts << Text::tr("%n form field(s)", nullptr, n);
    if (const int n = count(Loss::Link))
        texts << Text::tr("the target of %n link(s), which leads nowhere from this site", nullptr,
                          n);
    if (count(Loss::Comment))
        texts << Text::tr("comments");
    if (count(Loss::BigTable))
        texts << Text::tr("what exceeds the size of a table");
    return texts;
}

} // namespace kakehashi::takeover
