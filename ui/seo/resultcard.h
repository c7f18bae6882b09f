#pragma once

#include "reports/seo/searchlook.h"

#include <QFrame>

class QLabel;

namespace kakehashi::ui {

/// One search result as wide and as large as search engines show it, in the window's appearance.
class ResultCard final : public QFrame
{
    Q_OBJECT

public:
    explicit ResultCard(QWidget *parent = nullptr);

    void show(const reports::SearchLook &look, reports::Screen screen);

protected:
    void changeEvent(QEvent *event) override;

private:
    void colour();

    QLabel *m_site;
    QLabel *m_trail;
    QLabel *m_title;
    QLabel *m_description;
};

} // namespace kakehashi::ui
