#pragma once

#include <QLabel>

namespace kakehashi::ui {

/// One line of text that may be narrower than its words: then it ends in an ellipsis, and pointing
/// at it tells the whole. Never wider than its place.
class ElidedLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(QWidget *parent = nullptr, Qt::TextElideMode mode = Qt::ElideRight);

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    Qt::TextElideMode m_mode;
};

} // namespace kakehashi::ui
