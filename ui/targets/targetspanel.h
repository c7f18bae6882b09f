#pragma once

#include "publish/target.h"
#include "security/secretstore.h"

#include <QHash>
#include <QWidget>

#include <memory>

class QLabel;
class QListWidget;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace kakehashi::ui {

class AccessKeeper;
class Column;
class HostKeyView;
class ProbeView;
class Registry;
class Session;
class TargetExtras;
class TargetForm;
class TargetProbe;

/// Where the site is published to: the list, the form, and a connection tried in place.
class TargetsPanel final : public QWidget
{
    Q_OBJECT

public:
    TargetsPanel(Session &session, std::unique_ptr<security::SecretStore> secrets, QWidget *parent);

protected:
    void showEvent(QShowEvent *event) override;

private:
    /// What was typed into the form of a target and is not stored.
    struct Draft
    {
        publish::Target typed;
        QString secret;
    };

    QWidget *makeList();
    QWidget *makeDetail();
    QWidget *makeButtons();
    void connectProbe();
    void refresh(const Ulid &select = {});
    void select(int row);
    void addNew();
    void showTarget(const publish::Target &target); ///< as stored, or as it was being changed
    void keepDraft();
    void forgetDraft();
    QString unfinished();
    bool save(); ///< false: the form says why not
    void keepSecret(const publish::Target &target);
    void probe();
    void makeKey();
    void remove();
    void reallyRemove();
    void showProbing(bool on);

    Session &m_session;
    AccessKeeper *m_access;
    TargetProbe *m_probe;
    QList<publish::Target> m_targets;
    QHash<Ulid, Draft> m_drafts; ///< a new target has the null id
    QListWidget *m_list = nullptr;
    TargetForm *m_form = nullptr;
    TargetExtras *m_extras = nullptr;
    QStackedWidget *m_detail = nullptr;
    ProbeView *m_outcome = nullptr;
    HostKeyView *m_hostKey = nullptr;
    QLabel *m_progress = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_try = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_remove = nullptr;
};

void registerTargets(Registry &registry);

} // namespace kakehashi::ui
