#include "ui/settings/accentfield.h"

#include "render/theme/palette.h"
#include "ui/style/style.h"

#include <QColorDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace kakehashi::ui {
namespace {

QIcon swatch(const QString &color)
{
    QPixmap sample(16, 16);
    sample.fill(QColor(color));
    return QIcon(sample);
}

QString ratioText(const QString &color)
{
    return QString::number(render::accentContrast(QColor(color)), 'f', 1);
}

/// A few words as visitors will see them, in one of the two appearances.
void paint(QLabel *label, const render::PaletteColors &colors, const QColor &ground)
{
    const auto name = [&colors](const char *role) {
        return colors.value(QLatin1String(role)).name();
    };
    label->setStyleSheet(
        QStringLiteral("background: %1; padding: 8px; border-radius: 4px;").arg(ground.name()));
    label->setText(
        QStringLiteral("<span style='background-color:%1;color:%2'>&nbsp;%3&nbsp;</span>"
                       "&nbsp;&nbsp;<span style='color:%4;text-decoration:underline'>%5</span>")
            .arg(name("accent"), name("onAccent"), AccentField::tr("Button"), name("link"),
                 AccentField::tr("Link")));
}

} // namespace

AccentField::AccentField(QWidget *parent)
    : QWidget(parent)
    , m_button(new QPushButton(this))
    , m_theme(new QPushButton(this))
    , m_note(new QLabel(this))
    , m_near(new QPushButton(this))
    , m_light(new QLabel(this))
    , m_dark(new QLabel(this))
{
    m_theme->setText(tr("The theme's"));
    m_near->setObjectName(QStringLiteral("near"));
    m_note->setWordWrap(true);
    style::markMuted(m_note);
    auto *row = new QHBoxLayout;
    row->setSpacing(style::gap);
    for (QWidget *widget : {static_cast<QWidget *>(m_button), static_cast<QWidget *>(m_theme),
                            static_cast<QWidget *>(m_light), static_cast<QWidget *>(m_dark)})
        row->addWidget(widget);
    row->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(style::hairGap);
    layout->addLayout(row);
    layout->addWidget(m_note);
    layout->addWidget(m_near, 0, Qt::AlignLeft);
    setFocusProxy(m_button);
    connect(m_button, &QPushButton::clicked, this, &AccentField::choose);
    connect(m_theme, &QPushButton::clicked, this, [this] { take({}); });
    connect(m_near, &QPushButton::clicked, this, [this] { take(m_offer); });
    setColor({});
}

void AccentField::setColor(const QString &color)
{
    m_color = color;
    m_offer.clear();
    m_near->hide();
    m_button->setText(color.isEmpty() ? tr("As in the theme") : color);
    m_button->setIcon(color.isEmpty() ? QIcon() : swatch(color));
    m_theme->setVisible(!color.isEmpty());
    m_note->setVisible(!color.isEmpty());
    m_note->setText(tr("Contrast with white %1 : 1 (at least 4.5). The dark appearance and the "
                       "softer shades follow from it.")
                        .arg(ratioText(color)));
    showSamples();
}

void AccentField::showSamples()
{
    const bool own = !m_color.isEmpty();
    m_light->setVisible(own);
    m_dark->setVisible(own);
    if (!own)
        return;
    const render::Palette palette = render::paletteFrom(QColor(m_color));
    paint(m_light, palette.light, Qt::white);
    paint(m_dark, palette.dark, palette.dark.value(QStringLiteral("background")));
}

void AccentField::propose(const QString &color)
{
    if (render::accentContrast(QColor(color)) >= render::textContrast)
        return take(color);
    m_offer = render::nearestAccent(QColor(color)).name();
    m_note->setVisible(true);
    m_note->setText(tr("%1 is too pale: its contrast with white is %2 : 1, and texts need 4.5 : 1 "
                       "(JIS X 8341-3 AA). The colour stays as it was.")
                        .arg(color, ratioText(color)));
    m_near->setText(tr("Take the nearest that can be read: %1").arg(m_offer));
    m_near->setIcon(swatch(m_offer));
    m_near->show();
    m_near->setFocus();
}

void AccentField::take(const QString &color)
{
    setColor(color);
    Q_EMIT chosen();
}

void AccentField::choose()
{
    auto *dialog = new QColorDialog(QColor(m_color), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QColorDialog::colorSelected, this,
            [this](const QColor &color) { propose(color.name()); });
    dialog->open();
}

} // namespace kakehashi::ui
