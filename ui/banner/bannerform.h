#pragma once

#include "banner/banner.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace kakehashi::ui {

class DateField;
class MediaField;
class Session;

/// One banner to edit. Nothing is stored before the button is pressed.
class BannerForm final : public QWidget
{
    Q_OBJECT

public:
    explicit BannerForm(Session &session, QWidget *parent = nullptr);
    void showBanner(const banner::Banner &banner);
    const banner::Banner &banner() const { return m_banner; } ///< as it was shown
    bool isEdited() const; ///< something was typed or chosen that is not stored

Q_SIGNALS:
    void stored(const kakehashi::banner::Banner &banner);
    void removed(const kakehashi::banner::Banner &banner);

private:
    banner::Banner typed() const;

    banner::Banner m_banner;
    QLineEdit *m_title;
    QLineEdit *m_target;
    MediaField *m_picture;
    QComboBox *m_placement;
    DateField *m_opens;
    DateField *m_closes;
    QCheckBox *m_enabled;
    Ulid m_chosenPicture;
};

/// 「トップページ」 …, as the window says it.
QString placementText(const QString &placement);

} // namespace kakehashi::ui
