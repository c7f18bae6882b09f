#pragma once

#include "ui/editor/fields/fieldeditor.h"

class QComboBox;
class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace kakehashi::ui {

/// Text, numbers and addresses on one line.
class LineField final : public FieldEditor
{
    Q_OBJECT

public:
    LineField(content::FieldType type, QWidget *parent);
    void setValue(const QJsonValue &value) override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QJsonValue valueOf(const QString &text) const;

    content::FieldType m_type;
    QLineEdit *m_line;
};

/// Several lines of plain text; its own undo is off.
class LongTextField final : public FieldEditor
{
    Q_OBJECT

public:
    explicit LongTextField(int rows, QWidget *parent);
    void setValue(const QJsonValue &value) override;
    void setText(const QString &text);
    QPlainTextEdit *edit() const { return m_edit; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPlainTextEdit *m_edit;
};

/// One of a few words, or none.
class ChoiceField final : public FieldEditor
{
    Q_OBJECT

public:
    ChoiceField(const QStringList &choices, QWidget *parent);
    void setValue(const QJsonValue &value) override;

private:
    QComboBox *m_box;
};

/// A day, with time or without, that may be missing. As ISO text without a zone: Japan's time.
class DateField final : public FieldEditor
{
    Q_OBJECT

public:
    DateField(bool withTime, QWidget *parent);
    void setValue(const QJsonValue &value) override;
    void setDateTime(const QDateTime &time); ///< naive, as shown; invalid: none
    QDateTime dateTime() const;              ///< naive; invalid: none

private:
    void announce();
    void showState(bool hasDate);

    bool m_withTime;
    QPushButton *m_set;
    QDateTimeEdit *m_edit;
    QLabel *m_era; ///< the same date as the prefecture writes it
    QWidget *m_clear;
    bool m_hasDate = false;
};

} // namespace kakehashi::ui
