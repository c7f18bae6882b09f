#pragma once

#include "publish/manifest.h"
#include "security/secretstore.h"
#include "ui/history/historymodel.h"

#include <QWidget>

#include <functional>
#include <memory>

class QLabel;
class QPushButton;
class QSplitter;
class QTreeView;

namespace kakehashi::ui {

class EntryView;
class RecoveryCard;
class Registry;
class ServerSteps;
class Session;
class TargetPicker;

/// 「履歴」: what was published when and by whom, what exactly, and the way back to any of it.
class HistoryPanel final : public QWidget
{
    Q_OBJECT

public:
    HistoryPanel(Session &session, std::unique_ptr<security::SecretStore> secrets, QWidget *parent);

protected:
    void showEvent(QShowEvent *event) override;

private:
    using WithState = std::function<void(const std::shared_ptr<const publish::Manifest> &)>;

    QWidget *makeContent();
    QWidget *makeHead(QWidget *parent);
    void makeList();
    void refresh();
    void showCurrent();
    QString toldOf(const Ulid &publish) const; ///< what search engines heard of it
    void askServer();
    void recover(publish::Publisher::Direction direction);
    void withState(const WithState &use);
    void look();
    void goBack();
    const HistoryRow *current() const;

    Session &m_session;
    ServerSteps *m_steps;
    TargetPicker *m_picker = nullptr;
    RecoveryCard *m_recovery = nullptr;
    QLabel *m_empty = nullptr;
    QPushButton *m_ask = nullptr;
    QSplitter *m_split = nullptr;
    QTreeView *m_list = nullptr;
    HistoryModel *m_model;
    EntryView *m_entry = nullptr;
    QList<publish::Manifest> m_onServer; ///< of m_serverOf, since it was asked
    Ulid m_serverOf;
};

void registerHistory(Registry &registry);

} // namespace kakehashi::ui
