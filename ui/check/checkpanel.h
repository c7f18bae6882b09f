#pragma once

#include "check/outside/linkprober.h"
#include "ui/check/list/findingmodel.h"
#include "ui/check/manyfixes.h"
#include "ui/check/running/sitecheck.h"

#include <QPointer>
#include <QThreadPool>
#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QStackedWidget;
class QTextBrowser;
class QTreeView;

namespace kakehashi::ui {

class FilterBar;

/// 「点検」: what is wrong in the whole site as staff see it, and the ways to mend it: one place,
/// one page, or all places of one rule at once.
class CheckPanel final : public QWidget
{
    Q_OBJECT

public:
    CheckPanel(Session &session, QWidget *parent);
    ~CheckPanel() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeProgress();
    QWidget *makeList();
    QWidget *makeDetail();
    QWidget *makeEmpty();
    QPushButton *addButton(QHBoxLayout *layout, const char *name, const QString &text,
                           const QString &hint, void (CheckPanel::*then)());
    void connectCheck();
    void begin();
    void take(const CheckedSite &checked);
    void showRows();
    void showState();
    void showWork(bool isBusy); ///< of mending; a check shows itself
    void showProgress(const Progress &progress);
    void showCurrent();
    bool isOfToday(const CheckedSite &checked) const;
    void checkWhenStale();

    void open();
    void decide();
    void mendCurrent();
    void mendRule();
    void mendRows(const QList<FindingRow> &rows, const QString &note);
    void mendPagesNow(const QList<PageFixes> &pages, const QString &note);
    void takeMended(const Result<QList<MendedPage>> &mended);
    void undoMending(const QList<MendedPage> &mended);
    void except();
    void revoke();
    void judgeAgain();
    void exportList();
    void askOutside(); ///< only when a person wants it
    void takeOutside(bool wasCancelled);
    check::LinkProber *newProber();
    QList<FindingRow> currentRows() const; ///< what is selected, pages with all their rows

    Session &m_session;
    SiteCheck *m_check;
    FindingModel *m_model;
    CheckedSite m_checked;
    QDateTime m_checkedAt;
    bool m_stale = true;                  ///< the site changed since it was checked
    QPointer<check::LinkProber> m_prober; ///< while other sites are asked
    CancelToken m_mending;
    bool m_isMending = false;
    QTimer m_soon;
    QThreadPool m_worker;

    QLabel *m_state = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_outside = nullptr;
    QPushButton *m_export = nullptr;
    QWidget *m_progress = nullptr;
    QLabel *m_progressText = nullptr;
    QProgressBar *m_bar = nullptr;
    FilterBar *m_filter = nullptr;
    QStackedWidget *m_content = nullptr;
    QTreeView *m_list = nullptr;
    QTextBrowser *m_detail = nullptr;
    QLabel *m_emptyText = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_mend = nullptr;
    QPushButton *m_mendRule = nullptr;
    QPushButton *m_except = nullptr;
    QPushButton *m_revoke = nullptr;
};

} // namespace kakehashi::ui
