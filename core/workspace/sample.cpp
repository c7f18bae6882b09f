#include "workspace/sample.h"

#include "base/file.h"
#include "content/media/mediarepository.h"
#include "store/transaction.h"
#include "workspace/layout.h"
#include "workspace/pageimport.h"
#include "workspace/parts/partsjson.h"
#include "workspace/parts/siteparts.h"

#include <QCoreApplication>
#include <QDir>

namespace kakehashi::workspace {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Sample)
};

tl::unexpected<Error> broken(const QString &file, const QString &reason)
{
    return fail(ErrorCode::Corrupt, Text::tr("The sample is not whole: %1: %2").arg(file, reason));
}

/// The steps by which a sample becomes a site.
class SampleLoader
{
public:
    SampleLoader(QString sample, Workspace &workspace, const JobContext &context)
        : m_sample(std::move(sample)), m_workspace(workspace), m_context(context)
    {}

    Result<void> load()
    {
        auto transaction = store::Transaction::begin(m_workspace.database());
        if (!transaction)
            return passOn(transaction);
        using Step = Result<void> (SampleLoader::*)();
        const Step steps[] = {&SampleLoader::readAll, &SampleLoader::loadMedia,
                              &SampleLoader::loadPages, &SampleLoader::loadParts};
        for (const Step step : steps) {
            if (m_context.cancel.isCancelled())
                return cancelled();
            if (auto done = (this->*step)(); !done)
                return done;
        }
        return transaction->commit();
    }

private:
    QString file(const QString &name) const { return QDir(m_sample).filePath(name); }

    Result<void> readAll()
    {
        auto parts = readParts(m_sample);
        if (!parts)
            return passOn(parts);
        m_parts = std::move(*parts);
        if (m_parts.site.isEmpty())
            return broken(QStringLiteral("site.json"), Text::tr("the file is missing."));
        return {};
    }

    Result<void> loadMedia()
    {
        const QJsonObject &described = m_parts.media;
        const QDir folder(file(QStringLiteral("media")));
        const QStringList names = folder.entryList(QDir::Files, QDir::Name);
        for (const QString &name : described.keys()) {
            if (!names.contains(name))
                return broken(QStringLiteral("media.json"),
                              Text::tr("%1 is not in media/.").arg(name));
        }
        ProgressMeter meter(m_context, Text::tr("Copying pictures and files"), names.size());
        for (const QString &name : names) {
            if (auto added =
                    addMedia(folder.filePath(name), name, described.value(name).toObject());
                !added)
                return added;
            meter.advance(1, 0, name);
        }
        return {};
    }

    Result<void> addMedia(const QString &path, const QString &name, const QJsonObject &json)
    {
        auto bytes = readFile(path, content::MediaRepository::maxBytes);
        if (!bytes)
            return passOn(bytes);
        content::MediaAsset details;
        setMediaTexts(details, json);
        auto added = m_workspace.media().addBytes(*bytes, name, details);
        if (!added)
            return passOn(added);
        // Pages call the file by this name, so another one would break them.
        if (added->fileName != name)
            return broken(
                name,
                Text::tr("the name is not safe, or %1 has the same content.").arg(added->fileName));
        return {};
    }

    Result<void> loadPages()
    {
        auto folder = content::readMarkdownFolder(file(QStringLiteral("pages")));
        if (!folder)
            return passOn(folder);
        ImportOptions options;
        options.author = Text::tr("Sample");
        options.approve = true;
        auto report = importPages(m_workspace.stores(), *folder, options, m_context);
        if (!report)
            return passOn(report);
        if (!report->issues.isEmpty())
            return broken(QStringLiteral("pages"), report->issues.first().text);
        return {};
    }

    Result<void> loadParts()
    {
        TakeOptions options;
        options.replace = true;
        auto taken = takeParts(m_parts, m_workspace.stores(), options);
        return taken ? Result<void>() : passOn(taken);
    }

    QString m_sample;
    SiteParts m_parts;
    Workspace &m_workspace;
    const JobContext &m_context;
};

} // namespace

Result<std::unique_ptr<Workspace>> createSampleFrom(const QString &sample, const QString &folder,
                                                    const JobContext &context, const Clock &clock)
{
    auto workspace = Workspace::create(folder, Text::tr("Sample"), clock);
    if (!workspace)
        return workspace;
    auto loaded = SampleLoader(sample, **workspace, context).load();
    if (loaded)
        return workspace;
    workspace->reset();
    layout::removeAll(folder);
    return passOn(loaded);
}

Result<std::unique_ptr<Workspace>> createSample(const QString &folder, const JobContext &context,
                                                const Clock &clock)
{
    return createSampleFrom(QStringLiteral(":/sample"), folder, context, clock);
}

} // namespace kakehashi::workspace
