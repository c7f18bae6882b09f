#include "ui/media/mediamodel.h"

#include "base/text.h"
#include "base/visibletext.h"
#include "content/media/mediarepository.h"
#include "ui/media/thumbnail.h"
#include "ui/shell/background.h"
#include "ui/shell/session.h"
#include "ui/style/style.h"

#include <QPainter>
#include <QPixmap>

namespace kakehashi::ui {

namespace {

bool isPicture(const content::MediaAsset &asset)
{
    return asset.mimeType.startsWith(QLatin1String("image/"));
}

/// Every cell of the grid shows a picture of the same size, so that names stand in line.
QPixmap centred(const QPixmap &picture)
{
    QPixmap canvas(MediaModel::thumbnailSize, MediaModel::thumbnailSize);
    canvas.fill(Qt::transparent);
    QPainter painter(&canvas);
    painter.drawPixmap((canvas.width() - picture.width()) / 2,
                       (canvas.height() - picture.height()) / 2, picture);
    return canvas;
}

QIcon onCanvas(const QString &iconName)
{
    constexpr int size = 40;
    return centred(style::icon(iconName).pixmap(size));
}

} // namespace

MediaModel::MediaModel(Session &session, Offer offer, QObject *parent)
    : QAbstractListModel(parent), m_session(session), m_offer(offer)
{
    m_workers.setMaxThreadCount(1); // thumbnails are no hurry; typing is
    connect(&session, &Session::siteChanged, this, &MediaModel::reload);
    reload();
}

MediaModel::~MediaModel()
{
    m_workers.clear();
}

void MediaModel::reload()
{
    const auto assets = m_session.workspace().media().list();
    if (!assets)
        return m_session.showError(assets.error());
    m_all = *assets;
    if (m_offer != Offer::Everything)
        m_all.removeIf([wanted = m_offer == Offer::Pictures](const content::MediaAsset &asset) {
            return isPicture(asset) != wanted;
        });
    applyFilter();
}

void MediaModel::setFilter(const QString &text)
{
    m_filter = folded(text).toCaseFolded();
    applyFilter();
}

void MediaModel::applyFilter()
{
    QList<content::MediaAsset> shown;
    for (const content::MediaAsset &asset : std::as_const(m_all)) {
        const QString haystack =
            folded(asset.fileName + u' ' + asset.alt + u' ' + asset.caption).toCaseFolded();
        if (haystack.contains(m_filter))
            shown << asset;
    }
    beginResetModel();
    m_shown = shown;
    endResetModel();
}

content::MediaAsset MediaModel::assetAt(const QModelIndex &index) const
{
    return index.isValid() ? m_shown.at(index.row()) : content::MediaAsset();
}

QModelIndex MediaModel::indexOf(const Ulid &id) const
{
    for (qsizetype row = 0; row < m_shown.size(); ++row) {
        if (m_shown.at(row).id == id)
            return index(static_cast<int>(row));
    }
    return {};
}

int MediaModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant MediaModel::data(const QModelIndex &index, int role) const
{
    const content::MediaAsset &asset = m_shown.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return visible(asset.fileName);
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return asset.alt.isEmpty() ? fileTypeAndSize(visible(asset.fileName), asset.bytes)
                                   : visible(asset.alt);
    case Qt::DecorationRole:
        return thumbnail(asset);
    case IdRole:
        return QVariant::fromValue(asset.id);
    default:
        return {};
    }
}

QIcon MediaModel::thumbnail(const content::MediaAsset &asset) const
{
    if (const QIcon *icon = m_thumbnails.object(asset.id))
        return *icon;
    if (!isPicture(asset))
        return onCanvas(QStringLiteral("file"));
    if (!m_asked.contains(asset.id)) {
        m_asked.insert(asset.id);
        auto *self = const_cast<MediaModel *>(this);
        runInBackground(
            m_workers, self,
            [path = m_session.workspace().media().pathOf(asset)] {
                return readThumbnail(path, {thumbnailSize, thumbnailSize});
            },
            [self, id = asset.id](const QImage &image) { self->takeThumbnail(id, image); });
    }
    return onCanvas(QStringLiteral("picture"));
}

void MediaModel::takeThumbnail(const Ulid &id, const QImage &image)
{
    if (image.isNull())
        return; // the placeholder stays; it is not asked for again
    m_thumbnails.insert(id, new QIcon(centred(QPixmap::fromImage(image))));
    m_asked.remove(id);
    const QModelIndex at = indexOf(id);
    Q_EMIT dataChanged(at, at, {Qt::DecorationRole});
}

} // namespace kakehashi::ui
