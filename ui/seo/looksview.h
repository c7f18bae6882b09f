#pragma once

#include "content/site/site.h"
#include "reports/seo/searchlook.h"

#include <QScrollArea>
#include <QThreadPool>

#include <optional>

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QVBoxLayout;

namespace kakehashi::ui {

class ResultCard;

/// How the chosen page looks where it is found and where it is shared, and what would help it.
class LooksView final : public QScrollArea
{
    Q_OBJECT

public:
    explicit LooksView(QWidget *parent = nullptr);
    ~LooksView() override;

    void showPage(const reports::SeoPage &page, const content::SiteSettings &site);
    void showNothing();

Q_SIGNALS:
    void editRequested(const kakehashi::Ulid &page);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QHBoxLayout *addHead(QVBoxLayout *layout);
    void makeResult(QVBoxLayout *layout);
    void makeShared(QVBoxLayout *layout);
    void refreshResult();
    void refreshAdvice();
    void paintCard();

    QWidget *m_content;
    QList<QWidget *> m_heads;
    QLabel *m_title;
    QPushButton *m_edit;
    QVBoxLayout *m_advice;
    QButtonGroup *m_screens = nullptr;
    ResultCard *m_result = nullptr;
    QLabel *m_resultNote = nullptr;
    QLabel *m_picture = nullptr;
    QLabel *m_sharedTitle = nullptr;
    QLabel *m_sharedHost = nullptr;
    std::optional<reports::SeoPage> m_page;
    content::SiteSettings m_site;
    QString m_painted; ///< key of the card that is shown or on its way
    QThreadPool m_pool;
};

} // namespace kakehashi::ui
