#pragma once

#include "content/site/site.h"
#include "ui/editor/fields/fieldeditor.h"

class QLabel;
class QLineEdit;
class QToolButton;

namespace kakehashi::ui {

/// A picture of the site's media, shown small, chosen from all. The value is the file's name. One
/// that has no alternative text yet is asked for it here, where it is noticed.
class MediaField final : public FieldEditor
{
    Q_OBJECT

public:
    MediaField(Session &session, QWidget *parent);
    void setValue(const QJsonValue &value) override;
    void setAsset(const Ulid &id); ///< by id, as a page's own picture is stored

Q_SIGNALS:
    void chosen(const kakehashi::Ulid &asset); ///< null: none

private:
    void choose();
    QWidget *makeQuestion();
    void keepAlt(bool decorative);
    void showAsset(const content::MediaAsset &asset);

    Session &m_session;
    QLabel *m_picture;
    QLabel *m_name;
    QToolButton *m_clear;
    QWidget *m_question; ///< what the picture shows, as long as nobody said so
    QLineEdit *m_alt;
    content::MediaAsset m_asset;
};

} // namespace kakehashi::ui
