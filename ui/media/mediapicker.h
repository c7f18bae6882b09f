#pragma once

#include "content/site/site.h"

#include <QDialog>

class QLineEdit;
class QListView;

namespace kakehashi::ui {

class MediaModel;
class Session;

/// Chooses a picture or file from the site's media.
class MediaPicker final : public QDialog
{
    Q_OBJECT

public:
    enum class Offer { Pictures, Everything };
    MediaPicker(Session &session, Offer offer, QWidget *parent = nullptr);

Q_SIGNALS:
    void picked(const kakehashi::content::MediaAsset &asset);

private:
    void pickCurrent();

    MediaModel *m_model;
    QLineEdit *m_search;
    QListView *m_view;
};

} // namespace kakehashi::ui
