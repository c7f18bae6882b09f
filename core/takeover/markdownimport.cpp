#include "takeover/markdownimport.h"

#include "base/file.h"
#include "content/media/mediarepository.h"
#include "content/site/redirectrepository.h"
#include "workspace/parts/partsjson.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace kakehashi::takeover {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Import)
};

/// The steps of an import, within one transaction.
class Deed
{
public:
    Deed(const ImportPlan &plan, const workspace::SiteStores &stores,
         const workspace::ImportOptions &options, const JobContext &context)
        : m_plan(plan), m_stores(stores), m_options(options), m_context(context)
    {}

    Result<void> run()
    {
        Result<void> result = addMedia();
        if (result)
            result = addPages();
        if (result)
            result = addParts();
        if (result)
            result = addRedirects();
        return result;
    }

    ImportDone done;

private:
    Result<void> addMedia()
    {
        ProgressMeter meter(m_context, Text::tr("Copying pictures and files"), m_plan.media.size());
        for (const PlannedMedia &media : m_plan.media) {
            if (m_context.cancel.isCancelled())
                return cancelled();
            if (auto added = add(media); !added)
                return added;
            ++done.media;
            meter.advance(1, 0, media.file);
        }
        meter.finish();
        return {};
    }

    Result<void> add(const PlannedMedia &media)
    {
        auto bytes = readFile(media.disk, content::MediaRepository::maxBytes);
        if (!bytes)
            return passOn(bytes);
        content::MediaAsset details;
        workspace::setMediaTexts(details, media.texts);
        auto added = m_stores.media.addBytes(*bytes, media.name, details);
        if (!added)
            return passOn(added);
        if (added->fileName != media.name || added->hash != media.hash)
            return fail(ErrorCode::Conflict,
                        Text::tr("The site or the file %1 has changed since the plan was made. "
                                 "Look at the folder again.")
                            .arg(media.file));
        return keepName(*added, QFileInfo(media.disk).fileName());
    }

    /// A plan gives a document the name of its address; links to it say the one it came with.
    Result<void> keepName(content::MediaAsset added, const QString &original)
    {
        const QString text = content::linkText(added, original);
        if (text.isEmpty() || !added.caption.isEmpty())
            return {};
        added.caption = text;
        return m_stores.media.update(added);
    }

    Result<void> addPages()
    {
        auto report = workspace::importPages(m_stores, m_plan.pages, m_options, m_context);
        if (!report)
            return passOn(report);
        done.pages = std::move(*report);
        done.pages.unchanged += m_plan.count(PlannedItem::What::Page, Fate::Same);
        done.pages.kept += m_plan.count(PlannedItem::What::Page, Fate::Keep);
        return {};
    }

    Result<void> addParts()
    {
        if (!m_plan.isOwnExport)
            return {};
        auto kept =
            workspace::takeParts(m_plan.parts, m_stores, {m_options.update, m_plan.mediaNames});
        if (!kept)
            return passOn(kept);
        done.pages.issues += *kept;
        return {};
    }

    Result<void> addRedirects()
    {
        for (const content::Redirect &redirect : m_plan.redirects) {
            if (auto saved = m_stores.redirects.save(redirect)) {
                ++done.redirects;
                continue;
            } else {
                done.pages.issues.append(
                    {Severity::Should, QStringLiteral("import-redirect"), saved.error().text, {}});
            }
        }
        return {};
    }

    const ImportPlan &m_plan;
    const workspace::SiteStores &m_stores;
    const workspace::ImportOptions &m_options;
    const JobContext &m_context;
};

} // namespace

Issues skippedIn(const ImportPlan &plan)
{
    Issues issues;
    for (const PlannedItem &item : plan.items) {
        if (item.fate != Fate::Skip)
            continue;
        Place place;
        place.file = item.file;
        const bool page = item.what == PlannedItem::What::Page;
        issues.append({page ? Severity::Must : Severity::Should,
                       page ? QStringLiteral("import-file") : QStringLiteral("import-media"),
                       item.reason, place});
    }
    return issues;
}

Result<ImportDone> runImport(const ImportPlan &plan, const workspace::SiteStores &stores,
                             const workspace::ImportOptions &options, const JobContext &context)
{
    Deed deed(plan, stores, options, context);
    auto backup = workspace::backUp(stores);
    if (!backup)
        return passOn(backup);
    deed.done.backup = *backup;
    auto undo = store::recordUndo(stores.database, [&deed] { return deed.run(); });
    if (!undo)
        return passOn(undo);
    deed.done.undo = *std::move(undo);
    return deed.done;
}

Result<workspace::ImportReport> importMarkdown(workspace::Workspace &workspace,
                                               const QString &folder,
                                               const workspace::ImportOptions &options,
                                               const JobContext &context)
{
    const workspace::SiteStores stores = workspace.stores();
    auto plan = planImport(folder, stores, options, context);
    if (!plan)
        return passOn(plan);
    auto done = runImport(*plan, stores, options, context);
    if (!done)
        return passOn(done);
    done->pages.issues = skippedIn(*plan) + plan->issues + done->pages.issues;
    return done->pages;
}

} // namespace kakehashi::takeover
