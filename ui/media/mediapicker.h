#pragma once

#include "ui/media/mediamodel.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace kakehashi::ui {

class Session;

/// Chooses a picture or file from the site's media.
class MediaPicker final : public QDialog
{
    Q_OBJECT

public:
    using Offer = MediaModel::Offer;
    MediaPicker(Session &session, Offer offer, QWidget *parent = nullptr);

Q_SIGNALS:
    void picked(const kakehashi::content::MediaAsset &asset);

private:
    void pickCurrent();
    void showChoice();

    MediaModel *m_model;
    QLineEdit *m_search;
    QListView *m_view;
    QLabel *m_empty;
    QPushButton *m_use;
};

} // namespace kakehashi::ui
