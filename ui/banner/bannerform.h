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

/// One banner to edit. It is stored with the button, or by the panel when the form is left.
class BannerForm final : public QWidget
{
    Q_OBJECT

public:
    explicit BannerForm(Session &session, QWidget *parent = nullptr);
    void showBanner(const banner::Banner &banner);
    const banner::Banner &banner() const { return m_banner; } ///< as it was shown
    banner::Banner typed() const;                             ///< as it would be stored
    bool isEdited() const; ///< something was typed or chosen that is not stored

Q_SIGNALS:
    void stored(const kakehashi::banner::Banner &banner);
    void removed(const kakehashi::banner::Banner &banner);

private:
    banner::Banner m_banner;
    banner::Banner m_shown; ///< m_banner as the fields say it
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
