#pragma once

#include "security/secretstore.h"
#include "ui/drift/driftlook.h"
#include "ui/drift/driftmodel.h"

#include <QWidget>

#include <memory>

class QLabel;
class QPushButton;
class QSplitter;
class QTextBrowser;
class QTreeView;

namespace kakehashi::ui {

class Registry;
class ServerSteps;
class Session;
class TargetPicker;

/// 「サーバー点検」(改ざん検知): whether the server still holds what was published, what differs,
/// and what to do about each of it.
class DriftPanel final : public QWidget
{
    Q_OBJECT

public:
    DriftPanel(Session &session, std::unique_ptr<security::SecretStore> secrets, QWidget *parent);

    const DriftModel *model() const { return m_model; }
    void check(publish::Publisher::Level level);
    /// Writes `file` (HTML) and its twin in JSON beside it.
    Result<void> writeEvidence(const QString &file) const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeContent();
    QWidget *makeHead(QWidget *parent);
    QWidget *makeActions(QWidget *parent);
    void makeList();
    void takeLook(const DriftLook &look);
    void refresh();
    void refreshState();
    void updateActions();
    void showDifference();
    void restore();
    void decide(publish::DriftDecision::Kind kind);
    void watchAgain();
    void saveEvidence();
    QList<DriftRow> chosen() const; ///< selected rows, or all that are open
    bool isCurrent() const;         ///< the last look was at the chosen target

    Session &m_session;
    ServerSteps *m_steps;
    DriftModel *m_model;
    DriftLook m_look;
    Ulid m_lookedAt; ///< target of m_look
    TargetPicker *m_picker = nullptr;
    QLabel *m_sign = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_last = nullptr;
    QSplitter *m_split = nullptr;
    QTreeView *m_list = nullptr;
    QTextBrowser *m_difference = nullptr;
    QWidget *m_actions = nullptr;
    QPushButton *m_check = nullptr;
    QPushButton *m_checkContent = nullptr;
    QPushButton *m_restore = nullptr;
    QPushButton *m_adopt = nullptr;
    QPushButton *m_ignore = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_evidence = nullptr;
};

void registerDrift(Registry &registry);

} // namespace kakehashi::ui
