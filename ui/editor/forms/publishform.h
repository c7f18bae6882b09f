#pragma once

#include "check/finding.h"
#include "ui/editing/document.h"

#include <QPointer>
#include <QScrollArea>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace kakehashi::ui {

class DateField;
class FieldNote;
class LongTextField;

/// When visitors see the page, and what search engines are told about it.
class PublishForm final : public QScrollArea
{
    Q_OBJECT

public:
    explicit PublishForm(QWidget *parent = nullptr);
    void showDocument(Document *document);
    void showFindings(const check::Findings &findings); ///< those of what search engines are told
    void focusPart(const QString &part);                ///< "seo/title", "seo/description"

Q_SIGNALS:
    void mendRequested(const kakehashi::check::Finding &finding);

private:
    void connectFields();
    void showValues();
    void takeSeo();
    void takeWindow();
    void judge();

    QPointer<Document> m_document;
    DateField *m_opens;
    DateField *m_closes;
    QLabel *m_problem;
    QLineEdit *m_seoTitle;
    LongTextField *m_description;
    QLabel *m_length;
    FieldNote *m_titleNote;
    FieldNote *m_descriptionNote;
    QCheckBox *m_noindex;
    bool m_showing = false;
};

} // namespace kakehashi::ui
