#pragma once

#include "content/page/page.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;

namespace kakehashi::ui {

class Session;

/// In which language the page is written, and which page it translates.
class LanguageField final : public QWidget
{
    Q_OBJECT

public:
    LanguageField(Session &session, QWidget *parent);
    void setLanguage(const content::Language &language);

Q_SIGNALS:
    void chosen(const kakehashi::content::Language &language);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void offerPages();
    void takeOriginal();
    void showOriginal();

    Session &m_session;
    content::Language m_language;
    QComboBox *m_tags;
    QLineEdit *m_original;
    QLabel *m_note;
};

} // namespace kakehashi::ui
