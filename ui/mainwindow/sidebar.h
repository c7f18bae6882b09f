#pragma once

#include "ui/shell/feature.h"

#include <QAbstractButton>
#include <QHash>
#include <QWidget>

class QButtonGroup;

namespace kakehashi::ui {

/// One row of the sidebar: icon, name, badge.
class SidebarButton final : public QAbstractButton
{
    Q_OBJECT

public:
    SidebarButton(const QString &text, const QIcon &icon, QWidget *parent);
    void setBadge(const QString &badge);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintBadge(QPainter &painter) const;

    QString m_badge;
};

/// The panels that features registered, from top to bottom; settings and the like at the bottom.
class Sidebar final : public QWidget
{
    Q_OBJECT

public:
    Sidebar(const QList<Panel> &panels, QWidget *parent = nullptr);
    void setCurrent(const QString &panelId);
    void setBadge(const QString &panelId, const QString &text);

Q_SIGNALS:
    void chosen(const QString &panelId);

private:
    QButtonGroup *m_group;
    QHash<QString, SidebarButton *> m_buttons;
};

} // namespace kakehashi::ui
