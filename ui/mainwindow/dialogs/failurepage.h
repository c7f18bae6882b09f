#pragma once

#include "base/result.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace kakehashi::ui {

/// Says why a site folder did not open and offers what helps: try again, another folder, and for
/// a damaged database the latest backup that is good.
class FailurePage final : public QWidget
{
    Q_OBJECT

public:
    explicit FailurePage(QWidget *parent = nullptr);
    void showFailure(const QString &folder, const Error &error);

Q_SIGNALS:
    void takeOverRequested(const QString &folder); ///< from a computer that is gone
    void retryRequested(const QString &folder);
    void otherRequested();
    void restoreRequested(const QString &folder, const QString &backup);

private:
    void offerTakeOver();
    void searchBackup();
    void offerBackup(const Result<QString> &backup);

    QString m_folder;
    QString m_backup;
    QLabel *m_heading;
    QLabel *m_text;
    QLabel *m_backupText;
    QPushButton *m_restore;
    QPushButton *m_takeOver;
};

} // namespace kakehashi::ui
