#pragma once

#include "takeover/markdownimport.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTreeView;

namespace kakehashi::ui {

class ImportModel;
class ProgressView;
class Session;
class SiteJob;

/// From a folder of Markdown to pages: choose, see what will come and what will not, take it in.
class ImportDialog final : public QDialog
{
    Q_OBJECT

public:
    ImportDialog(Session &session, QWidget *parent);

    /// As if the person had chosen it.
    void setFolder(const QString &folder);
    void reject() override;

Q_SIGNALS:
    void planned(); ///< the plan is shown

private:
    QWidget *makeChoice();
    QWidget *makePlanView();
    void browse();
    void look();
    void showPlan(const Result<takeover::ImportPlan> &plan);
    void take();
    void showDone(const Result<takeover::ImportDone> &done);
    void stop();
    void showWork(const QString &title);
    void showText(const QString &text, bool problem);
    workspace::ImportOptions options() const;

    Session &m_session;
    SiteJob *m_job;
    ImportModel *m_model;
    takeover::ImportPlan m_plan;
    bool m_running = false;
    bool m_isTaking = false; ///< pages come in; before that nothing changes
    QLineEdit *m_folder;
    QPushButton *m_choose;
    QStackedWidget *m_stack;
    QLabel *m_text;
    ProgressView *m_progress;
    QLabel *m_summary = nullptr;
    QTreeView *m_list = nullptr;
    QCheckBox *m_update;
    QCheckBox *m_approve;
    QPushButton *m_take;
    QPushButton *m_close;
};

} // namespace kakehashi::ui
