#include "ui/editor/fields/termsfield.h"

#include "content/page/terms.h"
#include "ui/editor/fields/flowlayout.h"
#include "ui/style/style.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QJsonArray>
#include <QKeyEvent>
#include <QLineEdit>
#include <QRegularExpression>
#include <QToolButton>
#include <QVBoxLayout>

namespace kakehashi::ui {

TermsField::TermsField(const QStringList &known, QWidget *parent)
    : FieldEditor(parent), m_chips(new QWidget(this)), m_box(new QComboBox(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(style::hairGap);
    column->addWidget(m_chips);
    column->addWidget(m_box);
    new FlowLayout(m_chips, style::hairGap);
    m_box->setEditable(true);
    m_box->setInsertPolicy(QComboBox::NoInsert);
    m_box->addItems(known);
    m_box->setCurrentIndex(-1);
    m_box->lineEdit()->setPlaceholderText(tr("Add"));
    m_box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_box->completer()->setFilterMode(Qt::MatchContains);
    setFocusProxy(m_box);
    m_box->installEventFilter(this);
    connect(m_box, &QComboBox::activated, this, &TermsField::addTyped);
    // Enter in the list of offers reaches the line first, with what was typed so far.
    connect(m_box->completer(), qOverload<const QString &>(&QCompleter::activated), this,
            &TermsField::addOffered, Qt::QueuedConnection);
    connect(m_box->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        if (m_box->completer()->popup()->isVisible())
            return;
        addTyped();
        Q_EMIT left();
    });
    connect(m_box->lineEdit(), &QLineEdit::textEdited, this, [this](const QString &text) {
        if (text.endsWith(u',') || text.endsWith(u'、') || text.endsWith(u'，'))
            addTyped();
    });
    showChips();
}

void TermsField::setValue(const QJsonValue &value)
{
    const QStringList terms = content::termsIn(value);
    if (terms == m_terms)
        return;
    m_terms = terms;
    showChips();
}

void TermsField::addOffered(const QString &term)
{
    m_box->setEditText(term);
    addTyped();
}

/// The box holds no choice: an arrow key does not step through what it offers.
bool TermsField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_box || event->type() != QEvent::KeyPress)
        return FieldEditor::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Down && key != Qt::Key_Up)
        return FieldEditor::eventFilter(watched, event);
    m_box->showPopup();
    return true;
}

void TermsField::addTyped()
{
    static const QRegularExpression comma(QStringLiteral("[,、，]"));
    QStringList terms = m_terms;
    for (const QString &part : m_box->currentText().split(comma))
        if (const QString term = part.simplified(); !term.isEmpty() && !terms.contains(term))
            terms.append(term);
    m_box->setCurrentIndex(-1);
    m_box->clearEditText();
    if (terms == m_terms)
        return;
    m_terms = terms;
    announce();
}

void TermsField::announce()
{
    showChips();
    Q_EMIT edited(m_terms.isEmpty() ? QJsonValue()
                                    : QJsonValue(QJsonArray::fromStringList(m_terms)));
}

void TermsField::showChips()
{
    QLayout *layout = m_chips->layout();
    while (QLayoutItem *item = layout->takeAt(0)) {
        item->widget()->deleteLater(); // one of them may be what was clicked
        item->widget()->hide();
        delete item;
    }
    for (const QString &term : std::as_const(m_terms)) {
        auto *chip = new QToolButton(m_chips);
        chip->setText(QString(term).replace(u'&', QLatin1String("&&")));
        chip->setIcon(style::icon(QStringLiteral("close")));
        chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        chip->setLayoutDirection(Qt::RightToLeft); // the cross stands behind the word
        chip->setToolTip(tr("Remove “%1”").arg(term));
        chip->setAccessibleName(chip->toolTip());
        chip->setFocusPolicy(Qt::StrongFocus);
        layout->addWidget(chip);
        connect(chip, &QToolButton::clicked, this, [this, term] {
            m_terms.removeAll(term);
            m_box->setFocus();
            announce();
        });
        chip->show();
    }
    m_chips->setVisible(!m_terms.isEmpty());
    updateGeometry();
}

} // namespace kakehashi::ui
