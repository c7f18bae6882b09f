#pragma once

#include "ui/shell/actions.h"

#include <QList>
#include <QString>

#include <functional>

class QWidget;

namespace kakehashi::ui {

class Session;

/// Where the window puts a panel. A Navigator is the narrow column before editor and preview; a
/// Full panel takes everything right of the sidebar; Editor and Preview exist once each.
enum class PanelPlace { Navigator, Full, Editor, Preview };

/// A part of the window that a feature brings. Made when first shown, one per open site.
struct Panel
{
    QString id;         ///< "pages"; also the key of its badge and of showPanel
    QString title = {}; ///< translated, for the sidebar; empty: not in the sidebar
    QString icon = {};
    int order = 0; ///< in the sidebar; 1000 and above stand at its bottom
    PanelPlace place = PanelPlace::Full;
    std::function<QWidget *(Session &, QWidget *parent)> make;
};

/// What features give to one window. Filled anew for each window, so texts may be plain tr().
class Registry
{
public:
    explicit Registry(QWidget *window) : m_actions(window) {}

    void add(Panel panel);
    /// Adds "show.<id>" for every panel of the sidebar. Call once, when all features are in.
    void addPanelActions();
    const QList<Panel> &panels() const { return m_panels; } ///< by order
    /// What is made with every open site, before any panel is: badges, watchers. Its QObjects take
    /// the session as parent.
    void addCompanion(std::function<void(Session &)> make) { m_companions.append(std::move(make)); }
    const QList<std::function<void(Session &)>> &companions() const { return m_companions; }
    ActionRegistry &actions() { return m_actions; }

private:
    QList<Panel> m_panels;
    QList<std::function<void(Session &)>> m_companions;
    ActionRegistry m_actions;
};

/// A feature is a folder with one such function, named registerFOLDER(); app/desktop lists them.
using Feature = std::function<void(Registry &)>;

} // namespace kakehashi::ui
