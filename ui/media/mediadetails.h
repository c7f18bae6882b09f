#pragma once

#include "content/media/mediarepository.h"

#include <QScrollArea>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace kakehashi::ui {

class DateField;
class Session;

/// What is known of one file: alternative text, caption, rights; where it is used; removing it.
class MediaDetails final : public QScrollArea
{
    Q_OBJECT

public:
    explicit MediaDetails(Session &session, QWidget *parent = nullptr);
    void showAsset(const content::MediaAsset &asset);
    void keep(); ///< stores what was typed, if anything

private:
    void build();
    void connectFields();
    void showUses();
    void listUses(const QList<content::MediaUse> &uses);
    void remove();
    content::MediaAsset typed() const;

    Session &m_session;
    content::MediaAsset m_asset;
    QLabel *m_picture;
    QLabel *m_facts;
    QLineEdit *m_name;
    QLineEdit *m_alt;
    QCheckBox *m_decorative;
    QLineEdit *m_caption;
    QLineEdit *m_credit;
    DateField *m_rights; ///< the last day
    QVBoxLayout *m_uses;
    QPushButton *m_remove;
};

} // namespace kakehashi::ui
