#pragma once

#include "content/kind.h"

#include <QJsonValue>
#include <QWidget>

namespace kakehashi::ui {

class Session;

/// The widget for one field of a kind. Knows nothing of documents: a value in, edits out.
class FieldEditor : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;
    /// Shows a value without telling; leaves the caret when it is the same.
    virtual void setValue(const QJsonValue &value) = 0;

Q_SIGNALS:
    void edited(const QJsonValue &value);
    void left(); ///< the field lost the focus: what follows is another edit
};

/// The editor for this type of field; a table's cells are fields themselves.
FieldEditor *makeFieldEditor(const content::Field &field, Session &session, QWidget *parent);

} // namespace kakehashi::ui
