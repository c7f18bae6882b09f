#include "content/media/mediarepository.h"

#include "base/file.h"
#include "content/media/mediatype.h"
#include "security/pathguard.h"
#include "store/query.h"
#include "store/transaction.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace kakehashi::content {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Media)
};

/// In the folder of the originals: the hashes of those that were removed, a line each.
const QString removedList = QStringLiteral("removed");

const QString columns =
    QStringLiteral("id, hash, bytes, file_name, mime_type, alt, caption, "
                   "credit, decorative, width, height, created_at, rights_until");

MediaAsset assetFrom(const store::Query &row)
{
    MediaAsset asset;
    asset.id = row.id(0);
    asset.hash = row.hash(1);
    asset.bytes = row.large(2);
    asset.fileName = row.text(3);
    asset.mimeType = row.text(4);
    asset.alt = row.text(5);
    asset.caption = row.text(6);
    asset.credit = row.text(7);
    asset.decorative = row.flag(8);
    asset.width = row.number(9);
    asset.height = row.number(10);
    asset.createdAt = row.time(11);
    asset.rightsUntil = row.date(12);
    return asset;
}

Result<MediaAsset> only(Result<std::optional<MediaAsset>> found, const QString &which)
{
    if (!found)
        return passOn(found);
    if (!*found)
        return fail(ErrorCode::NotFound,
                    Text::tr("The file %1 is not among the media of this site.").arg(which));
    return **found;
}

QString likePattern(QString text)
{
    // "_" is common in file names and means any character to LIKE.
    text.replace(QLatin1Char('\\'), QStringLiteral("\\\\"));
    text.replace(QLatin1Char('%'), QStringLiteral("\\%"));
    text.replace(QLatin1Char('_'), QStringLiteral("\\_"));
    return QLatin1Char('%') + text + QLatin1Char('%');
}

QString labelsOf(const QList<MediaUse> &uses)
{
    constexpr int shown = 3;
    QStringList labels;
    for (const MediaUse &use : uses.first(qMin<qsizetype>(uses.size(), shown)))
        labels.append(use.label);
    QString text = labels.join(Text::tr(", "));
    if (uses.size() > shown)
        text += Text::tr(" and %1 more").arg(uses.size() - shown);
    return text;
}

/// A page uses a file once, however often and in however many of its states: as it stands now
/// first. What is no page has no id.
QList<MediaUse> eachPageOnce(const QList<MediaUse> &uses)
{
    QList<MediaUse> once;
    QSet<Ulid> pages;
    for (const MediaUse &use : uses) {
        if (!use.page.isNull() && pages.contains(use.page))
            continue;
        pages.insert(use.page);
        once.append(use);
    }
    return once;
}

} // namespace

QString linkText(const MediaAsset &asset, const QString &originalName)
{
    const QString stem = QFileInfo(originalName).completeBaseName();
    const bool isPicture = asset.mimeType.startsWith(QLatin1String("image/"));
    if (isPicture || asset.fileName.startsWith(stem.toLower()))
        return {};
    return stem.normalized(QString::NormalizationForm_C).simplified();
}

MediaRepository::MediaRepository(store::Database &database, QString folder, const Clock &clock,
                                 store::ChangeHook changed)
    : m_database(database)
    , m_folder(std::move(folder))
    , m_clock(clock)
    , m_changed(std::move(changed))
{}

Result<QList<MediaAsset>> MediaRepository::list() const
{
    store::Query query(m_database, QStringLiteral("SELECT ") + columns +
                                       QStringLiteral(" FROM media ORDER BY file_name"));
    return query.all({}, assetFrom);
}

Result<MediaAsset> MediaRepository::asset(const Ulid &id) const
{
    store::Query query(m_database, QStringLiteral("SELECT ") + columns +
                                       QStringLiteral(" FROM media WHERE id = ?"));
    return only(query.first({id}, assetFrom), id.toString());
}

Result<MediaAsset> MediaRepository::byFileName(const QString &fileName) const
{
    store::Query query(m_database, QStringLiteral("SELECT ") + columns +
                                       QStringLiteral(" FROM media WHERE file_name = ?"));
    return only(query.first({fileName}, assetFrom), fileName);
}

QString MediaRepository::pathOf(const MediaAsset &asset) const
{
    return QDir(m_folder).filePath(asset.hash.toString());
}

Result<MediaAsset> MediaRepository::addFile(const QString &filePath)
{
    auto bytes = readFile(filePath, maxBytes);
    if (!bytes)
        return passOn(bytes);
    return addBytes(*bytes, QFileInfo(filePath).fileName());
}

Result<MediaAsset> MediaRepository::addBytes(const QByteArray &bytes, const QString &fileName,
                                             const MediaAsset &details)
{
    const Sha256 hash = Sha256::of(bytes);
    store::Query same(m_database, QStringLiteral("SELECT ") + columns +
                                      QStringLiteral(" FROM media WHERE hash = ?"));
    auto there = same.first({hash.toString()}, assetFrom);
    if (!there)
        return passOn(there);
    if (*there && QFileInfo::exists(pathOf(**there)))
        return **there;
    auto type = recognise(bytes, fileName, maxPixels);
    if (!type)
        return passOn(type);
    MediaAsset asset = there->value_or(details);
    asset.hash = hash;
    // The file before the row: a row must never name bytes that are not there.
    if (auto written = writeFile(pathOf(asset), bytes); !written)
        return passOn(written);
    if (*there)
        return asset;
    auto name =
        freeFileName(QFileInfo(fileName).completeBaseName() + QLatin1Char('.') + type->extension);
    if (!name)
        return passOn(name);
    asset.id = Ulid::generate(m_clock);
    asset.bytes = bytes.size();
    asset.fileName = *name;
    asset.mimeType = type->mimeType;
    if (asset.caption.isEmpty())
        asset.caption = linkText(asset, fileName);
    asset.width = type->width;
    asset.height = type->height;
    asset.createdAt = m_clock.now();
    return insert(asset);
}

Result<MediaAsset> MediaRepository::insert(const MediaAsset &asset)
{
    store::Query query(m_database, QStringLiteral("INSERT INTO media (") + columns +
                                       QStringLiteral(") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                                                      "?, ?)"));
    auto done = query.run({asset.id, asset.hash, asset.bytes, asset.fileName, asset.mimeType,
                           asset.alt, asset.caption, asset.credit, asset.decorative, asset.width,
                           asset.height, asset.createdAt, asset.rightsUntil});
    if (!done)
        return passOn(done);
    if (m_changed)
        m_changed(asset.id);
    return asset;
}

Result<QString> MediaRepository::freeFileName(const QString &wanted) const
{
    const QString safe =
        security::safeFileName(wanted, m_clock.now().toTimeZone(japanTime()).date());
    const QFileInfo info(safe);
    QString name = safe;
    for (int number = 2;; ++number) {
        auto taken = byFileName(name);
        if (!taken && taken.error().code == ErrorCode::NotFound)
            return name;
        if (!taken)
            return passOn(taken);
        name =
            QStringLiteral("%1-%2.%3").arg(info.completeBaseName()).arg(number).arg(info.suffix());
    }
}

Result<void> MediaRepository::update(const MediaAsset &asset)
{
    auto before = this->asset(asset.id);
    if (!before)
        return passOn(before);
    if (asset.fileName != before->fileName) {
        if (auto renamed = checkRename(*before, asset.fileName); !renamed)
            return renamed;
    }
    store::Query query(m_database,
                       QStringLiteral("UPDATE media SET file_name = ?, alt = ?, caption = ?, "
                                      "credit = ?, decorative = ?, rights_until = ? WHERE id = ?"));
    auto done = query.run({asset.fileName, asset.alt, asset.caption, asset.credit, asset.decorative,
                           asset.rightsUntil, asset.id});
    if (!done)
        return passOn(done);
    if (m_changed)
        m_changed(asset.id);
    return {};
}

Result<void> MediaRepository::checkRename(const MediaAsset &before, const QString &fileName) const
{
    if (auto good = security::checkFileName(fileName); !good)
        return good;
    if (QFileInfo(fileName).suffix() != QFileInfo(before.fileName).suffix())
        return fail(ErrorCode::Invalid, Text::tr("%1 must keep its extension: .%2.")
                                            .arg(fileName, QFileInfo(before.fileName).suffix()));
    if (byFileName(fileName))
        return fail(ErrorCode::AlreadyExists,
                    Text::tr("There is a file %1 already. Choose another name.").arg(fileName));
    auto named = usesByName(before);
    if (!named)
        return passOn(named);
    if (!named->isEmpty())
        return fail(
            ErrorCode::Conflict,
            Text::tr("%1 cannot be renamed: %2 use it by this name. Take it out there first.")
                .arg(before.fileName, labelsOf(*named)));
    return {};
}

Result<QList<MediaUse>> MediaRepository::usesByName(const MediaAsset &asset) const
{
    // Working and live revisions, and what is being typed: the name may stand in the body or in a
    // field. A longer name that ends like this one is found too; keeping a file is the safe side.
    store::Query query(
        m_database,
        QStringLiteral("SELECT DISTINCT page.id, page.path, revision.title, "
                       "revision.number FROM page "
                       "JOIN revision ON revision.page_id = page.id AND "
                       "(revision.number = page.working OR revision.number = page.live) "
                       "LEFT JOIN draft ON draft.page_id = page.id "
                       "WHERE page.trashed = 0 AND (revision.body LIKE ? ESCAPE '\\' "
                       "OR revision.fields LIKE ? ESCAPE '\\' OR draft.content LIKE ? ESCAPE '\\') "
                       "ORDER BY page.path, revision.number DESC"));
    const QString pattern = likePattern(asset.fileName);
    auto found = query.all({pattern, pattern, pattern}, [](const store::Query &row) {
        return MediaUse{row.text(2), row.id(0), row.text(1)};
    });
    return found ? Result<QList<MediaUse>>(eachPageOnce(*found)) : found;
}

Result<QList<MediaUse>> MediaRepository::uses(const Ulid &id) const
{
    auto asset = this->asset(id);
    if (!asset)
        return passOn(asset);
    auto found = usesByName(*asset);
    if (!found)
        return found;
    store::Query pictures(m_database,
                          QStringLiteral("SELECT DISTINCT page.id, page.path, revision.title, "
                                         "revision.number FROM page "
                                         "JOIN revision ON revision.page_id = page.id AND "
                                         "(revision.number = page.working OR revision.number = "
                                         "page.live) WHERE page.trashed = 0 AND "
                                         "revision.picture_id = ? ORDER BY page.path, "
                                         "revision.number DESC"));
    auto shown = pictures.all({id}, [](const store::Query &row) {
        return MediaUse{row.text(2), row.id(0), row.text(1)};
    });
    if (!shown)
        return shown;
    *found += *shown;
    for (const MediaUseFinder &finder : m_useFinders) {
        auto others = finder(*asset);
        if (!others)
            return others;
        *found += *others;
    }
    return eachPageOnce(*found);
}

Result<void> MediaRepository::remove(const Ulid &id)
{
    auto removed = asset(id);
    if (!removed)
        return passOn(removed);
    auto used = uses(id);
    if (!used)
        return passOn(used);
    if (!used->isEmpty())
        return fail(ErrorCode::Conflict, Text::tr("%1 is used by %2. Take it out there first.")
                                             .arg(removed->fileName, labelsOf(*used)));
    store::Query query(m_database, QStringLiteral("DELETE FROM media WHERE id = ?"));
    if (auto done = query.run({id}); !done)
        return passOn(done);
    noteRemoved(*removed);
    if (m_changed)
        m_changed(id);
    return {};
}

void MediaRepository::noteRemoved(const MediaAsset &asset) const
{
    QFile list(QDir(m_folder).filePath(removedList));
    if (list.open(QIODevice::Append)) // else the bytes stay behind, which does no harm
        list.write(asset.hash.toHex() + '\n');
}

Result<void> MediaRepository::removeLeftBytes()
{
    QFile list(QDir(m_folder).filePath(removedList));
    if (!list.open(QIODevice::ReadOnly))
        return {};
    const QList<QByteArray> removed = list.readAll().split('\n');
    for (const QByteArray &line : removed) {
        const Sha256 hash = Sha256::fromHex(QString::fromLatin1(line));
        if (hash.isNull())
            continue;
        store::Query query(m_database, QStringLiteral("SELECT 1 FROM media WHERE hash = ?"));
        const auto isKept = query.first({hash}, [](const store::Query &) { return true; });
        if (!isKept)
            return passOn(isKept);
        if (!*isKept)
            QFile::remove(QDir(m_folder).filePath(hash.toString()));
    }
    list.remove();
    return {};
}

void MediaRepository::addUseFinder(MediaUseFinder finder)
{
    m_useFinders.append(std::move(finder));
}

} // namespace kakehashi::content
