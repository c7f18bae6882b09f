#pragma once

#include "content/page/page.h"

#include <QDialog>
#include <QPointer>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace kakehashi::ui {

class Document;
class Session;

/// The revisions of the open page; any of them can be taken over as an edit that undo takes back.
class HistoryDialog final : public QDialog
{
    Q_OBJECT

public:
    HistoryDialog(Session &session, Document *document, QWidget *parent = nullptr);

private:
    void fill(const content::Page &page);
    void showRevision(int row);
    void takeOver();

    QPointer<Document> m_document;
    QList<content::Revision> m_revisions;
    QListWidget *m_list;
    QLabel *m_title;
    QPlainTextEdit *m_text;
    QPushButton *m_take;
};

} // namespace kakehashi::ui
