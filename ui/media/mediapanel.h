#pragma once

#include "content/site/site.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QListWidget;
class QPushButton;

namespace kakehashi::ui {

class MediaDetails;
class MediaModel;
class Registry;
class Session;

/// Pictures and files of the site: a grid to choose from, and what is known of the chosen one.
class MediaPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit MediaPanel(Session &session, QWidget *parent = nullptr);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeHeader();
    void askForFiles();
    void take(const QStringList &paths);
    void showCurrent();
    void choose();

    Session &m_session;
    MediaModel *m_model;
    QLineEdit *m_search;
    QListView *m_view;
    MediaDetails *m_details;
    Ulid m_current;
};

void registerMedia(Registry &registry);

} // namespace kakehashi::ui
