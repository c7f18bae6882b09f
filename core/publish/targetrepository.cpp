#include "publish/targetrepository.h"

#include "publish/visitorpassword.h"
#include "security/siteaddress.h"
#include "store/query.h"

#include <QCoreApplication>

#include <algorithm>

namespace kakehashi::publish {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::TargetRepository)
};

QJsonObject toJson(const Target &target)
{
    return {{QStringLiteral("kind"), toStored(target.kind)},
            {QStringLiteral("host"), target.host},
            {QStringLiteral("port"), target.port},
            {QStringLiteral("user"), target.user},
            {QStringLiteral("path"), target.path},
            {QStringLiteral("auth"), toStored(target.auth)},
            {QStringLiteral("keyFile"), target.keyFile},
            {QStringLiteral("hostKey"), target.hostKey},
            {QStringLiteral("url"), target.url},
            {QStringLiteral("noindex"), target.noindex},
            {QStringLiteral("visitorUser"), target.visitorUser},
            {QStringLiteral("visitorHash"), target.visitorHash},
            {QStringLiteral("visitorFolder"), target.visitorFolder},
            {QStringLiteral("switching"), toStored(target.switching)},
            {QStringLiteral("color"), target.color}};
}

/// Columns id, name, json.
Target readTarget(const store::Query &row)
{
    const QJsonObject json = row.json(2);
    const auto text = [&json](const char *name) {
        return json.value(QLatin1String(name)).toString();
    };
    Target target;
    target.id = row.id(0);
    target.name = row.text(1);
    target.kind = kindFromStored(text("kind"));
    target.host = text("host");
    target.port = json.value(QLatin1String("port")).toInt(22);
    target.user = text("user");
    target.path = text("path");
    target.auth = authFromStored(text("auth"));
    target.keyFile = text("keyFile");
    target.hostKey = text("hostKey");
    target.url = text("url");
    target.noindex = json.value(QLatin1String("noindex")).toBool();
    target.visitorUser = text("visitorUser");
    target.visitorHash = text("visitorHash");
    target.visitorFolder = text("visitorFolder");
    target.switching = switchingFromStored(text("switching"));
    target.color = text("color");
    return target;
}

bool hasControlOrSpace(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(),
                       [](QChar letter) { return letter.isSpace() || letter < u' '; });
}

QString serverProblem(const Target &target)
{
    if (target.host.isEmpty() || hasControlOrSpace(target.host))
        return Text::tr("Enter the name or address of the server, without spaces.");
    if (target.port < 1 || target.port > 65535)
        return Text::tr("The port is a number from 1 to 65535; usually it is 22.");
    if (target.user.isEmpty() || hasControlOrSpace(target.user))
        return Text::tr("Enter the account's user name on the server, without spaces.");
    if (target.auth == Target::Auth::KeyFile && target.keyFile.isEmpty())
        return Text::tr("Choose the file of the private key.");
    if (!target.hostKey.isEmpty() && !target.hostKey.startsWith(QLatin1String("SHA256:")))
        return Text::tr("The server's key is written as a fingerprint that begins with SHA256:.");
    return {};
}

QString visitorProblem(const Target &target)
{
    if (target.visitorUser.isEmpty())
        return {};
    if (target.visitorUser.contains(u':') || hasControlOrSpace(target.visitorUser))
        return Text::tr("The name that visitors type holds no colon and no spaces.");
    if (target.visitorHash.isEmpty())
        return Text::tr("Enter the password that visitors are asked for.");
    if (serverFolder(target).isEmpty())
        return Text::tr("For a password the web server needs the full path of the folder, such as "
                        "/var/www/html. Ask the server's operator.");
    return {};
}

} // namespace

QString targetProblem(const Target &target)
{
    if (target.name.trimmed().isEmpty())
        return Text::tr("Give the target a name, such as “production”.");
    if (target.path.trimmed().isEmpty())
        return Text::tr("Enter the folder on the server that visitors see.");
    if (target.kind == Target::Kind::Sftp) {
        if (const QString problem = serverProblem(target); !problem.isEmpty())
            return problem;
    }
    if (const QString problem = visitorProblem(target); !problem.isEmpty())
        return problem;
    const auto address = security::siteAddress(target.url);
    return address ? QString() : address.error().text;
}

Result<QList<Target>> TargetRepository::all() const
{
    store::Query query(m_database,
                       QStringLiteral("SELECT id, name, json FROM target ORDER BY position, id"));
    return query.all({}, readTarget);
}

Result<Target> TargetRepository::byName(const QString &name) const
{
    store::Query query(m_database, QStringLiteral("SELECT id, name, json FROM target "
                                                  "WHERE name = ?"));
    const auto found = query.first({name}, readTarget);
    if (!found)
        return passOn(found);
    if (*found)
        return **found;
    return fail(ErrorCode::NotFound,
                Text::tr("There is no target “%1”. The names are listed in the settings, or by "
                         "`kakehashi-cli target list`.")
                    .arg(name));
}

Result<QString> TargetRepository::freeColor() const
{
    const auto others = all();
    if (!others)
        return passOn(others);
    const auto isFree = [&others](const QString &color) {
        return std::none_of(others->cbegin(), others->cend(),
                            [&color](const Target &other) { return other.color == color; });
    };
    const QStringList &colors = targetColors();
    const auto free = std::find_if(colors.cbegin(), colors.cend(), isFree);
    return free != colors.cend() ? *free : colors.first();
}

Result<Ulid> TargetRepository::save(Target target)
{
    const Result<Target> sameName = byName(target.name);
    if (!sameName && sameName.error().code != ErrorCode::NotFound)
        return passOn(sameName);
    Target checked = target;
    // An address of former times must not keep a new host key from being stored.
    if (sameName && sameName->id == target.id && sameName->url == target.url)
        checked.url.clear();
    if (const QString problem = targetProblem(checked); !problem.isEmpty())
        return fail(ErrorCode::Invalid, problem);
    if (sameName && sameName->id != target.id)
        return fail(
            ErrorCode::AlreadyExists,
            Text::tr("There is a target “%1” already. Choose another name.").arg(target.name));
    if (!target.id.isNull()) {
        store::Query update(m_database,
                            QStringLiteral("UPDATE target SET name = ?, json = ? WHERE id = ?"));
        const auto done = update.run({target.name, toJson(target), target.id});
        if (!done)
            return passOn(done);
        if (*done > 0)
            return target.id;
    }
    const Ulid id = target.id.isNull() ? Ulid::generate() : target.id;
    if (target.color.isEmpty()) {
        const auto free = freeColor();
        if (!free)
            return passOn(free);
        target.color = *free;
    }
    store::Query insert(m_database,
                        QStringLiteral("INSERT INTO target (id, name, json, position) VALUES "
                                       "(?, ?, ?, (SELECT COALESCE(MAX(position), 0) + 1 "
                                       "FROM target))"));
    const auto done = insert.run({id, target.name, toJson(target)});
    if (!done)
        return passOn(done);
    return id;
}

Result<void> TargetRepository::remove(const Ulid &id)
{
    store::Query query(m_database, QStringLiteral("DELETE FROM target WHERE id = ?"));
    const auto done = query.run({id});
    return done ? Result<void>() : passOn(done);
}

} // namespace kakehashi::publish
