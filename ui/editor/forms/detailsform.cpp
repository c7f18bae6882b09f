#include "ui/editor/forms/detailsform.h"

#include "content/page/terms.h"
#include "ui/check/findingtext.h"
#include "ui/editor/fields/languagefield.h"
#include "ui/editor/fields/mediafield.h"
#include "ui/editor/fields/textfields.h"
#include "ui/editor/marks/fieldnote.h"
#include "ui/shell/session.h"
#include "ui/shell/text/kindtext.h"
#include "ui/style/style.h"

#include <QFormLayout>
#include <QLabel>

#include <utility>

namespace kakehashi::ui {

namespace {

QDateTime naive(const QDate &date)
{
    return date.isValid() ? QDateTime(date, QTime(0, 0), Qt::UTC) : QDateTime();
}

/// With fields for terms on what is listed, and on a page that has some.
QList<content::Field> fieldsFor(const QList<content::Kind> &kinds, const content::Kind &kind,
                                const content::PageContent &content)
{
    QList<content::Field> fields = kind.fields;
    for (const content::Field &field : content::termFieldsBeside(kind, kinds))
        if (kind.listed || !content::termsIn(content.fields.value(field.name)).isEmpty())
            fields << field;
    return fields;
}

QString namesOf(const QList<content::Field> &fields)
{
    QStringList names;
    for (const content::Field &field : fields)
        names << field.name;
    return names.join(u' ');
}

} // namespace

DetailsForm::DetailsForm(Session &session, QWidget *parent)
    : QScrollArea(parent), m_session(session)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
}

const content::Kind &DetailsForm::kind() const
{
    return content::kindNamed(m_session.kinds(), m_document ? m_document->page().kind : QString());
}

void DetailsForm::showDocument(Document *document)
{
    if (m_document)
        m_document->disconnect(this);
    m_document = document;
    if (!document) {
        m_built.clear();
        m_notes.clear();
        delete takeWidget();
        return;
    }
    const QList<content::Field> fields = fieldsFor(m_session.kinds(), kind(), document->content());
    const QString wanted = document->page().kind + u' ' + namesOf(fields);
    if (std::exchange(m_built, wanted) != wanted)
        build(fields);
    showValues();
    connect(document, &Document::changed, this, &DetailsForm::follow);
}

void DetailsForm::build(const QList<content::Field> &fields)
{
    m_fields.clear();
    m_notes.clear();
    auto *page = new QWidget;
    auto *form = new QFormLayout(page);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setContentsMargins(style::margin, style::margin, style::margin, style::margin);
    form->setVerticalSpacing(style::hairGap);

    addRow(form, tr("Summary"), tr("In lists, cards and search results; about 80 characters."),
           m_summary = new LongTextField(3, page));
    addNote(form, QStringLiteral("summary"), m_summary);
    addRow(form, tr("Date"), tr("Shown to visitors; lists are sorted by it."),
           m_date = new DateField(false, page));
    addNote(form, QStringLiteral("date"), m_date);
    addRow(form, tr("Picture"), tr("On cards and when the page is shared."),
           m_picture = new MediaField(m_session, page));
    connect(m_summary, &FieldEditor::edited, this,
            [this](const QJsonValue &value) { m_document->setSummary(value.toString()); });
    connect(m_date, &FieldEditor::edited, this, [this](const QJsonValue &value) {
        m_document->setDate(QDate::fromString(value.toString(), Qt::ISODate));
    });
    connect(m_picture, &MediaField::chosen, this,
            [this](const Ulid &asset) { m_document->setPicture(asset); });
    for (const content::Field &field : fields)
        addField(form, field);
    addRow(form, tr("Language"), {}, m_language = new LanguageField(m_session, page));
    connect(m_language, &LanguageField::chosen, this,
            [this](const content::Language &language) { m_document->setLanguage(language); });
    setWidget(page);
    Q_EMIT rebuilt();
}

void DetailsForm::addField(QFormLayout *form, const content::Field &field)
{
    FieldEditor *editor = makeFieldEditor(field, m_session, form->parentWidget());
    const QString label = field.required ? tr("%1 (required)").arg(labelOf(field)) : labelOf(field);
    addRow(form, label, field.hint, editor);
    addNote(form, QStringLiteral("fields/") + field.name, editor);
    m_fields.insert(field.name, editor);
    connect(editor, &FieldEditor::edited, this,
            [this, name = field.name, text = labelOf(field)](const QJsonValue &value) {
                m_document->setField(name, value, text);
            });
}

void DetailsForm::addRow(QFormLayout *form, const QString &label, const QString &hint,
                         QWidget *editor)
{
    auto *caption = new QLabel(label, form->parentWidget());
    QFont bold = caption->font();
    bold.setWeight(QFont::DemiBold);
    caption->setFont(bold);
    caption->setContentsMargins(0, style::gap, 0, 0);
    caption->setBuddy(editor);
    editor->setToolTip(hint);
    if (QWidget *inner = editor->focusProxy()) {
        inner->setAccessibleName(label);
        inner->setAccessibleDescription(hint);
    }
    form->addRow(caption, editor);
    if (!hint.isEmpty()) {
        auto *note = new QLabel(hint, form->parentWidget());
        note->setWordWrap(true);
        style::markMuted(note);
        form->addRow(note);
    }
    if (auto *field = qobject_cast<FieldEditor *>(editor)) {
        connect(field, &FieldEditor::left, this, [this] {
            if (m_document)
                m_document->endTyping();
        });
    }
}

void DetailsForm::addNote(QFormLayout *form, const QString &part, QWidget *editor)
{
    auto *note = new FieldNote(form->parentWidget());
    connect(note, &FieldNote::mendRequested, this, &DetailsForm::mendRequested);
    form->addRow(note);
    m_notes.insert(part, {note, editor});
}

void DetailsForm::showFindings(const check::Findings &findings)
{
    for (auto noted = m_notes.cbegin(); noted != m_notes.cend(); ++noted) {
        const check::Findings here = findingsIn(findings, noted.key());
        QStringList texts;
        // Of a table's cell it must be said which.
        for (const check::Finding &finding : here)
            texts << (finding.part == noted.key() ? finding.issue.text
                                                  : placedText(kind(), finding));
        noted->note->show(here, texts);
    }
}

void DetailsForm::focusPart(const QString &part)
{
    for (auto noted = m_notes.cbegin(); noted != m_notes.cend(); ++noted) {
        if (part != noted.key() && !part.startsWith(noted.key() + u'/'))
            continue;
        noted->editor->setFocus();
        ensureWidgetVisible(noted->note);
        ensureWidgetVisible(noted->editor);
    }
}

void DetailsForm::follow(const DocumentChange &change)
{
    // Typing in the body is no news for the form; for the rest every editor keeps its caret when
    // its value is the same, so all may be told.
    if (change.part != Part::Body && change.part != Part::Title)
        showValues();
}

void DetailsForm::showValues()
{
    const content::PageContent &content = m_document->content();
    m_summary->setText(content.summary);
    m_date->setDateTime(naive(content.date));
    m_picture->setAsset(content.picture);
    m_language->setLanguage(content.language);
    for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field)
        field.value()->setValue(content.fields.value(field.key()));
}

void DetailsForm::reveal(const DocumentChange &change)
{
    QWidget *place = nullptr;
    if (change.part == Part::Summary)
        place = m_summary;
    else if (change.part == Part::Date)
        place = m_date;
    else if (change.part == Part::Picture)
        place = m_picture;
    else if (change.part == Part::Language)
        place = m_language;
    else if (change.part == Part::Field)
        place = m_fields.value(change.field);
    if (place)
        ensureWidgetVisible(place);
}

} // namespace kakehashi::ui
