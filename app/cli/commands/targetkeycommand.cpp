#include "commands.h"

#include "base/account.h"
#include "ssh/newkey.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QDir>
#include <QSysInfo>

namespace kakehashi::cli {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::cli::TargetKey)
};

int makeKey(const std::string &file, const Output &out)
{
    const QString path = QDir::current().absoluteFilePath(text(file));
    const auto key = ssh::makeKey(path, accountName() + u'@' + QSysInfo::machineHostName());
    if (!key)
        return out.failed(key.error());
    return out.done({{QStringLiteral("file"), key->file},
                     {QStringLiteral("public"), key->publicLine},
                     {QStringLiteral("fingerprint"), key->fingerprint}},
                    {Text::tr("Ask the server's operator to add this line to the account's "
                              "authorized_keys:"),
                     key->publicLine,
                     Text::tr("The private half is %1. Use it with: target add --key").arg(path)});
}

} // namespace

void addTargetKeyCommand(CLI::App &target, Context &context)
{
    auto *key = target.add_subcommand("key", "Keys to log in with");
    key->require_subcommand(1);
    auto file = std::make_shared<std::string>();
    auto *make = key->add_subcommand("new", "Make an ed25519 key, which every server takes");
    make->add_option("FILE", *file, "Where the private half goes")->required();
    make->callback([file, &context] { context.exitCode = makeKey(*file, context.out); });
}

} // namespace kakehashi::cli
