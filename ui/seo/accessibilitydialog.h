#pragma once

#include "base/job.h"
#include "reports/accessibility/checklist.h"

#include <QDialog>
#include <QThreadPool>

class QCheckBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace kakehashi::ui {

class Session;
struct SurveyedSite;

/// 「アクセシビリティ年次報告」: what is to be made, and the test itself with progress and Cancel.
class AccessibilityDialog final : public QDialog
{
    Q_OBJECT

public:
    AccessibilityDialog(Session &session, QWidget *parent);
    ~AccessibilityDialog() override;

    /// Tests on a worker, then writes the workbook (unless `file` is empty) and the pages.
    void start(const QString &file, bool withPages);

Q_SIGNALS:
    void reported(const kakehashi::reports::Checklist &list);

private:
    void makeForm();
    void refresh();
    void choose();
    void run(const Result<SurveyedSite> &site, const QString &file, bool withPages);
    void finish(const Result<reports::Checklist> &list, const QString &file, bool withPages);

    Session &m_session;
    QLineEdit *m_seed = nullptr;
    QCheckBox *m_xlsx = nullptr;
    QCheckBox *m_pages = nullptr;
    QLabel *m_phase = nullptr;
    QProgressBar *m_bar = nullptr;
    QPushButton *m_make = nullptr;
    CancelToken m_cancel;
    QThreadPool m_pool; ///< last, so that it ends before what its answers touch
};

} // namespace kakehashi::ui
