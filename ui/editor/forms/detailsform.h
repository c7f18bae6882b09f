#pragma once

#include "check/finding.h"
#include "content/kind.h"
#include "ui/editing/document.h"

#include <QHash>
#include <QPointer>
#include <QScrollArea>

class QFormLayout;

namespace kakehashi::ui {

class DateField;
class FieldEditor;
class FieldNote;
class LanguageField;
class LongTextField;
class MediaField;
class Session;

/// Summary, date and picture of the open page, and the fields of its kind as a form.
class DetailsForm final : public QScrollArea
{
    Q_OBJECT

public:
    explicit DetailsForm(Session &session, QWidget *parent = nullptr);
    void showDocument(Document *document);
    /// Brings the place of a change that undo made into view.
    void reveal(const DocumentChange &change);
    void showFindings(const check::Findings &findings); ///< those of its fields
    void focusPart(const QString &part);                ///< "summary", "fields/when" …

Q_SIGNALS:
    void mendRequested(const kakehashi::check::Finding &finding);
    void rebuilt(); ///< other fields stand in the form now

private:
    void build(const QList<content::Field> &fields);
    void addField(QFormLayout *form, const content::Field &field);
    void addRow(QFormLayout *form, const QString &label, const QString &hint, QWidget *editor);
    void addNote(QFormLayout *form, const QString &part, QWidget *editor);
    void follow(const DocumentChange &change);
    void showValues();
    const content::Kind &kind() const;

    Session &m_session;
    QPointer<Document> m_document;
    QString m_built; ///< the kind and the fields that stand in the form
    LongTextField *m_summary = nullptr;
    DateField *m_date = nullptr;
    MediaField *m_picture = nullptr;
    LanguageField *m_language = nullptr;
    QHash<QString, FieldEditor *> m_fields;
    struct Noted
    {
        FieldNote *note = nullptr;
        QWidget *editor = nullptr;
    };
    QHash<QString, Noted> m_notes; ///< by part
};

} // namespace kakehashi::ui
