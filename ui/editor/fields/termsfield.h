#pragma once

#include "ui/editor/fields/fieldeditor.h"

class QComboBox;

namespace kakehashi::ui {

/// Several words to sort a page by: those that it has as chips, and a box that offers those known
/// to the site and takes new ones. A comma or Enter ends a word.
class TermsField final : public FieldEditor
{
    Q_OBJECT

public:
    TermsField(const QStringList &known, QWidget *parent);
    void setValue(const QJsonValue &value) override;
    QStringList terms() const { return m_terms; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showChips();
    void addTyped();
    void addOffered(const QString &term);
    void announce();

    QStringList m_terms;
    QWidget *m_chips;
    QComboBox *m_box;
};

} // namespace kakehashi::ui
