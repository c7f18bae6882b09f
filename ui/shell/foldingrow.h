#pragma once

#include <QList>
#include <QWidget>

#include <utility>

class QBoxLayout;

namespace kakehashi::ui {

/// Fields and buttons in a line; where there is no room for them side by side, below one another.
class FoldingRow final : public QWidget
{
    Q_OBJECT

public:
    explicit FoldingRow(QWidget *parent = nullptr);

    /// A field that stretches needs at least `least` pixels in the line.
    void add(QWidget *widget, int stretch = 0, int least = 0);

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    int lineWidth() const;
    void fold();

    QBoxLayout *m_line;
    QList<std::pair<QWidget *, int>> m_parts; ///< with the least width
};

/// The head of a panel: what it is on the left, its buttons on the right or, where it is narrow,
/// below.
FoldingRow *headRow(QWidget *parent, const QList<QWidget *> &left, const QList<QWidget *> &right);

} // namespace kakehashi::ui
