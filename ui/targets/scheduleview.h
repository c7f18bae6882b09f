#pragma once

#include "ui/targets/scheduletext.h"

#include <QWidget>

class QComboBox;
class QPlainTextEdit;

namespace kakehashi::ui {

/// Pages and banners that begin or end by themselves need something that publishes on time: the
/// text that sets up this computer's scheduler, ready to be copied.
class ScheduleView final : public QWidget
{
    Q_OBJECT

public:
    explicit ScheduleView(QWidget *parent);

    void showFor(const QString &siteFolder, const QString &target);

private:
    void refresh();

    ScheduledPublish m_publish;
    QComboBox *m_system;
    QPlainTextEdit *m_text;
};

} // namespace kakehashi::ui
