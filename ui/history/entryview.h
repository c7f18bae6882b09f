#pragma once

#include "render/outputtree.h"
#include "ui/history/historymodel.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTextBrowser;
class QTreeView;

namespace kakehashi::ui {

class PlanModel;

/// What one publish did, and the ways back to it.
class EntryView final : public QWidget
{
    Q_OBJECT

public:
    EntryView(const render::ByteSource &objects, QWidget *parent);

    /// `plan`: as it was when it was published; empty for publishes from elsewhere. `told`: what
    /// search engines heard of it; may be empty.
    void showRow(const HistoryRow &row, const publish::Plan &plan, const QString &told = {});

Q_SIGNALS:
    void lookRequested();
    void backRequested();

private:
    void makeTree();
    QWidget *makeButtons();
    void showDifference();

    const render::ByteSource &m_objects;
    PlanModel *m_model;
    QLabel *m_title;
    QLabel *m_facts;
    QLabel *m_notes;
    QTreeView *m_tree;
    QTextBrowser *m_difference;
    QPushButton *m_look = nullptr;
    QPushButton *m_back = nullptr;
};

} // namespace kakehashi::ui
