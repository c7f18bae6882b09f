#pragma once

#include "content/page/pagerepository.h"
#include "publish/historyrepository.h"
#include "ui/publish/run/publishflow.h"
#include "workspace/parts/stores.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QStringListModel;
class QListWidget;
class QListWidgetItem;
class QPushButton;
class QVBoxLayout;

namespace kakehashi::ui {

class Session;

/// The first step: where to, and which of the changed pages.
class ChoiceView final : public QWidget
{
    Q_OBJECT

public:
    ChoiceView(Session &session, QWidget *parent);

    void refresh();
    bool hasTarget() const;
    PublishChoice choice() const;
    void forgetApproval(); ///< it held for one publish; the next is suggested from the history

Q_SIGNALS:
    void planRequested();
    void targetsRequested();
    void pageRequested(const kakehashi::Ulid &page);

private:
    QWidget *makeTargetRow();
    void makePages(QVBoxLayout *layout);
    QWidget *makeApprovalRow();
    void makeHistory(QVBoxLayout *layout);
    void refreshTargets();
    struct Waiting
    {
        QHash<Ulid, int> sent; ///< revisions that the chosen target has
        QList<content::PageEntry> pages;
    };
    static Result<Waiting> waiting(const workspace::SiteStores &site,
                                   const std::optional<Ulid> &target);
    void refreshPages();
    void showPages(const Result<Waiting> &read);
    void refreshHistory();
    void addPage(const content::PageEntry &entry);
    void updateButton();
    void tickAll(bool on);

    Session &m_session;
    QList<publish::Target> m_targets;
    QComboBox *m_target;
    QLabel *m_place;
    QListWidget *m_pages;
    QLabel *m_noPages;
    QWidget *m_tickers = nullptr;
    QListWidget *m_history;
    QLabel *m_historyTitle;
    QPushButton *m_plan;
    QLineEdit *m_approval;
    QStringListModel *m_approvals; ///< said before, newest first
    int m_reading = 0;
    QHash<Ulid, int> m_sent;   ///< revisions that the chosen target has
    QHash<Ulid, bool> m_ticks; ///< what the person ticked or cleared by hand
};

} // namespace kakehashi::ui
