#pragma once

#include "check/finding.h"
#include "ui/editing/document.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace kakehashi::ui {

class FieldNote;
class Session;

/// Over the text: the page's title to edit, its address, its state with what can be done about
/// it, and whether it is saved.
class HeaderBar final : public QWidget
{
    Q_OBJECT

public:
    explicit HeaderBar(Session &session, QWidget *parent = nullptr);
    void showDocument(Document *document);
    QLineEdit *titleField() const { return m_title; }
    void showFindings(const check::Findings &findings); ///< those of the title
    void focusTitle();

Q_SIGNALS:
    void mendRequested(const kakehashi::check::Finding &finding);

private:
    void showValues();
    void showSaved();
    void fillStateMenu();

    Session &m_session;
    QPointer<Document> m_document;
    QLineEdit *m_title;
    FieldNote *m_note;
    QLabel *m_place;
    QToolButton *m_state;
    QLabel *m_saved;
};

} // namespace kakehashi::ui
