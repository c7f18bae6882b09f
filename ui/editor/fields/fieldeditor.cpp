#include "ui/editor/fields/fieldeditor.h"

#include "ui/editor/fields/mediafield.h"
#include "ui/editor/fields/tablefield.h"
#include "ui/editor/fields/textfields.h"

namespace kakehashi::ui {

FieldEditor *makeFieldEditor(const content::Field &field, Session &session, QWidget *parent)
{
    using content::FieldType;
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
