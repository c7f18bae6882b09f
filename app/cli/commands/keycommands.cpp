#include "commands.h"
#include "secrets.h"

#include "content/site/siterepository.h"

#include <CLI/CLI.hpp>

#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

namespace kakehashi::cli {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::cli::Key)
};

struct KeyOptions
{
    std::string site;
    std::string file;
};

Result<QString> siteId(const KeyOptions &options)
{
    const auto site = openSite(options.site);
    if (!site)
        return passOn(site);
    const auto settings = (*site)->site().settings();
    if (!settings)
        return passOn(settings);
    return settings->id.toString();
}

/// Only for the person who asked: a key in a file that others can read is no key.
Result<void> writePrivately(const QString &path, const QByteArray &line)
{
    QFile file(path);
    const bool made = file.open(QIODevice::NewOnly | QIODevice::WriteOnly) &&
                      file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
                      file.write(line) == line.size() && file.flush();
    if (made)
        return {};
    return fail(ErrorCode::Failed, Text::tr("%1 could not be written: %2. Give the name of a new "
                                            "file in a folder of yours.")
                                       .arg(path, file.errorString()));
}

int exportKey(const KeyOptions &options, const Output &out)
{
    const auto id = siteId(options);
    if (!id)
        return out.failed(id.error());
    const auto key = manifestKeyFor(*id);
    if (!key)
        return out.failed(key.error());
    if (key->bytes.isEmpty() || key->isNew)
        return out.failed({ErrorCode::NotFound,
                           key->problem.isEmpty()
                               ? Text::tr("This computer has no key of the site yet. It is made at "
                                          "the first publish from here.")
                               : key->problem});
    const QString line = publish::manifestKeyText(*id, key->bytes);
    if (options.file.empty())
        return out.done({{QStringLiteral("key"), line}}, {line});
    const QString path = text(options.file);
    if (auto written = writePrivately(path, line.toLatin1() + '\n'); !written)
        return out.failed(written.error());
    return out.done({{QStringLiteral("file"), path}},
                    {Text::tr("The key is in %1. Hand it over by a safe way and delete the file "
                              "afterwards.")
                         .arg(path)});
}

/// The line of a file, else of standard input.
Result<QString> givenLine(const KeyOptions &options)
{
    QFile file(text(options.file));
    const bool open = options.file.empty() ? file.open(stdin, QIODevice::ReadOnly)
                                           : file.open(QIODevice::ReadOnly);
    if (!open)
        return fail(ErrorCode::NotFound,
                    Text::tr("%1 cannot be read: %2. Check the name of the file.")
                        .arg(text(options.file), file.errorString()));
    return QString::fromUtf8(file.readLine(4096));
}

int importKey(const KeyOptions &options, const Output &out)
{
    const auto id = siteId(options);
    if (!id)
        return out.failed(id.error());
    const auto line = givenLine(options);
    if (!line)
        return out.failed(line.error());
    const auto key = publish::manifestKeyFromText(*id, *line);
    if (!key)
        return out.failed(key.error());
    if (auto kept = storeManifestKey(*id, *key); !kept)
        return out.failed(kept.error());
    return out.done({{QStringLiteral("imported"), true}},
                    {Text::tr("The key is in this computer's keychain; publishes from here are "
                              "checked and signed with it.")});
}

} // namespace

void addKeyCommands(CLI::App &site, Context &context)
{
    auto *key = site.add_subcommand("key", "The key that signs what the site published");
    key->require_subcommand(1);
    auto options = std::make_shared<KeyOptions>();
    auto *give = key->add_subcommand("export", "Print the key, for the next contractor's computer");
    give->add_option("SITE", options->site, "Site folder")->required();
    give->add_option("--out", options->file, "A new file that only you can read");
    give->callback([options, &context] { context.exitCode = exportKey(*options, context.out); });
    auto *take = key->add_subcommand("import", "Put a key that was handed over into the keychain");
    take->add_option("SITE", options->site, "Site folder")->required();
    take->add_option("FILE", options->file, "File with the key; standard input without it");
    take->callback([options, &context] { context.exitCode = importKey(*options, context.out); });
}

} // namespace kakehashi::cli
