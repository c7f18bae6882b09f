#pragma once

#include <QWidget>

class QPushButton;

namespace kakehashi::ui {

/// A colour of the site, or the theme's own.
class AccentField final : public QWidget
{
    Q_OBJECT

public:
    explicit AccentField(QWidget *parent = nullptr);
    QString color() const { return m_color; } ///< "#rrggbb"; empty: the theme's
    void setColor(const QString &color);

Q_SIGNALS:
    void chosen();

private:
    void choose();

    QString m_color;
    QPushButton *m_button;
    QPushButton *m_theme;
};

} // namespace kakehashi::ui
