#pragma once

#include "ui/help/helplibrary.h"

#include <QWidget>

class QListWidget;
class QTextBrowser;

namespace kakehashi::ui {

class Registry;

/// The guide in a window of its own, to be read beside the work.
class HelpWindow final : public QWidget
{
    Q_OBJECT

public:
    explicit HelpWindow(QWidget *parent = nullptr);

    void showTopic(const QString &id);

protected:
    void changeEvent(QEvent *event) override;

private:
    void load();
    void filter(const QString &words);
    void showCurrent();
    void follow(const QUrl &url);

    QList<HelpTopic> m_topics;
    QListWidget *m_list;
    QTextBrowser *m_text;
};

void registerHelp(Registry &registry);

} // namespace kakehashi::ui
