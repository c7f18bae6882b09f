#include "ui/editor/mediafield.h"

#include "content/mediarepository.h"
#include "ui/media/mediapicker.h"
#include "ui/shell/session.h"
#include "ui/style/style.h"

#include <QHBoxLayout>
#include <QImageReader>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

namespace kakehashi::ui {

namespace {

constexpr QSize pictureSize(96, 60);

} // namespace

MediaField::MediaField(Session &session, QWidget *parent)
    : FieldEditor(parent)
    , m_session(session)
    , m_picture(new QLabel(this))
    , m_name(new QLabel(this))
    , m_clear(new QToolButton(this))
{
    auto *choice = new QPushButton(tr("Choose…"), this);
    m_clear->setIcon(style::icon(QStringLiteral("close")));
    m_clear->setToolTip(tr("Without picture"));
    m_clear->setAccessibleName(m_clear->toolTip());
    m_picture->setFixedSize(pictureSize);
    m_picture->setAlignment(Qt::AlignCenter);
    style::markMuted(m_name);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(style::gap);
    layout->addWidget(m_picture);
    layout->addWidget(m_name);
    layout->addWidget(choice);
    layout->addWidget(m_clear);
    layout->addStretch();
    setFocusProxy(choice);
    connect(choice, &QPushButton::clicked, this, &MediaField::choose);
    connect(m_clear, &QToolButton::clicked, this, [this] {
        showAsset({});
        Q_EMIT edited(QString());
        Q_EMIT chosen({});
    });
    showAsset({});
}

void MediaField::setValue(const QJsonValue &value)
{
    const QString name = value.toString();
    const auto asset = m_session.workspace().media().byFileName(name);
    content::MediaAsset missing;
    missing.fileName = name; // shown all the same, so that it can be replaced
    showAsset(!name.isEmpty() && asset ? *asset : missing);
}

void MediaField::setAsset(const Ulid &id)
{
    const auto asset = m_session.workspace().media().asset(id);
    showAsset(!id.isNull() && asset ? *asset : content::MediaAsset());
}

void MediaField::choose()
{
    auto *picker = new MediaPicker(m_session, MediaPicker::Offer::Pictures, window());
    picker->setAttribute(Qt::WA_DeleteOnClose);
    connect(picker, &MediaPicker::picked, this, [this](const content::MediaAsset &asset) {
        showAsset(asset);
        Q_EMIT edited(asset.fileName);
        Q_EMIT chosen(asset.id);
    });
    picker->open();
}

void MediaField::showAsset(const content::MediaAsset &asset)
{
    m_name->setText(asset.fileName.isEmpty() ? tr("None") : asset.fileName);
    m_clear->setVisible(!asset.fileName.isEmpty());
    m_picture->setVisible(!asset.id.isNull());
    m_picture->clear();
    if (asset.id.isNull())
        return;
    QImageReader reader(m_session.workspace().media().pathOf(asset));
    const QSize full = reader.size();
    if (full.isValid())
        reader.setScaledSize(full.scaled(pictureSize, Qt::KeepAspectRatio));
    m_picture->setPixmap(QPixmap::fromImage(reader.read()));
}

} // namespace kakehashi::ui
