#pragma once

#include "base/result.h"
#include "publish/publisher.h"

#include <QPointer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace kakehashi::ui {

class SearchNotice;
class VisitorNotice;

/// How a publish ended: what went out and where to see it, or what went wrong and what to do.
class ResultView final : public QWidget
{
    Q_OBJECT

public:
    explicit ResultView(QWidget *parent = nullptr);

    void showReport(const publish::Target &target, const publish::Report &report, int pages);
    /// `wasPublishing`: the failure was while sending, not while planning.
    void showError(const publish::Target &target, const Error &error, bool wasPublishing);
    /// The same where somebody else's lock is in the way, with what is known of its owner and the
    /// way to break it.
    void showLocked(const publish::Target &target, const Error &error, bool wasPublishing,
                    const publish::HeldLock &held);
    /// Says beneath the report what search engines were told.
    void follow(SearchNotice &notice);
    /// Says what visitors see, and offers the way back where they see an error.
    void follow(VisitorNotice &notice);

Q_SIGNALS:
    void doneRequested();
    void retryRequested();
    void settingsRequested();
    void takeBackRequested();
    void breakLockRequested(); ///< a person has confirmed it

private:
    void begin(const QString &title, const QString &icon);
    QLabel *addText(const QString &text, const char *role = nullptr);
    QHBoxLayout *addButtons(bool mayRetry, bool settings);
    QHBoxLayout *addError(const publish::Target &target, const Error &error, bool wasPublishing,
                          const QString &more);
    void addNoticeRow();
    void addVisitorRow();
    void showNotice(const QString &text, bool isRunning, bool mayRetry);

    QVBoxLayout *m_layout;
    QPointer<QWidget> m_notice;       ///< its row, in a report
    QPointer<QLabel> m_seen;          ///< what visitors see
    QPointer<QPushButton> m_takeBack; ///< beneath it
    SearchNotice *m_told = nullptr;
};

} // namespace kakehashi::ui
