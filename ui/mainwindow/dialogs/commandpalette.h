#pragma once

#include <QDialog>

class QLineEdit;
class QListWidget;

namespace kakehashi::ui {

class ActionRegistry;
class Session;

/// Finds an action or a page by a few letters of its name (Ctrl+K).
class CommandPalette final : public QDialog
{
    Q_OBJECT

public:
    CommandPalette(ActionRegistry &actions, Session *session, QWidget *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Choice
    {
        QString text;
        QString hint;
        QString haystack; ///< folded
        QIcon icon;
        std::function<void()> run;
    };

    void collectActions(ActionRegistry &actions);
    void collectPages(Session &session);
    void filter(const QString &typed);
    void runCurrent();

    QList<Choice> m_choices;
    QLineEdit *m_typed;
    QListWidget *m_list;
};

} // namespace kakehashi::ui
