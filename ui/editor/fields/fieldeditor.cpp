#include "ui/editor/fields/fieldeditor.h"

#include "content/site/termrepository.h"
#include "ui/editor/fields/mediafield.h"
#include "ui/editor/fields/tablefield.h"
#include "ui/editor/fields/termsfield.h"
#include "ui/editor/fields/textfields.h"
#include "ui/shell/session.h"
#include "workspace/parts/stores.h"
#include "workspace/workspace.h"

namespace kakehashi::ui {

namespace {

/// What the kind offers first, then what pages of this site have or had.
QStringList knownTerms(const content::Field &field, Session &session)
{
    QStringList terms = field.choices;
    const auto known = content::TermRepository(session.workspace().stores().database).list();
    if (!known)
        return terms; // they can be typed
    for (const content::Term &term : *known)
        if (content::fieldOf(term.taxonomy) == field.name && !terms.contains(term.label))
            terms.append(term.label);
    return terms;
}

} // namespace

FieldEditor *makeFieldEditor(const content::Field &field, Session &session, QWidget *parent)
{
    using content::FieldType;
    if (content::taxonomyOf(field))
        return new TermsField(knownTerms(field, session), parent);
    switch (field.type) {
    case FieldType::LongText:
        return new LongTextField(4, parent);
    case FieldType::Date:
        return new DateField(false, parent);
    case FieldType::DateTime:
        return new DateField(true, parent);
    case FieldType::Choice:
        return new ChoiceField(field.choices, parent);
    case FieldType::Table:
        return new TableField(field, parent);
    case FieldType::Media:
        return new MediaField(session, parent);
    case FieldType::Text:
    case FieldType::Number:
    case FieldType::Url:
        break;
    }
    return new LineField(field.type, parent);
}

} // namespace kakehashi::ui
