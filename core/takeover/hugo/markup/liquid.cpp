#include "takeover/hugo/markup/liquid.h"

#include "base/encoding.h"
#include "takeover/hugo/place/permalink.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace kakehashi::takeover {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Import)
};

const QLatin1String tagEnd("%}");
const QLatin1String valueEnd("}}");
constexpr qsizetype longestTag = 2000;

/// The next place of an end, looked for once: a hostile text has very many beginnings.
class NextEnd
{
public:
    NextEnd(const QString &text, QLatin1String end) : m_text(text), m_end(end) {}

    qsizetype after(qsizetype from)
    {
        if (m_at >= 0 && m_at < from)
            m_at = m_text.indexOf(m_end, from);
        return m_at;
    }

private:
    const QString &m_text;
    QLatin1String m_end;
    qsizetype m_at = 0;
};

/// Without the hyphens by which Liquid trims blanks.
QString inner(const QString &written)
{
    QString inside = written.mid(2, written.size() - 4);
    if (inside.startsWith(u'-'))
        inside.remove(0, 1);
    if (inside.endsWith(u'-'))
        inside.chop(1);
    return inside.simplified();
}

/// What a value is here; nothing for one that only Jekyll can fill in.
std::optional<QString> valueOf(const QString &inside, const SourcePage &page)
{
    static const QRegularExpression path(
        QStringLiteral("^[\"']([^\"']*)[\"'](?: ?\\| ?(?:relative_url|absolute_url|prepend: "
                       "?site\\.(?:base)?url))*"
                       "$"));
    static const QRegularExpression top(QStringLiteral("^site\\.(?:base)?url$"));
    if (inside.contains(top))
        return QString();
    if (inside == QLatin1String("page.title"))
        return page.page.content.title;
    if (const auto match = path.match(inside); match.hasMatch())
        return match.captured(1);
    return {};
}

class Converter
{
public:
    Converter(const QString &body, const LinkMap &links, SourcePage &page)
        : m_body(body), m_links(links), m_page(page)
    {}

    QString convert()
    {
        NextEnd tags(m_body, tagEnd);
        NextEnd values(m_body, valueEnd);
        m_line = m_page.page.bodyLine;
        for (qsizetype at = m_body.indexOf(u'{'); at >= 0; at = m_body.indexOf(u'{', at)) {
            const QChar next = at + 1 < m_body.size() ? m_body[at + 1] : QChar();
            const bool isTag = next == u'%';
            const qsizetype end = isTag ? tags.after(at + 2) : values.after(at + 2);
            const bool isOne = (isTag || next == u'{') && end >= 0 && end - at < longestTag;
            if (!isOne) {
                ++at;
                continue;
            }
            copyUntil(at);
            m_copied = end + 2;
            const QString written = m_body.mid(at, m_copied - at);
            m_out += isTag ? tag(written) : value(written);
            at = m_copied;
        }
        return m_out + m_body.mid(m_copied);
    }

private:
    void copyUntil(qsizetype at)
    {
        const QStringView before = QStringView(m_body).mid(m_copied, at - m_copied);
        m_out += before;
        m_line += int(QStringView(m_body).mid(m_counted, at - m_counted).count(u'\n'));
        m_counted = at;
    }

    QString value(const QString &written)
    {
        if (written.startsWith(QLatin1String("{{<")) || written.startsWith(QLatin1String("{{%")))
            return written; // Hugo's
        if (const auto known = valueOf(inner(written), m_page))
            return *known;
        report(Text::tr("%1 is filled in by Jekyll and stays in the text. Replace it.")
                   .arg(leftOf(written.simplified(), 60)));
        return written;
    }

    QString tag(const QString &written)
    {
        const QString inside = inner(written);
        const QString name = inside.section(u' ', 0, 0);
        const QString rest = inside.section(u' ', 1);
        if (name == QLatin1String("post_url") || name == QLatin1String("link"))
            return reference(rest, written);
        if (name == QLatin1String("raw"))
            return untilEnd(name);
        if (name == QLatin1String("comment"))
            return QString(untilEnd(name).count(u'\n'), u'\n');
        if (name == QLatin1String("highlight"))
            return QStringLiteral("```") + rest.section(u' ', 0, 0);
        if (name == QLatin1String("endhighlight"))
            return QStringLiteral("```");
        if (!name.startsWith(QLatin1String("end")))
            report(Text::tr("%1 is a tag of Jekyll and stays in the text. Replace it.")
                       .arg(leftOf(written.simplified(), 60)));
        return written;
    }

    /// What stands before {% endNAME %}, which is passed.
    QString untilEnd(const QString &name)
    {
        const QRegularExpression form(QStringLiteral("\\{%-?\\s*end") + name +
                                      QStringLiteral("\\s*-?%\\}"));
        const auto match = form.match(m_body, m_copied);
        const qsizetype end = match.hasMatch() ? match.capturedStart() : m_body.size();
        const QString inside = m_body.mid(m_copied, end - m_copied);
        m_copied = match.hasMatch() ? match.capturedEnd() : m_body.size();
        return inside;
    }

    QString reference(const QString &wanted, const QString &written)
    {
        const QString posts = QStringLiteral("/_posts/") + wanted;
        for (const QString &name : {posts, wanted})
            if (const auto path = m_links.reference(name, m_page))
                return *path;
        report(Text::tr("The link to %1 leads nowhere.").arg(wanted));
        return written;
    }

    void report(const QString &text)
    {
        Place place;
        place.file = m_page.source.shown;
        place.line = m_line;
        m_page.issues.append({Severity::Should, QStringLiteral("import-shortcode"), text, place});
    }

    const QString &m_body;
    const LinkMap &m_links;
    SourcePage &m_page;
    QString m_out;
    qsizetype m_copied = 0;
    qsizetype m_counted = 0;
    int m_line = 0;
};

} // namespace

bool isLiquid(const SiteConfig &config, const SourcePage &page)
{
    static const QRegularExpression form(
        QStringLiteral("\\{%-?\\s{0,9}(?:post_url|link|include|raw|highlight)\\s"));
    return !config.isHugo && (config.isJekyll || isJekyllPost(page.source.key) ||
                              page.page.content.body.contains(form));
}

QString withoutLiquid(const QString &body, const LinkMap &links, SourcePage &page)
{
    return Converter(body, links, page).convert();
}

} // namespace kakehashi::takeover
