#include "content/site/redirectrepository.h"

#include "content/site/linktarget.h"
#include "security/reservedpath.h"
#include "store/query.h"

#include <QCoreApplication>
#include <QUrl>

namespace kakehashi::content {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Redirects)
};

constexpr int gone = 410;

bool isAddress(const QString &from)
{
    if (!from.startsWith(QLatin1Char('/')) || from.startsWith(QStringLiteral("//")))
        return false;
    // It ends up in a server's configuration: nothing may end a line or a word there.
    return std::all_of(from.cbegin(), from.cend(), [](QChar c) {
        return c > QLatin1Char(' ') && c.unicode() < 0x7f && c != QLatin1Char('"') &&
               c != QLatin1Char('\\') && c != QLatin1Char('<') && c != QLatin1Char('>');
    });
}

bool isOwn(const QString &from)
{
    const bool hasQuery = from.contains(u'?'); // such a one leaves the file itself alone
    return !hasQuery && security::isGeneratedAddress(
                            QUrl::fromPercentEncoding(from.section(u'#', 0, 0).toUtf8()));
}

Result<void> validate(const Redirect &redirect)
{
    if (!isAddress(redirect.from))
        return fail(ErrorCode::Invalid,
                    Text::tr("“%1” is no old address. Write it as it was after the host name, such "
                             "as /post-1528; Japanese letters percent-encoded.")
                        .arg(redirect.from));
    if (isOwn(redirect.from))
        return fail(ErrorCode::Invalid,
                    Text::tr("%1 is where the program puts files of its own, which visitors would "
                             "no longer reach. Redirect another address.")
                        .arg(redirect.from));
    static const QList<int> statuses{301, 302, 307, 308, gone};
    if (!statuses.contains(redirect.status))
        return fail(ErrorCode::Invalid,
                    Text::tr("%1 is no status of a redirect. Use 301 (moved for good), 302, 307, "
                             "308 or 410 (gone).")
                        .arg(redirect.status));
    if (redirect.status == gone)
        return {};
    if (redirect.from == redirect.target)
        return fail(ErrorCode::Invalid,
                    Text::tr("%1 would lead to itself. Lead it to another page or address.")
                        .arg(redirect.from));
    return checkLinkTarget(redirect.target, redirect.from);
}

} // namespace

RedirectRepository::RedirectRepository(store::Database &database, store::ChangeHook changed)
    : m_database(database), m_changed(std::move(changed))
{}

Result<QList<Redirect>> RedirectRepository::list() const
{
    store::Query query(m_database, QStringLiteral("SELECT id, from_path, target, status "
                                                  "FROM redirect ORDER BY from_path"));
    return query.all({}, [](const store::Query &row) {
        return Redirect{row.id(0), row.text(1), row.text(2), row.number(3)};
    });
}

Result<Redirect> RedirectRepository::save(Redirect redirect)
{
    if (auto valid = validate(redirect); !valid)
        return passOn(valid);
    store::Query same(m_database, QStringLiteral("SELECT id FROM redirect WHERE from_path = ?"));
    auto there = same.first({redirect.from}, [](const store::Query &row) { return row.id(0); });
    if (!there)
        return passOn(there);
    if (there->has_value() && redirect.id.isNull())
        redirect.id = **there;
    if (there->has_value() && redirect.id != **there)
        return fail(ErrorCode::AlreadyExists,
                    Text::tr("%1 is redirected already. Change that redirect or remove it first.")
                        .arg(redirect.from));
    if (redirect.id.isNull())
        redirect.id = Ulid::generate();
    store::Query query(m_database,
                       QStringLiteral("INSERT INTO redirect (id, from_path, target, status) "
                                      "VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
                                      "from_path = excluded.from_path, target = excluded.target, "
                                      "status = excluded.status"));
    if (auto done = query.run({redirect.id, redirect.from, redirect.target, redirect.status});
        !done)
        return passOn(done);
    if (m_changed)
        m_changed(redirect.id);
    return redirect;
}

Result<void> RedirectRepository::remove(const Ulid &id)
{
    store::Query query(m_database, QStringLiteral("DELETE FROM redirect WHERE id = ?"));
    if (auto done = query.run({id}); !done)
        return passOn(done);
    if (m_changed)
        m_changed(id);
    return {};
}

} // namespace kakehashi::content
