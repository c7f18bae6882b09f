#pragma once

#include "content/site/site.h"

#include <QAbstractListModel>
#include <QCache>
#include <QIcon>
#include <QSet>
#include <QThreadPool>

namespace kakehashi::ui {

class Session;

/// The site's media with thumbnails, which a worker makes when they are first asked for.
class MediaModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    static constexpr int thumbnailSize = 128;
    enum Role { IdRole = Qt::UserRole };

    /// Files are what is no picture: documents, sheets, archives.
    enum class Offer { Everything, Pictures, Files };

    MediaModel(Session &session, Offer offer, QObject *parent = nullptr);
    ~MediaModel() override;

    void setFilter(const QString &text); ///< in name, alternative text, caption; folded
    content::MediaAsset assetAt(const QModelIndex &index) const;
    QModelIndex indexOf(const Ulid &id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void reload();
    void applyFilter();
    QIcon thumbnail(const content::MediaAsset &asset) const;
    void takeThumbnail(const Ulid &id, const QImage &image);

    Session &m_session;
    Offer m_offer;
    QString m_filter;
    QList<content::MediaAsset> m_all;
    QList<content::MediaAsset> m_shown;
    mutable QCache<Ulid, QIcon> m_thumbnails{500};
    mutable QSet<Ulid> m_asked;
    mutable QThreadPool m_workers;
};

} // namespace kakehashi::ui
