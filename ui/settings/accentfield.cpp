#include "ui/settings/accentfield.h"

#include "ui/style/style.h"

#include <QColorDialog>
#include <QHBoxLayout>
#include <QPushButton>

namespace kakehashi::ui {

AccentField::AccentField(QWidget *parent)
    : QWidget(parent), m_button(new QPushButton(this)), m_theme(new QPushButton(this))
{
    m_theme->setText(tr("The theme's"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(style::gap);
    layout->addWidget(m_button);
    layout->addWidget(m_theme);
    layout->addStretch();
    setFocusProxy(m_button);
    connect(m_button, &QPushButton::clicked, this, &AccentField::choose);
    connect(m_theme, &QPushButton::clicked, this, [this] {
        setColor({});
        Q_EMIT chosen();
    });
    setColor({});
}

void AccentField::setColor(const QString &color)
{
    m_color = color;
    m_button->setText(color.isEmpty() ? tr("As in the theme") : color);
    m_theme->setVisible(!color.isEmpty());
    QPixmap sample(16, 16);
    sample.fill(QColor(color));
    m_button->setIcon(color.isEmpty() ? QIcon() : QIcon(sample));
}

void AccentField::choose()
{
    auto *dialog = new QColorDialog(QColor(m_color), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QColorDialog::colorSelected, this, [this](const QColor &color) {
        setColor(color.name());
        Q_EMIT chosen();
    });
    dialog->open();
}

} // namespace kakehashi::ui
