#include "ui/media/mediaview.h"

#include "ui/media/mediamodel.h"

#include <QCoreApplication>
#include <QListView>

namespace kakehashi::ui {

QListView *makeMediaView(QAbstractItemModel *model, QWidget *parent)
{
    auto *view = new QListView(parent);
    view->setModel(model);
    view->setViewMode(QListView::IconMode);
    view->setResizeMode(QListView::Adjust);
    view->setMovement(QListView::Static);
    view->setUniformItemSizes(true);
    view->setIconSize({MediaModel::thumbnailSize, MediaModel::thumbnailSize});
    view->setGridSize({MediaModel::thumbnailSize + 32, MediaModel::thumbnailSize + 48});
    view->setWordWrap(false);
    view->setTextElideMode(Qt::ElideMiddle);
    view->setAccessibleName(QCoreApplication::translate("kakehashi::ui::MediaPanel", "Media"));
    return view;
}

} // namespace kakehashi::ui
