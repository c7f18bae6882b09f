#pragma once

class QAbstractItemModel;
class QListView;
class QWidget;

namespace kakehashi::ui {

/// A grid of thumbnails with names under them.
QListView *makeMediaView(QAbstractItemModel *model, QWidget *parent);

} // namespace kakehashi::ui
