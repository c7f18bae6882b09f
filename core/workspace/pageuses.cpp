#include "workspace/pageuses.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace kakehashi::workspace {
namespace {

/// The forms in which links name a page: with and without the slash at the end, and with the
/// site's own address before it.
class LinkForms
{
public:
    LinkForms(const QUrl &site, const QString &path) : m_path(path.chopped(1))
    {
        m_root = site.toString(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
    }

    bool isTarget(const QString &target) const
    {
        QString path = target;
        if (!m_root.isEmpty() && path.startsWith(m_root))
            path.remove(0, m_root.size());
        if (!path.startsWith(m_path))
            return false;
        const QStringView rest = QStringView(path).mid(m_path.size());
        const QStringView tail = rest.startsWith(u'/') ? rest.mid(1) : rest;
        return tail.isEmpty() || tail.front() == u'#' || tail.front() == u'?';
    }

    /// Whether a Markdown or HTML text links there.
    bool isIn(const QString &text) const
    {
        qsizetype at = text.indexOf(m_path);
        for (; at >= 0; at = text.indexOf(m_path, at + 1)) {
            qsizetype start = at;
            if (!m_root.isEmpty() && QStringView(text).first(at).endsWith(m_root))
                start -= m_root.size();
            qsizetype end = at;
            while (end < text.size() && !isEnd(text.at(end)))
                ++end;
            const bool isLink = start > 0 && isBegin(text.at(start - 1));
            if (isLink && isTarget(text.mid(start, end - start)))
                return true;
        }
        return false;
    }

    bool isIn(const QJsonValue &value) const
    {
        if (value.isString())
            return isTarget(value.toString()) || isIn(value.toString());
        if (value.isArray()) {
            const QJsonArray array = value.toArray();
            return std::any_of(array.begin(), array.end(),
                               [this](const QJsonValue &each) { return isIn(each); });
        }
        const QJsonObject object = value.toObject();
        return std::any_of(object.begin(), object.end(),
                           [this](const QJsonValue &each) { return isIn(each); });
    }

private:
    static bool isBegin(QChar c) { return QStringLiteral("(\"'<= \t\n").contains(c); }
    static bool isEnd(QChar c) { return c.isSpace() || QStringLiteral(")\"'>").contains(c); }

    QString m_path; ///< without the slash at its end
    QString m_root; ///< "https://example.jp"
};

} // namespace

QList<PageUse> usesOfPage(const render::SiteSnapshot &site, const QString &path)
{
    QList<PageUse> uses;
    const LinkForms forms(site.site.url, path);
    for (const content::MenuItem &item : site.menus) {
        if (forms.isTarget(item.target))
            uses.append({PageUse::What::Menu, item.label, {}, item.target});
    }
    for (const auto &page : site.pages) {
        if (page->path != path &&
            (forms.isIn(page->content.body) || forms.isIn(page->content.summary) ||
             forms.isIn(QJsonValue(page->content.fields))))
            uses.append({PageUse::What::Page, page->content.title, page->id, page->path});
    }
    for (const banner::Banner &banner : site.banners) {
        if (forms.isTarget(banner.target))
            uses.append({PageUse::What::Banner, banner.title, {}, banner.target});
    }
    for (const content::Redirect &redirect : site.redirects) {
        if (forms.isTarget(redirect.target))
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
