#include "takeover/hugo/links/anchors.h"

#include "render/body/outline.h"
#include "render/html.h"
#include "takeover/hugo/links/markdownmask.h"

#include <QRegularExpression>

namespace kakehashi::takeover {
namespace {

/// Letters and digits of every script, "_" and "-"; spaces become "-" (Hugo's "github" ids).
QString nameOf(const QString &heading, bool withMarks)
{
    QString name;
    for (const QChar c : heading.normalized(QString::NormalizationForm_C).trimmed()) {
        if (c == u'-' || c == u' ')
            name += u'-';
        else if (c.isLetter() || c.isDigit() || c == u'_' || c.isSurrogate() ||
                 (withMarks && c.isMark()))
            name += c.toLower();
    }
    return name;
}

/// The second heading of a name is "name-1".
class Names
{
public:
    explicit Names(bool withMarks) : m_withMarks(withMarks) {}

    QString next(const QString &heading)
    {
        const QString name = nameOf(heading, m_withMarks);
        const int before = m_seen[name]++;
        return before == 0 ? name : QString(name + u'-' + QString::number(before));
    }

private:
    bool m_withMarks;
    QHash<QString, int> m_seen;
};

void addHeadings(const QString &body, Anchors &anchors)
{
    Names hugo(false);
    Names gitHub(true);
    for (const render::Heading &heading : render::outlineOf(body)) {
        const QString id = render::fromUtf8(heading.id);
        const QString words = render::fromUtf8(render::plainText(heading.text));
        for (const QString &name : {hugo.next(words), gitHub.next(words), id})
            if (!name.isEmpty() && !anchors.contains(name))
                anchors.insert(name, id);
    }
}

void addIds(const QString &html, Anchors &anchors)
{
    static const QRegularExpression form(
        QStringLiteral("<[a-z][^<>]*?\\s(?:id|name)\\s*=\\s*(?:\"([^\"<>]*)\"|'([^'<>]*)'|"
                       "([^\\s\"'<>]+))"),
        QRegularExpression::CaseInsensitiveOption);
    for (auto each = form.globalMatch(html); each.hasNext();) {
        const auto match = each.next();
        const QString id = match.captured(match.lastCapturedIndex());
        const bool isReserved = render::isReservedId(render::utf8(id));
        if (!id.isEmpty())
            anchors.insert(id, isReserved ? QString(QStringLiteral("section-") + id) : id);
    }
}

} // namespace

Anchors anchorsOf(const content::PageContent &content)
{
    Anchors anchors;
    const bool isMarkdown = content.format == content::BodyFormat::Markdown;
    if (isMarkdown)
        addHeadings(content.body, anchors);
    if (content.body.contains(u'<'))
        addIds(isMarkdown ? maskedMarkdown(content.body) : maskedHtml(content.body), anchors);
    return anchors;
}

} // namespace kakehashi::takeover
