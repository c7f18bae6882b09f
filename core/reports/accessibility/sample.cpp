#include "reports/accessibility/sample.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace kakehashi::reports {
namespace {

using Pages = QList<const render::PageValue *>;

Pages openPages(const render::SiteSnapshot &snapshot)
{
    Pages pages;
    for (const auto &page : snapshot.pages) {
        if (page->content.window.isOpenAt(snapshot.asOf) && page->kind != QLatin1String("notfound"))
            pages.append(page.get());
    }
    return pages;
}

TestedPage tested(const render::PageValue &page, const QString &reason, bool isDrawn)
{
    return {page.id, page.path, page.content.title, isDrawn, reason};
}

QByteArray lot(const QString &seed, const QString &path)
{
    return QCryptographicHash::hash((seed + u'\n' + path).toUtf8(), QCryptographicHash::Sha256);
}

/// The representative pages, most telling first.
class Representatives
{
public:
    Representatives(const Pages &pages, int most) : m_pages(pages), m_most(most) {}

    void take(const render::PageValue *page, const QString &reason)
    {
        if (!page || m_chosen.size() >= m_most || m_paths.contains(page->path))
            return;
        m_paths.insert(page->path);
        m_chosen.append(tested(*page, reason, false));
    }

    template <typename Test>
    void takeFirst(const QString &reason, Test &&test)
    {
        const auto found = std::find_if(m_pages.cbegin(), m_pages.cend(), test);
        take(found != m_pages.cend() ? *found : nullptr, reason);
    }

    void takeWithText(const QString &reason, const QString &pattern)
    {
        const QRegularExpression words(pattern, QRegularExpression::MultilineOption);
        takeFirst(reason, [&words](const render::PageValue *page) {
            return page->content.body.contains(words);
        });
    }

    const QSet<QString> &paths() const { return m_paths; }
    QList<TestedPage> chosen() const { return m_chosen; }

private:
    const Pages &m_pages;
    int m_most;
    QList<TestedPage> m_chosen;
    QSet<QString> m_paths;
};

void takeRepresentatives(Representatives &pages, const render::SiteSnapshot &snapshot,
                         const Pages &open)
{
    const auto at = [&open](const QString &path) -> const render::PageValue * {
        const auto found = std::find_if(open.cbegin(), open.cend(),
                                        [&path](const auto *page) { return page->path == path; });
        return found != open.cend() ? *found : nullptr;
    };
    pages.take(at(QStringLiteral("/")), QStringLiteral("トップページ"));
    for (const char *path : {"/accessibility/", "/contact/"})
        pages.take(at(QLatin1String(path)), QStringLiteral("利用者が必要とするページ"));
    for (const content::Kind &kind : snapshot.kinds) {
        pages.takeFirst(QStringLiteral("%1のページ").arg(kind.label),
                        [&kind](const render::PageValue *page) { return page->kind == kind.name; });
    }
    pages.takeWithText(QStringLiteral("表のあるページ"), QStringLiteral("^\\|[ :|-]+\\|$"));
    pages.takeWithText(QStringLiteral("グラフのあるページ"), QStringLiteral("^:{3,} *chart"));
    pages.takeWithText(QStringLiteral("動画・地図のあるページ"), QStringLiteral("^:{3,} *embed"));
    pages.takeWithText(QStringLiteral("ファイルのあるページ"), QStringLiteral("^:{3,} *file"));
    pages.takeWithText(QStringLiteral("画像のあるページ"),
                       QStringLiteral("^:{3,} *(figure|gallery)"));
    for (const content::MenuItem &item : snapshot.menus) {
        if (item.menu == QLatin1String("main"))
            pages.take(at(item.target), QStringLiteral("メニューにあるページ"));
    }
}

QList<TestedPage> draw(Pages open, const QSet<QString> &without, const QString &seed,
                       qsizetype count)
{
    open.removeIf([&](const render::PageValue *page) { return without.contains(page->path); });
    std::sort(open.begin(), open.end(), [&seed](const auto *a, const auto *b) {
        return lot(seed, a->path) < lot(seed, b->path);
    });
    QList<TestedPage> drawn;
    for (const render::PageValue *page : open.mid(0, count))
        drawn.append(tested(*page, QStringLiteral("無作為"), true));
    return drawn;
}

void sortByPath(QList<TestedPage> &pages)
{
    std::sort(pages.begin(), pages.end(),
              [](const TestedPage &a, const TestedPage &b) { return a.path < b.path; });
}

} // namespace

int TestSample::drawn() const
{
    return static_cast<int>(std::count_if(pages.cbegin(), pages.cend(),
                                          [](const TestedPage &page) { return page.isDrawn; }));
}

TestSample chooseSample(const render::SiteSnapshot &snapshot, const QString &seed,
                        const SampleRule &rule)
{
    const Pages open = openPages(snapshot);
    TestSample sample;
    sample.total = static_cast<int>(open.size());
    if (sample.total <= rule.pages) {
        for (const render::PageValue *page : open)
            sample.pages.append(tested(*page, QStringLiteral("全てのページ"), false));
        return sample;
    }
    Representatives chosen(open, rule.representative);
    takeRepresentatives(chosen, snapshot, open);
    QList<TestedPage> telling = chosen.chosen();
    QList<TestedPage> drawn = draw(open, chosen.paths(), seed, rule.pages - telling.size());
    sortByPath(telling);
    sortByPath(drawn);
    sample.pages = telling + drawn;
    sample.seed = seed;
    return sample;
}

} // namespace kakehashi::reports
