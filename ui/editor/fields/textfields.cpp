#include "ui/editor/fields/textfields.h"

#include "base/clock.h"
#include "statistics/figure.h"
#include "ui/shell/text/datetext.h"
#include "ui/style/style.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

namespace kakehashi::ui {

namespace {

QHBoxLayout *bareRow(QWidget *widget)
{
    auto *layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(style::hairGap);
    return layout;
}

} // namespace

LineField::LineField(content::FieldType type, QWidget *parent)
    : FieldEditor(parent), m_type(type), m_line(new QLineEdit(this))
{
    bareRow(this)->addWidget(m_line);
    setFocusProxy(m_line);
    if (type == content::FieldType::Url)
        m_line->setPlaceholderText(QStringLiteral("https://"));
    if (type == content::FieldType::Number)
        m_line->setMaximumWidth(160);
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textEdited, this,
            [this](const QString &text) { Q_EMIT edited(valueOf(text)); });
}

QJsonValue LineField::valueOf(const QString &text) const
{
    if (m_type != content::FieldType::Number)
        return text;
    // What is not yet a number stays as typed; the check of the page says so.
    const auto read = statistics::readFigure(text);
    return read && *read ? QJsonValue(**read) : QJsonValue(text);
}

void LineField::setValue(const QJsonValue &value)
{
    if (m_line->hasFocus() && valueOf(m_line->text()) == value)
        return;
    const QString text =
        value.isDouble() ? statistics::editText(value.toDouble()) : value.toVariant().toString();
    if (m_line->text() != text)
        m_line->setText(text);
}

bool LineField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        Q_EMIT left();
    return FieldEditor::eventFilter(watched, event);
}

LongTextField::LongTextField(int rows, QWidget *parent)
    : FieldEditor(parent), m_edit(new QPlainTextEdit(this))
{
    bareRow(this)->addWidget(m_edit);
    setFocusProxy(m_edit);
    m_edit->setProperty("role", QStringLiteral("field"));
    m_edit->setTabChangesFocus(true);
    m_edit->document()->setUndoRedoEnabled(false);
    m_edit->setFixedHeight(rows * m_edit->fontMetrics().lineSpacing() + 20);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_edit->installEventFilter(this);
    connect(m_edit, &QPlainTextEdit::textChanged, this,
            [this] { Q_EMIT edited(m_edit->toPlainText()); });
}

void LongTextField::setValue(const QJsonValue &value)
{
    setText(value.toString());
}

void LongTextField::setText(const QString &text)
{
    if (m_edit->toPlainText() == text)
        return;
    const QSignalBlocker quiet(m_edit);
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
}

bool LongTextField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        Q_EMIT left();
    return FieldEditor::eventFilter(watched, event);
}

ChoiceField::ChoiceField(const QStringList &choices, QWidget *parent)
    : FieldEditor(parent), m_box(new QComboBox(this))
{
    auto *row = bareRow(this);
    row->addWidget(m_box);
    row->addStretch();
    setFocusProxy(m_box);
    m_box->addItem(tr("—"), QString());
    for (const QString &choice : choices)
        m_box->addItem(choice, choice);
    connect(m_box, &QComboBox::activated, this,
            [this] { Q_EMIT edited(m_box->currentData().toString()); });
}

void ChoiceField::setValue(const QJsonValue &value)
{
    // A word that the kind no longer offers is kept and shown.
    int index = m_box->findData(value.toString());
    if (index < 0) {
        m_box->addItem(value.toString(), value.toString());
        index = m_box->count() - 1;
    }
    m_box->setCurrentIndex(index);
}

DateField::DateField(bool withTime, QWidget *parent)
    : FieldEditor(parent)
    , m_withTime(withTime)
    , m_set(new QPushButton(tr("Set a date"), this))
    , m_edit(new QDateTimeEdit(this))
    , m_era(new QLabel(this))
{
    auto *clear = new QToolButton(this);
    clear->setIcon(style::icon(QStringLiteral("close")));
    clear->setToolTip(tr("Remove the date"));
    clear->setAccessibleName(clear->toolTip());
    m_clear = clear;
    m_edit->setCalendarPopup(true);
    m_edit->setTimeSpec(Qt::UTC); // naive: no daylight saving of the workstation may move it
    m_edit->setDisplayFormat(withTime ? QStringLiteral("yyyy-MM-dd HH:mm")
                                      : QStringLiteral("yyyy-MM-dd"));
    m_edit->setMinimumWidth(withTime ? 170 : 130);
    auto *row = bareRow(this);
    row->addWidget(m_set);
    row->addWidget(m_edit);
    row->addWidget(m_clear);
    row->addWidget(m_era);
    row->addStretch();
    style::markMuted(m_era);
    setFocusProxy(m_edit);
    connect(m_set, &QPushButton::clicked, this, [this] {
        const QDateTime now = Clock::system().now().toTimeZone(japanTime());
        setDateTime(QDateTime(now.date(), m_withTime ? QTime(9, 0) : QTime(0, 0), Qt::UTC));
        m_edit->setFocus();
        announce();
    });
    connect(clear, &QToolButton::clicked, this, [this] {
        showState(false);
        announce();
    });
    connect(m_edit, &QDateTimeEdit::dateTimeChanged, this, &DateField::announce);
    showState(false);
}

void DateField::announce()
{
    m_era->setText(dateText(m_edit->date()));
    if (!m_hasDate) {
        Q_EMIT edited(QString());
        return;
    }
    const QDateTime time = m_edit->dateTime();
    Q_EMIT edited(m_withTime ? time.toString(QStringLiteral("yyyy-MM-ddTHH:mm"))
                             : time.date().toString(Qt::ISODate));
}

void DateField::showState(bool hasDate)
{
    m_hasDate = hasDate;
    m_set->setVisible(!hasDate);
    m_edit->setVisible(hasDate);
    m_clear->setVisible(hasDate);
    m_era->setVisible(hasDate && QLocale().language() == QLocale::Japanese);
    m_era->setText(dateText(m_edit->date()));
}

void DateField::setValue(const QJsonValue &value)
{
    const QDateTime read = QDateTime::fromString(value.toString(), Qt::ISODate);
    setDateTime(read.isValid() ? QDateTime(read.date(), read.time(), Qt::UTC) : QDateTime());
}

void DateField::setDateTime(const QDateTime &time)
{
    const QSignalBlocker quiet(m_edit);
    if (time.isValid() && m_edit->dateTime() != time)
        m_edit->setDateTime(time);
    showState(time.isValid());
}

QDateTime DateField::dateTime() const
{
    return m_hasDate ? m_edit->dateTime() : QDateTime();
}

} // namespace kakehashi::ui
