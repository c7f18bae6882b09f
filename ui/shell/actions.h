#pragma once

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>

class QAction;
class QMenu;
class QWidget;

namespace kakehashi::ui {

class Session;

/// What an action may touch while it runs. `session` is null only for actions that need no site.
struct ActionContext
{
    Session *session = nullptr;
    QWidget *window = nullptr; ///< parent for dialogs
};

/// Menus in the order of the menu bar. None: only in the palette and by its shortcut.
enum class MenuPlace { None, File, Edit, View, Page, Help };

/// One thing a person can do, said once; menus, toolbars, shortcuts and the palette read it.
struct ActionSpec
{
    QString id;        ///< "page.new": feature and verb
    QString text;      ///< translated, without mnemonic clashes within its menu
    QString icon = {}; ///< name in resources/icons, see style::icon
    QKeySequence shortcut = {};
    MenuPlace menu = MenuPlace::None;
    int order = 0; ///< tens are groups: a separator stands between 19 and 20
    bool needsSite = true;
    std::function<void(const ActionContext &)> run = {}; ///< empty: a panel connects to it later
};

/// The actions of one window by id. Owns the QAction objects.
class ActionRegistry final : public QObject
{
    Q_OBJECT

public:
    explicit ActionRegistry(QWidget *window);

    QAction *add(const ActionSpec &spec);
    QAction *action(const QString &id) const; ///< nullptr when nobody registered it
    const QList<ActionSpec> &specs() const { return m_specs; }
    void fill(QMenu *menu, MenuPlace place) const;
    void setSession(Session *session); ///< enables what needs a site, or disables it

private:
    QWidget *m_window;
    Session *m_session = nullptr;
    QList<ActionSpec> m_specs;
    QHash<QString, QAction *> m_actions;
};

} // namespace kakehashi::ui
