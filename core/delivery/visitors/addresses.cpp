#include "delivery/visitors/addresses.h"

#include "base/ulid.h"
#include "notify/changedpages.h"

#include <algorithm>

namespace kakehashi::delivery {
namespace {

constexpr qsizetype mostChanged = 20;
const auto homeFile = QStringLiteral("index.html");
const auto missingPage = QStringLiteral("404.html");

QUrl urlOf(const publish::Target &target, const QString &address)
{
    QString root = target.url;
    while (root.endsWith(u'/'))
        root.chop(1);
    return QUrl::fromEncoded(root.toUtf8() + QUrl::toPercentEncoding(address, QByteArray("/")),
                             QUrl::StrictMode);
}

/// "/kenmin/" of a page, else the file itself; empty for what no visitor may fetch.
QString addressOf(const QString &path)
{
    const QString page = notify::addressOf(path);
    if (!page.isEmpty())
        return page;
    const bool isHidden = path.startsWith(u'.') || path.contains(QStringLiteral("/."));
    return isHidden ? QString() : u'/' + path;
}

Address fileAt(const publish::Target &target, const publish::Plan &plan, const QString &path)
{
    const auto file = plan.result.files.constFind(path);
    Address address;
    address.path = path;
    address.url = urlOf(target, addressOf(path));
    if (file != plan.result.files.constEnd()) {
        address.hash = file->hash;
        address.size = file->size;
    }
    return address;
}

/// A name that nobody has, so that no redirect and no page of others answers it.
Address nothingAt(const publish::Target &target, const publish::Plan &plan)
{
    Address address;
    address.kind = Address::Kind::Nothing;
    address.url =
        urlOf(target, QStringLiteral("/not-there-%1/").arg(Ulid::generate().toString().toLower()));
    // Without a .htaccess the server has its own page for it.
    const auto page = plan.result.files.constFind(missingPage);
    if (page != plan.result.files.constEnd() &&
        plan.result.files.contains(QStringLiteral(".htaccess"))) {
        address.path = missingPage;
        address.hash = page->hash;
        address.size = page->size;
    }
    return address;
}

QStringList changedFiles(const publish::Plan &plan)
{
    using Action = publish::PlanItem::Action;
    QStringList pages;
    QStringList others;
    for (const publish::PlanItem &item : plan.items) {
        const bool isSent = item.action == Action::Add || item.action == Action::Replace;
        // Home and the page for what is not there are asked for anyway.
        const bool isAsked = item.path == homeFile || item.path == missingPage;
        if (!isSent || isAsked || addressOf(item.path).isEmpty())
            continue;
        (notify::addressOf(item.path).isEmpty() ? others : pages).append(item.path);
    }
    return (pages + others).mid(0, mostChanged);
}

} // namespace

QList<Address> addressesToLookAt(const publish::Target &target, const publish::Plan &plan)
{
    const QUrl root(target.url, QUrl::StrictMode);
    if (target.url.isEmpty() || !root.isValid() || root.host().isEmpty())
        return {};
    Address home = fileAt(target, plan, homeFile);
    if (!target.visitorUser.isEmpty()) {
        home.kind = Address::Kind::Closed;
        return {home};
    }
    QList<Address> addresses;
    if (!home.hash.isNull())
        addresses.append(home);
    addresses.append(nothingAt(target, plan));
    for (const QString &path : changedFiles(plan))
        addresses.append(fileAt(target, plan, path));
    return addresses;
}

} // namespace kakehashi::delivery
