#pragma once

#include <QFont>
#include <QList>
#include <QWidget>

class QHBoxLayout;
class QMenu;
class QToolButton;

namespace kakehashi::ui {

/// A strip of buttons that may be narrower than all of them: first the texts beside the icons go,
/// then the buttons at its end move into a menu. None is ever cut.
class OverflowBar : public QWidget
{
    Q_OBJECT

public:
    explicit OverflowBar(QWidget *parent = nullptr);

    /// The later ones leave first. A button without an accessible name has its text as name.
    void add(QToolButton *button);
    void addStretch();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Item
    {
        QToolButton *button;
        Qt::ToolButtonStyle wished;
        QString text = {}; ///< what the widths were measured with
        QFont font = {};
        int wide = -1;
        int narrow = -1;
    };

    void measure(Item &item) const;
    int widthOf(bool withText) const; ///< of all, with the gaps
    void fit();
    void fillMenu();

    QList<Item> m_items;
    QHBoxLayout *m_row;
    QToolButton *m_more;
    QMenu *m_menu;
};

} // namespace kakehashi::ui
