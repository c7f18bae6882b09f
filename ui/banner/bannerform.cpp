#include "ui/banner/bannerform.h"

#include "banner/bannerrepository.h"
#include "ui/editor/fields/mediafield.h"
#include "ui/editor/fields/textfields.h"
#include "ui/shell/text/japantime.h"
#include "ui/style/style.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>

namespace kakehashi::ui {

QString placementText(const QString &placement)
{
    if (placement == QLatin1String("home"))
        return BannerForm::tr("Home page");
    if (placement == QLatin1String("side"))
        return BannerForm::tr("Side column");
    if (placement == QLatin1String("footer"))
        return BannerForm::tr("Foot of every page");
    return placement;
}

BannerForm::BannerForm(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLineEdit(this))
    , m_target(new QLineEdit(this))
    , m_picture(new MediaField(session, this))
    , m_placement(new QComboBox(this))
    , m_opens(new DateField(true, this))
    , m_closes(new DateField(true, this))
    , m_enabled(new QCheckBox(tr("Shown"), this))
{
    for (const QString &placement : banner::placements())
        m_placement->addItem(placementText(placement), placement);
    m_target->setPlaceholderText(QStringLiteral("/award/"));
    auto *store = new QPushButton(tr("Store"), this);
    auto *remove = new QPushButton(tr("Delete"), this);
    style::markPrimary(store);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(store);
    buttons->addWidget(remove);
    buttons->addStretch();

    auto *form = new QFormLayout(this);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->setContentsMargins(style::margin, style::margin, style::margin, style::margin);
    form->setVerticalSpacing(style::hairGap);
    form->addRow(tr("&Title (alternative text)"), m_title);
    form->addRow(tr("&Leads to"), m_target);
    form->addRow(tr("&Picture"), m_picture);
    form->addRow(tr("P&lace"), m_placement);
    form->addRow(tr("&From"), m_opens);
    form->addRow(tr("&Until"), m_closes);
    form->addRow(m_enabled);
    form->addRow(buttons);
    connect(m_picture, &MediaField::chosen, this,
            [this](const Ulid &asset) { m_chosenPicture = asset; });
    connect(store, &QPushButton::clicked, this, [this] { Q_EMIT stored(typed()); });
    connect(remove, &QPushButton::clicked, this, [this] { Q_EMIT removed(m_banner); });
    showBanner({}); // nothing is edited yet
}

void BannerForm::showBanner(const banner::Banner &banner)
{
    m_banner = banner;
    m_chosenPicture = banner.picture;
    m_title->setText(banner.title);
    m_target->setText(banner.target);
    m_picture->setAsset(banner.picture);
    m_placement->setCurrentIndex(std::max(0, m_placement->findData(banner.placement)));
    m_opens->setDateTime(shownTime(banner.opens));
    m_closes->setDateTime(shownTime(banner.closes));
    m_enabled->setChecked(banner.enabled);
    m_shown = typed();
}

bool BannerForm::isEdited() const
{
    return typed() != m_shown;
}

banner::Banner BannerForm::typed() const
{
    banner::Banner banner = m_banner;
    banner.title = m_title->text().trimmed();
    banner.target = m_target->text().trimmed();
    banner.picture = m_chosenPicture;
    banner.placement = m_placement->currentData().toString();
    banner.opens = storedTime(m_opens->dateTime());
    banner.closes = storedTime(m_closes->dateTime());
    banner.enabled = m_enabled->isChecked();
    return banner;
}

} // namespace kakehashi::ui
