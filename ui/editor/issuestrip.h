#pragma once

#include "base/issue.h"

#include <QWidget>

class QLabel;
class QListWidget;

namespace kakehashi::ui {

/// What rendering found in the text, under the editor; a click goes to the line.
class IssueStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit IssueStrip(QWidget *parent = nullptr);
    void showIssues(const Issues &issues);

Q_SIGNALS:
    void chosen(int line);

private:
    QLabel *m_count;
    QListWidget *m_list;
};

} // namespace kakehashi::ui
