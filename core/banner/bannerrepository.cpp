#include "banner/bannerrepository.h"

#include "content/site/linktarget.h"
#include "store/query.h"
#include "store/transaction.h"

#include <QCoreApplication>

namespace kakehashi::banner {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Banners)
};

const QString columns =
    QStringLiteral("id, title, target, picture_id, placement, opens, closes, position, enabled");

Banner bannerFrom(const store::Query &row)
{
    return {row.id(0),   row.text(1), row.text(2),   row.id(3),  row.text(4),
            row.time(5), row.time(6), row.number(7), row.flag(8)};
}

Result<void> validate(const Banner &banner)
{
    if (banner.title.trimmed().isEmpty())
        return fail(ErrorCode::Invalid,
                    Text::tr("Give the banner a title: it is read to those who do not see the "
                             "picture."));
    if (auto target = content::checkLinkTarget(banner.target, banner.title); !target)
        return target;
    if (!placements().contains(banner.placement))
        return fail(ErrorCode::Invalid, Text::tr("“%1” stands nowhere: a banner's place is home, "
                                                 "side or footer.")
                                            .arg(banner.title));
    if (banner.opens.isValid() && banner.closes.isValid() && banner.closes <= banner.opens)
        return fail(
            ErrorCode::Invalid,
            Text::tr("The period of “%1” ends before it begins. Correct one of the two dates.")
                .arg(banner.title));
    return {};
}

} // namespace

store::MigrationSet migrations()
{
    const QStringList first{
        QStringLiteral("CREATE TABLE banner (id TEXT PRIMARY KEY, title TEXT NOT NULL, "
                       "target TEXT NOT NULL, picture_id TEXT, placement TEXT NOT NULL, "
                       "opens TEXT, closes TEXT, position INTEGER NOT NULL, "
                       "enabled INTEGER NOT NULL)"),
    };
    return {QStringLiteral("banner"), {{1, first}}};
}

const QStringList &placements()
{
    static const QStringList names{QStringLiteral("home"), QStringLiteral("side"),
                                   QStringLiteral("footer")};
    return names;
}

BannerRepository::BannerRepository(store::Database &database, store::ChangeHook changed)
    : m_database(database), m_changed(std::move(changed))
{}

Result<QList<Banner>> BannerRepository::list() const
{
    store::Query query(m_database, QStringLiteral("SELECT ") + columns +
                                       QStringLiteral(" FROM banner ORDER BY placement, position, "
                                                      "id"));
    return query.all({}, bannerFrom);
}

Result<Banner> BannerRepository::banner(const Ulid &id) const
{
    store::Query query(m_database, QStringLiteral("SELECT ") + columns +
                                       QStringLiteral(" FROM banner WHERE id = ?"));
    auto found = query.first({id}, bannerFrom);
    if (!found)
        return passOn(found);
    if (!*found)
        return fail(ErrorCode::NotFound, Text::tr("This banner is no longer there."));
    return **found;
}

Result<Banner> BannerRepository::save(Banner banner)
{
    if (auto valid = validate(banner); !valid)
        return passOn(valid);
    if (banner.id.isNull()) {
        store::Query last(m_database,
                          QStringLiteral("SELECT max(position) FROM banner WHERE placement = ?"));
        auto position =
            last.first({banner.placement}, [](const store::Query &row) { return row.number(0); });
        if (!position)
            return passOn(position);
        banner.id = Ulid::generate();
        banner.position = position->value_or(0) + 1;
    }
    store::Query query(
        m_database,
        QStringLiteral("INSERT INTO banner (") + columns +
            QStringLiteral(") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
                           "title = excluded.title, target = excluded.target, "
                           "picture_id = excluded.picture_id, placement = excluded.placement, "
                           "opens = excluded.opens, closes = excluded.closes, "
                           "position = excluded.position, enabled = excluded.enabled"));
    auto done = query.run({banner.id, banner.title, banner.target, banner.picture, banner.placement,
                           banner.opens, banner.closes, banner.position, banner.enabled});
    if (!done)
        return passOn(done);
    if (m_changed)
        m_changed(banner.id);
    return banner;
}

Result<void> BannerRepository::remove(const Ulid &id)
{
    store::Query query(m_database, QStringLiteral("DELETE FROM banner WHERE id = ?"));
    if (auto done = query.run({id}); !done)
        return passOn(done);
    if (m_changed)
        m_changed(id);
    return {};
}

Result<void> BannerRepository::reorder(const QList<Ulid> &banners)
{
    auto transaction = store::Transaction::begin(m_database);
    if (!transaction)
        return passOn(transaction);
    store::Query query(m_database, QStringLiteral("UPDATE banner SET position = ? WHERE id = ?"));
    int position = 0;
    for (const Ulid &id : banners) {
        if (auto done = query.run({++position, id}); !done)
            return passOn(done);
    }
    if (auto done = transaction->commit(); !done)
        return done;
    if (m_changed)
        m_changed({});
    return {};
}

Result<QList<content::MediaUse>> BannerRepository::usesOf(const content::MediaAsset &asset) const
{
    store::Query query(m_database, QStringLiteral("SELECT title FROM banner WHERE picture_id = ?"));
    return query.all({asset.id}, [](const store::Query &row) {
        return content::MediaUse{Text::tr("the banner “%1”").arg(row.text(0))};
    });
}

} // namespace kakehashi::banner
