#include "workspace/pageuses.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace kakehashi::workspace {
namespace {

/// The forms in which links name a page: with and without the slash at the end, with the site's
/// own address before it, and as seen from the page that links.
class LinkForms
{
public:
    LinkForms(const QUrl &site, const QString &path)
        : m_path(path.chopped(1)), m_name(m_path.mid(m_path.lastIndexOf(u'/') + 1))
    {
        m_root = site.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
    }

    bool isTarget(const QString &target, const QString &from) const
    {
        QString path = target;
        if (!m_root.isEmpty() && path.startsWith(m_root))
            path.remove(0, m_root.size());
        return isThere(path.startsWith(u'/') ? path : resolved(path, from));
    }

    /// Whether a Markdown or HTML text of the page at `from` links there.
    bool isIn(const QString &text, const QString &from) const
    {
        // Nearly no text names the page or goes up: that is seen without reading it link by link.
        if (!text.contains(m_name) && !text.contains(QLatin1String("..")) &&
            !text.contains(QLatin1String("./")))
            return false;
        for (qsizetype at = 0; at + 1 < text.size(); ++at) {
            if (!isBegin(text.at(at)))
                continue;
            qsizetype end = at + 1;
            while (end < text.size() && !isEnd(text.at(end)))
                ++end;
            const QString link = text.mid(at + 1, end - at - 1);
            // A word of a sentence is no relative link.
            const bool isWhole = link.startsWith(u'/') || link.contains(QLatin1String("://"));
            const bool isLink = !text.at(at).isSpace() || isWhole || isDefinition(text, at);
            if (isLink && isTarget(link, from))
                return true;
        }
        return false;
    }

    bool isIn(const QJsonValue &value, const QString &from) const
    {
        if (value.isString())
            return isTarget(value.toString(), from) || isIn(value.toString(), from);
        if (value.isArray()) {
            const QJsonArray array = value.toArray();
            return std::any_of(array.begin(), array.end(),
                               [this, &from](const QJsonValue &each) { return isIn(each, from); });
        }
        const QJsonObject object = value.toObject();
        return std::any_of(object.begin(), object.end(),
                           [this, &from](const QJsonValue &each) { return isIn(each, from); });
    }

private:
    static bool isBegin(QChar c) { return QStringLiteral("(\"'<= \t\n").contains(c); }
    static bool isEnd(QChar c) { return c.isSpace() || QStringLiteral(")\"'>").contains(c); }

    /// "[text]: ../form/"
    static bool isDefinition(const QString &text, qsizetype space)
    {
        return QStringView(text).first(space).trimmed().endsWith(QLatin1String("]:"));
    }

    bool isThere(const QString &path) const
    {
        if (!path.startsWith(m_path))
            return false;
        const QStringView rest = QStringView(path).mid(m_path.size());
        const QStringView tail = rest.startsWith(u'/') ? rest.mid(1) : rest;
        return tail.isEmpty() || tail.front() == u'#' || tail.front() == u'?';
    }

    /// As browsers and render::resolveLink do; empty for what is no relative path.
    QString resolved(const QString &link, const QString &from) const
    {
        const bool mayBe = link.contains(m_name) || link.startsWith(u'.');
        if (!mayBe || link.startsWith(u'#') || link.startsWith(u'?') || link.contains(u':'))
            return {};
        return QUrl(QStringLiteral("https://site.invalid") + from).resolved(QUrl(link)).path();
    }

    QString m_path; ///< without the slash at its end
    QString m_name; ///< its last part
    QString m_root; ///< "https://example.jp"
};

} // namespace

QList<PageUse> usesOfPage(const render::SiteSnapshot &site, const QString &path)
{
    QList<PageUse> uses;
    const LinkForms forms(site.site.url, path);
    const QString root = QStringLiteral("/");
    for (const content::MenuItem &item : site.menus) {
        if (forms.isTarget(item.target, root))
            uses.append({PageUse::What::Menu, item.label, {}, item.target});
    }
    for (const auto &page : site.pages) {
        if (page->path != path && (forms.isIn(page->content.body, page->path) ||
                                   forms.isIn(page->content.summary, page->path) ||
                                   forms.isIn(QJsonValue(page->content.fields), page->path)))
            uses.append({PageUse::What::Page, page->content.title, page->id, page->path});
    }
    for (const banner::Banner &banner : site.banners) {
        if (forms.isTarget(banner.target, root))
            uses.append({PageUse::What::Banner, banner.title, {}, banner.target});
    }
    for (const content::Redirect &redirect : site.redirects) {
        if (forms.isTarget(redirect.target, root))
            uses.append({PageUse::What::Redirect, redirect.from, {}, redirect.target});
    }
    return uses;
}

QString parentOf(const render::SiteSnapshot &site, const QString &path)
{
    QString above = path;
    while (above.size() > 1) {
        above.chop(1);
        above.truncate(above.lastIndexOf(u'/') + 1);
        if (site.pageAt(above))
            return above;
    }
    return QStringLiteral("/");
}

} // namespace kakehashi::workspace
