#pragma once

#include <QDateTime>
#include <QMenu>

class QDateTimeEdit;

namespace kakehashi::ui {

/// 「日付 ▾」: the site at another moment, and as the public sees it now.
class DateMenu final : public QMenu
{
    Q_OBJECT

public:
    explicit DateMenu(QWidget *parent);

Q_SIGNALS:
    void chosen(const QDateTime &utc); ///< invalid: now
    void publicOnlyChosen(bool on);

private:
    void addPicker();

    QDateTimeEdit *m_edit = nullptr;
};

} // namespace kakehashi::ui
