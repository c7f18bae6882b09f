#include "ui/editor/forms/publishform.h"

#include "ui/editor/fields/textfields.h"
#include "ui/editor/marks/fieldnote.h"
#include "ui/shell/text/japantime.h"
#include "ui/style/style.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScopedValueRollback>

namespace kakehashi::ui {

namespace {

constexpr int descriptionLimit = 120;

QLabel *heading(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont bold = label->font();
    bold.setWeight(QFont::DemiBold);
    label->setFont(bold);
    return label;
}

} // namespace

PublishForm::PublishForm(QWidget *parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    auto *page = new QWidget;
    m_opens = new DateField(true, page);
    m_closes = new DateField(true, page);
    m_problem = new QLabel(page);
    m_problem->setProperty("role", QStringLiteral("danger"));
    m_seoTitle = new QLineEdit(page);
    m_description = new LongTextField(3, page);
    m_length = new QLabel(page);
    m_titleNote = new FieldNote(page);
    m_descriptionNote = new FieldNote(page);
    m_noindex = new QCheckBox(tr("Keep out of search engines"), page);
    style::markMuted(m_length);

    auto *form = new QFormLayout(page);
    form->setContentsMargins(style::margin, style::margin, style::margin, style::margin);
    form->setVerticalSpacing(style::gap);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(heading(tr("Publishing period (Japan time)"), page));
    form->addRow(tr("&From"), m_opens);
    form->addRow(tr("&Until"), m_closes);
    form->addRow(QString(), m_problem);
    auto *search = heading(tr("Search engines and sharing"), page);
    search->setContentsMargins(0, style::margin, 0, 0);
    form->addRow(search);
    form->addRow(tr("&Title"), m_seoTitle);
    form->addRow(QString(), m_titleNote);
    form->addRow(tr("&Description"), m_description);
    form->addRow(QString(), m_length);
    form->addRow(QString(), m_descriptionNote);
    form->addRow(QString(), m_noindex);
    m_description->edit()->setPlaceholderText(tr("The page's summary"));
    setWidget(page);
    connectFields();
}

void PublishForm::connectFields()
{
    connect(m_opens, &FieldEditor::edited, this, &PublishForm::takeWindow);
    connect(m_closes, &FieldEditor::edited, this, &PublishForm::takeWindow);
    connect(m_seoTitle, &QLineEdit::textEdited, this, &PublishForm::takeSeo);
    connect(m_description, &FieldEditor::edited, this, &PublishForm::takeSeo);
    connect(m_noindex, &QCheckBox::toggled, this, &PublishForm::takeSeo);
    const auto end = [this] {
        if (m_document)
            m_document->endTyping();
    };
    connect(m_seoTitle, &QLineEdit::editingFinished, this, end);
    connect(m_description, &FieldEditor::left, this, end);
    for (const FieldNote *note : {m_titleNote, m_descriptionNote})
        connect(note, &FieldNote::mendRequested, this, &PublishForm::mendRequested);
}

void PublishForm::showDocument(Document *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    widget()->setEnabled(document);
    if (!document)
        return;
    connect(document, &Document::changed, this, [this](const DocumentChange &change) {
        if (change.part != Part::Body)
            showValues();
    });
    showValues();
}

void PublishForm::showValues()
{
    const QScopedValueRollback showing(m_showing, true);
    const content::PageContent &content = m_document->content();
    m_opens->setDateTime(shownTime(content.window.opens));
    m_closes->setDateTime(shownTime(content.window.closes));
    if (m_seoTitle->text() != content.seo.title)
        m_seoTitle->setText(content.seo.title);
    m_seoTitle->setPlaceholderText(content.title);
    m_description->setText(content.seo.description);
    m_noindex->setChecked(content.seo.noindex);
    judge();
}

void PublishForm::showFindings(const check::Findings &findings)
{
    const auto show = [&findings](FieldNote *note, const QString &part) {
        const check::Findings here = findingsIn(findings, part);
        QStringList texts;
        for (const check::Finding &finding : here)
            texts << finding.issue.text;
        note->show(here, texts);
    };
    show(m_titleNote, QStringLiteral("seo/title"));
    show(m_descriptionNote, QStringLiteral("seo/description"));
}

void PublishForm::focusPart(const QString &part)
{
    if (part == QLatin1String("seo/title"))
        m_seoTitle->setFocus();
    else
        m_description->setFocus();
}

void PublishForm::judge()
{
    const content::PageContent &content = m_document->content();
    const content::PublishWindow &period = content.window;
    const bool backwards =
        period.opens.isValid() && period.closes.isValid() && period.closes <= period.opens;
    m_problem->setText(tr("The period ends before it begins: no visitor would see the page."));
    m_problem->setVisible(backwards);
    const QString description =
        content.seo.description.isEmpty() ? content.summary : content.seo.description;
    m_length->setText(tr("%1 of %2 characters").arg(description.size()).arg(descriptionLimit));
}

void PublishForm::takeSeo()
{
    if (m_showing || !m_document)
        return;
    m_document->setSeo({.title = m_seoTitle->text(),
                        .description = m_description->edit()->toPlainText(),
                        .noindex = m_noindex->isChecked()});
}

void PublishForm::takeWindow()
{
    if (m_showing || !m_document)
        return;
    m_document->setWindow(
        {.opens = storedTime(m_opens->dateTime()), .closes = storedTime(m_closes->dateTime())});
}

} // namespace kakehashi::ui
