#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace kakehashi::ui {

/// A colour of the site, or the theme's own. Tells how well text can be read with it; one that is
/// too pale is not taken, and the nearest that can be is offered instead.
class AccentField final : public QWidget
{
    Q_OBJECT

public:
    explicit AccentField(QWidget *parent = nullptr);
    QString color() const { return m_color; } ///< "#rrggbb"; empty: the theme's
    void setColor(const QString &color);
    /// What a person wants: taken, or answered with an offer.
    void propose(const QString &color);

Q_SIGNALS:
    void chosen();

private:
    void choose();
    void take(const QString &color);
    void showSamples();

    QString m_color;
    QString m_offer; ///< the colour that could be taken instead
    QPushButton *m_button;
    QPushButton *m_theme;
    QLabel *m_note;
    QPushButton *m_near;
    QLabel *m_light;
    QLabel *m_dark;
};

} // namespace kakehashi::ui
