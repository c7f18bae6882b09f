#include "workspace/pageimport.h"

#include "content/media/mediarepository.h"
#include "content/page/pagerepository.h"
#include "content/page/revisiondate.h"
#include "store/transaction.h"
#include "workspace/parts/stores.h"

#include <QCoreApplication>

#include <algorithm>

namespace kakehashi::workspace {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Import)
};

/// When a page came to be, elsewhere: what it says itself, else its date. Both are Japan's unless
/// they say otherwise; a day without a time is its beginning.
QDateTime createdAt(const content::MarkdownFile &file, const Clock &clock)
{
    QDateTime time =
        QDateTime::fromString(file.others.value(QStringLiteral("updated")), Qt::ISODate);
    if (time.isValid() && time.timeSpec() == Qt::LocalTime)
        time = QDateTime(time.date(), time.time(), japanTime());
    if (!time.isValid() && file.content.date.isValid())
        time = QDateTime(file.content.date, QTime(0, 0), japanTime());
    return time.isValid() && time < clock.now() ? time.toUTC() : QDateTime();
}

class Importer
{
public:
    Importer(const SiteStores &stores, const ImportOptions &options)
        : m_stores(stores), m_options(options)
    {}

    Result<void> take(const content::MarkdownFile &file)
    {
        content::PageContent content = file.content;
        if (!file.picture.isEmpty()) {
            auto asset = m_stores.media.byFileName(file.picture);
            if (asset)
                content.picture = asset->id;
            else
                missingPicture(file);
        }
        if (!file.translationOf.isEmpty()) {
            const auto original = m_stores.pages.byPath(file.translationOf);
            if (original)
                content.language.original = original->id;
            else
                missingOriginal(file);
        }
        auto there = m_stores.pages.byPath(file.path);
        if (there)
            return change(*there, file, content);
        if (there.error().code != ErrorCode::NotFound)
            return passOn(there);
        return create(file, content);
    }

    void leaveOut(const content::MarkdownFile &file, const Error &error)
    {
        Place place;
        place.pagePath = file.path;
        report.issues.append(
            {Severity::Must, QStringLiteral("import-file"),
             Text::tr("The page “%1” is left out: %2").arg(file.content.title, error.text), place});
    }

    ImportReport report;

private:
    void missingPicture(const content::MarkdownFile &file)
    {
        Place place;
        place.pagePath = file.path;
        report.issues.append({Severity::Should, QStringLiteral("import-picture"),
                              Text::tr("%1 names the picture %2, which is not among the media.")
                                  .arg(file.path, file.picture),
                              place});
    }

    void missingOriginal(const content::MarkdownFile &file)
    {
        Place place;
        place.pagePath = file.path;
        report.issues.append({Severity::Should, QStringLiteral("import-translation"),
                              Text::tr("%1 is a translation of %2, which is not in the site.")
                                  .arg(file.path, file.translationOf),
                              place});
    }

    Result<void> create(const content::MarkdownFile &file, const content::PageContent &content)
    {
        content::NewPage page{file.kind,        file.path,      content,
                              m_options.author, m_options.note, file.position};
        page.createdAt = createdAt(file, m_stores.clock);
        auto created = m_stores.pages.create(page);
        if (!created)
            return passOn(created);
        ++report.created;
        return approve(created->id, file);
    }

    Result<void> change(const content::Page &page, const content::MarkdownFile &file,
                        const content::PageContent &content)
    {
        const auto blank = isBlank(m_stores, page);
        if (!blank)
            return passOn(blank);
        if (!m_options.update && !*blank) {
            ++report.kept;
            return {};
        }
        if (page.kind != file.kind) {
            if (auto done = m_stores.pages.setKind(page.id, file.kind); !done)
                return done;
        }
        auto saved = m_stores.pages.saveWorking(page.id, content, m_options.author, m_options.note);
        if (!saved)
            return passOn(saved);
        const bool isChanged = saved->number != page.working;
        // A new site's empty home page says nothing of when its words came to be.
        const QDateTime at = createdAt(file, m_stores.clock);
        if (*blank && isChanged && at.isValid())
            if (auto dated = content::dateRevision(m_stores.database, saved->id, at); !dated)
                return dated;
        ++(isChanged ? report.changed : report.unchanged);
        return approve(page.id, file);
    }

    Result<void> approve(const Ulid &id, const content::MarkdownFile &file)
    {
        return m_options.approve && !file.draft ? m_stores.pages.approve(id) : Result<void>();
    }

    const SiteStores &m_stores;
    const ImportOptions &m_options;
};

} // namespace

Result<bool> isBlank(const SiteStores &stores, const content::Page &page)
{
    if (page.live != 0 || page.working != 1)
        return false;
    auto revision = stores.pages.working(page.id);
    if (!revision)
        return passOn(revision);
    return revision->content.body.trimmed().isEmpty() && revision->content.fields.isEmpty();
}

Result<ImportReport> importPages(const SiteStores &stores, const content::MarkdownFolder &folder,
                                 const ImportOptions &options, const JobContext &context)
{
    auto transaction = store::Transaction::begin(stores.database);
    if (!transaction)
        return passOn(transaction);
    Importer importer(stores, options);
    importer.report.issues = folder.issues;
    ProgressMeter meter(context, Text::tr("Importing pages"), folder.files.size());
    // Originals first: a translation names one by its path.
    QList<content::MarkdownFile> files = folder.files;
    std::stable_partition(files.begin(), files.end(), [](const content::MarkdownFile &file) {
        return file.translationOf.isEmpty();
    });
    for (const content::MarkdownFile &file : std::as_const(files)) {
        if (context.cancel.isCancelled())
            return cancelled();
        if (auto taken = importer.take(file); !taken) {
            if (taken.error().code != ErrorCode::Invalid)
                return passOn(taken);
            importer.leaveOut(file, taken.error()); // one bad page never ends the import
        }
        meter.advance(1, 0, file.path);
    }
    if (auto done = transaction->commit(); !done)
        return passOn(done);
    meter.finish();
    return importer.report;
}

} // namespace kakehashi::workspace
