#include "takeover/hugo/mediaplan.h"

#include "base/file.h"
#include "content/media/medianotice.h"
#include "content/media/mediarepository.h"
#include "content/media/mediatype.h"
#include "security/pathguard.h"

#include <QFileInfo>

namespace kakehashi::takeover {

MediaPlan::MediaPlan(const QList<content::MediaAsset> &existing, const QDate &today)
    : m_today(today)
{
    for (const content::MediaAsset &asset : existing) {
        m_names.insert(asset.hash, asset.fileName);
        m_taken.insert(asset.fileName);
    }
}

QString MediaPlan::freeName(const QString &wanted) const
{
    const QString safe = security::safeFileName(wanted, m_today);
    const QFileInfo info(safe);
    QString name = safe;
    for (int number = 2; m_taken.contains(name); ++number)
        name =
            QStringLiteral("%1-%2.%3").arg(info.completeBaseName()).arg(number).arg(info.suffix());
    return name;
}

Result<PlannedItem> MediaPlan::add(const SourceFile &file, ImportPlan &plan)
{
    using content::MediaRepository;
    auto bytes = readFile(file.disk, MediaRepository::maxBytes);
    if (!bytes)
        return passOn(bytes);
    const Sha256 hash = Sha256::of(*bytes);
    PlannedItem item{PlannedItem::What::Media, Fate::Same, file.shown, m_names.value(hash)};
    if (!item.target.isEmpty())
        return item;
    const QString original = QFileInfo(file.disk).fileName();
    auto type = content::recognise(*bytes, original, MediaRepository::maxPixels);
    if (!type)
        return passOn(type);
    item.fate = Fate::Add;
    item.target =
        freeName(QFileInfo(original).completeBaseName() + QLatin1Char('.') + type->extension);
    m_names.insert(hash, item.target);
    m_taken.insert(item.target);
    plan.media.append({file.disk, file.shown, item.target, hash});
    if (const QString notice = content::noticeOf(*bytes, type->mimeType, original);
        !notice.isEmpty()) {
        Place place;
        place.file = file.shown;
        plan.issues.append({Severity::Ask, QStringLiteral("media-notes"), notice, place});
    }
    return item;
}

} // namespace kakehashi::takeover
