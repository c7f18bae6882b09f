#pragma once

#include <QAbstractButton>

namespace kakehashi::ui {

/// One line of 「今日」: icon, text, a quiet note, and an arrow. A button for keyboard and reader.
class TodayRow final : public QAbstractButton
{
    Q_OBJECT

public:
    TodayRow(const QString &icon, const QString &text, const QString &note, QWidget *parent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QString m_icon;
    QString m_note;
};

} // namespace kakehashi::ui
