#include "banner/bannerrepository.h"
#include "content/media/mediarepository.h"
#include "content/page/pagejson.h"
#include "content/page/pagerepository.h"
#include "content/site/menurepository.h"
#include "content/site/redirectrepository.h"
#include "content/site/siterepository.h"
#include "statistics/seriesrepository.h"
#include "support/testsite.h"
#include "workspace/changenews.h"
#include "workspace/parts/stores.h"
#include "workspace/snapshotbuilder.h"
#include "workspace/workspace.h"

#include <QJsonDocument>

using namespace kakehashi;

namespace {

const workspace::SnapshotOptions working{workspace::SnapshotOptions::Revisions::Working, {}, {}};

/// All that a snapshot says, in its own order where that has a meaning.
QStringList told(const render::SiteSnapshot &site)
{
    QStringList all{site.site.name, site.site.url.toString()};
    for (const auto &page : site.pages)
        all << page->id.toString() + page->path + page->kind + QString::number(page->position) +
                   page->updatedAt.toString(Qt::ISODateWithMs) +
                   QString::fromUtf8(QJsonDocument(content::toJson(page->content)).toJson());
    for (const content::MenuItem &item : site.menus)
        all << item.id.toString() + item.menu + item.label + item.target;
    QStringList media;
    for (const content::MediaAsset &asset : site.media)
        media << asset.id.toString() + asset.fileName + asset.alt + asset.caption;
    for (auto name = site.mediaByName.cbegin(); name != site.mediaByName.cend(); ++name)
        media << name.key() + name.value().toString();
    media.sort();
    all += media;
    for (const content::Redirect &redirect : site.redirects)
        all << redirect.from + redirect.target;
    for (const statistics::SeriesData &series : site.series)
        all << series.series.name + QString::number(series.observations.size());
    for (const banner::Banner &banner : site.banners)
        all << banner.title + QString::number(banner.position);
    return all;
}

} // namespace

/// A snapshot that is brought up to date with what changed is the one that reading all would give.
class TestRenewedSnapshot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void itIsAsIfAllWereRead_data();
    void itIsAsIfAllWereRead();
    void aWorkerReadsTheSame();

private:
    using Deed = std::function<Result<void>(TestRenewedSnapshot &)>;
    Ulid page(const QString &path) { return m_site->pages().byPath(path)->id; }
    content::MediaAsset file(const QString &name) { return *m_site->media().byFileName(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<workspace::Workspace> m_site;
    QList<workspace::Change> m_changes;
};

void TestRenewedSnapshot::init()
{
    m_site.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto made = workspace::Workspace::create(m_folder->filePath(u"site"_qs), u"見本"_qs);
    VERIFY_OK(made);
    m_site = std::move(*made);
    for (const QString &path : {u"/a/"_qs, u"/a/b/"_qs, u"/c/"_qs}) {
        content::NewPage wanted{.kind = u"page"_qs, .path = path};
        wanted.content.title = path;
        VERIFY_OK(m_site->pages().create(wanted));
    }
    VERIFY_OK(m_site->media().addBytes("%PDF-1.4\n%%EOF\n", u"form.pdf"_qs));
    m_changes.clear();
    connect(&m_site->news(), &workspace::ChangeNews::changed, this,
            [this](const workspace::Change &change) { m_changes << change; });
}

void TestRenewedSnapshot::itIsAsIfAllWereRead_data()
{
    QTest::addColumn<Deed>("deed");
    const auto row = [](const char *name, const Deed &deed) { QTest::newRow(name) << deed; };
    row("save", [](TestRenewedSnapshot &t) -> Result<void> {
        content::PageContent typed;
        typed.title = u"新しい題"_qs;
        const auto saved = t.m_site->pages().saveWorking(t.page(u"/c/"_qs), typed, {});
        return saved ? Result<void>() : passOn(saved);
    });
    row("new page between others", [](TestRenewedSnapshot &t) -> Result<void> {
        const auto made = t.m_site->pages().create({.kind = u"page"_qs, .path = u"/b/"_qs});
        return made ? Result<void>() : passOn(made);
    });
    row("move", [](TestRenewedSnapshot &t) {
        return t.m_site->pages().move(t.page(u"/c/"_qs), u"/0/"_qs);
    });
    row("trash", [](TestRenewedSnapshot &t) { return t.m_site->pages().trash(t.page(u"/c/"_qs)); });
    row("trash and back", [](TestRenewedSnapshot &t) -> Result<void> {
        const Ulid id = t.page(u"/c/"_qs);
        if (auto trashed = t.m_site->pages().trash(id); !trashed)
            return trashed;
        return t.m_site->pages().restore(id);
    });
    row("rename a file", [](TestRenewedSnapshot &t) {
        content::MediaAsset asset = t.file(u"form.pdf"_qs);
        asset.fileName = u"paper.pdf"_qs;
        return t.m_site->media().update(asset);
    });
    row("delete a file",
        [](TestRenewedSnapshot &t) { return t.m_site->media().remove(t.file(u"form.pdf"_qs).id); });
    row("new file", [](TestRenewedSnapshot &t) -> Result<void> {
        const auto added = t.m_site->media().addBytes("%PDF-1.5\n%%EOF\n", u"b.pdf"_qs);
        return added ? Result<void>() : passOn(added);
    });
    row("settings", [](TestRenewedSnapshot &t) {
        content::SiteSettings settings = *t.m_site->site().settings();
        settings.name = u"別"_qs;
        return t.m_site->site().save(settings);
    });
    row("menu", [](TestRenewedSnapshot &t) {
        return t.m_site->menus().replace(u"main"_qs, {{{}, {}, {}, u"甲"_qs, u"/a/"_qs}});
    });
    row("redirect", [](TestRenewedSnapshot &t) -> Result<void> {
        const auto saved = t.m_site->redirects().save({{}, u"/old"_qs, u"/a/"_qs, 301});
        return saved ? Result<void>() : passOn(saved);
    });
    row("banner", [](TestRenewedSnapshot &t) -> Result<void> {
        banner::Banner banner;
        banner.title = u"帯"_qs;
        banner.target = u"/a/"_qs;
        banner.placement = u"home"_qs;
        const auto saved = t.m_site->banners().save(banner);
        return saved ? Result<void>() : passOn(saved);
    });
    row("series", [](TestRenewedSnapshot &t) -> Result<void> {
        statistics::Series series;
        series.name = u"members"_qs;
        series.title = u"会員数"_qs;
        const auto saved = t.m_site->series().save(series);
        return saved ? Result<void>() : passOn(saved);
    });
}

void TestRenewedSnapshot::itIsAsIfAllWereRead()
{
    QFETCH(Deed, deed);
    const auto before = m_site->snapshot(working);
    VERIFY_OK(before);
    VERIFY_OK(deed(*this));
    QVERIFY(!m_changes.isEmpty());
    for (const workspace::Change &change : std::as_const(m_changes))
        QVERIFY(workspace::isQuickToRead(change));
    const auto renewed = m_site->renewed(**before, m_changes);
    VERIFY_OK(renewed);
    const auto all = m_site->snapshot(working);
    VERIFY_OK(all);
    QCOMPARE(told(**renewed), told(**all));
}

void TestRenewedSnapshot::aWorkerReadsTheSame()
{
    const auto own = workspace::OwnStores::openToRead(m_site->folder());
    VERIFY_OK(own);
    const auto read = workspace::snapshotOf((*own)->stores(), working);
    VERIFY_OK(read);
    QCOMPARE(told(**read), told(**m_site->snapshot(working)));
    VERIFY_FAILS((*own)->stores().pages.trash(page(u"/c/"_qs)), ErrorCode::ReadOnly);
    // Several pages at once are for a worker.
    QVERIFY(!workspace::isQuickToRead({workspace::Change::Kind::Page, {}}));
}

QTEST_GUILESS_MAIN(TestRenewedSnapshot)
#include "test_renewedsnapshot.moc"
