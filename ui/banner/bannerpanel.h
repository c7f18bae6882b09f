#pragma once

#include "banner/banner.h"

#include <QWidget>

class QTableWidget;

namespace kakehashi::ui {

class BannerForm;
class Registry;
class Session;

/// The banners by place, and the chosen one as a form.
class BannerPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit BannerPanel(Session &session, QWidget *parent = nullptr);
    ~BannerPanel() override; ///< stores what is typed

protected:
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeHeader();
    void reload();
    void showRow(int row);
    void showCurrent();
    void startNew();
    void selectCurrent();
    bool store(const banner::Banner &typed); ///< what is refused stays in the form
    banner::Banner withPosition(banner::Banner typed) const;
    bool leaveForm();
    QString keepQuietly();
    void markCurrent();
    void remove(const banner::Banner &banner);
    void move(int by);
    QString stateOf(const banner::Banner &banner) const;

    Session &m_session;
    QList<banner::Banner> m_banners;
    QTableWidget *m_table;
    BannerForm *m_form;
    Ulid m_current; ///< null with a new banner in the form
    bool m_isNew = false;
};

void registerBanners(Registry &registry);

} // namespace kakehashi::ui
