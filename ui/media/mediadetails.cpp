#include "ui/media/mediadetails.h"

#include "base/text.h"
#include "base/visibletext.h"
#include "ui/editor/fields/textfields.h"
#include "ui/media/thumbnail.h"
#include "ui/shell/background.h"
#include "ui/shell/column.h"
#include "ui/shell/sitereading.h"
#include "ui/shell/undoable.h"
#include "ui/style/style.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace kakehashi::ui {

namespace {

constexpr QSize previewSize(288, 200);

} // namespace

MediaDetails::MediaDetails(Session &session, QWidget *parent)
    : QScrollArea(parent), m_session(session)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setMinimumWidth(320);
    build();
    connectFields();
    showAsset({});
}

void MediaDetails::build()
{
    auto *page = new QWidget;
    m_picture = new QLabel(page);
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setMinimumHeight(previewSize.height()); // what is below stays where it is
    m_facts = new QLabel(page);
    m_facts->setWordWrap(true);
    style::markMuted(m_facts);
    m_name = new QLineEdit(page);
    m_alt = new QLineEdit(page);
    m_decorative = new QCheckBox(tr("Only decoration"), page);
    m_caption = new QLineEdit(page);
    m_credit = new QLineEdit(page);
    m_rights = new DateField(false, page);
    m_remove = new QPushButton(style::icon(QStringLiteral("trash")), tr("Delete"), page);

    auto *form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->setVerticalSpacing(style::hairGap);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Alternative text"), m_alt);
    form->addRow(m_decorative);
    form->addRow(tr("&Caption"), m_caption);
    form->addRow(tr("Rights &holder"), m_credit);
    form->addRow(tr("May be shown &until"), m_rights);
    m_uses = new QVBoxLayout;
    m_uses->setSpacing(0);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(style::margin, style::margin, style::margin, style::margin);
    layout->setSpacing(style::gap);
    layout->addWidget(m_picture);
    layout->addWidget(m_facts);
    layout->addLayout(form);
    layout->addSpacing(style::gap);
    layout->addLayout(m_uses);
    layout->addWidget(m_remove, 0, Qt::AlignLeft);
    layout->addStretch();
    setWidget(page);
}

void MediaDetails::connectFields()
{
    for (QLineEdit *field : {m_name, m_alt, m_caption, m_credit})
        connect(field, &QLineEdit::editingFinished, this, &MediaDetails::keep);
    connect(m_rights, &DateField::edited, this, &MediaDetails::keep);
    connect(m_decorative, &QCheckBox::clicked, this, &MediaDetails::keep);
    connect(m_decorative, &QCheckBox::toggled, m_alt, &QWidget::setDisabled);
    connect(m_remove, &QPushButton::clicked, this, &MediaDetails::remove);
}

void MediaDetails::showAsset(const content::MediaAsset &asset)
{
    m_asset = asset;
    widget()->setVisible(!asset.id.isNull());
    if (asset.id.isNull())
        return;
    const bool isPicture = asset.mimeType.startsWith(QLatin1String("image/"));
    m_picture->setVisible(isPicture);
    m_picture->clear();
    if (isPicture) {
        runInBackground(
            *QThreadPool::globalInstance(), this,
            [path = m_session.workspace().media().pathOf(asset)] {
                return readThumbnail(path, previewSize);
            },
            [this, hash = asset.hash](const QImage &image) {
                if (hash == m_asset.hash)
                    m_picture->setPixmap(QPixmap::fromImage(image));
            });
    }
    QString facts = fileTypeAndSize(asset.fileName, asset.bytes);
    if (asset.width > 0)
        facts += tr(", %1 × %2 pixels").arg(asset.width).arg(asset.height);
    m_facts->setText(facts);
    m_name->setText(asset.fileName);
    m_alt->setText(asset.alt);
    m_alt->setEnabled(isPicture && !asset.decorative);
    m_decorative->setEnabled(isPicture);
    m_decorative->setChecked(asset.decorative);
    m_caption->setText(asset.caption);
    m_credit->setText(asset.credit);
    m_rights->setDateTime(asset.rightsUntil.isValid() ? asset.rightsUntil.startOfDay(Qt::UTC)
                                                      : QDateTime());
    showUses();
}

void MediaDetails::showUses()
{
    clearLayout(m_uses);
    m_remove->setEnabled(false); // until it is known
    readAside(
        m_session, this,
        [id = m_asset.id](const workspace::SiteStores &site) { return site.media.uses(id); },
        [this, id = m_asset.id](const Result<QList<content::MediaUse>> &uses) {
            if (id != m_asset.id)
                return;
            clearLayout(m_uses);
            if (!uses)
                return m_session.showError(uses.error());
            listUses(*uses);
        });
}

void MediaDetails::listUses(const QList<content::MediaUse> &uses)
{
    auto *heading = new QLabel(uses.isEmpty() ? tr("Used nowhere") : tr("Used in"), widget());
    style::markMuted(heading);
    m_uses->addWidget(heading);
    for (const content::MediaUse &use : uses) {
        const QString label =
            fontMetrics().elidedText(use.label, Qt::ElideRight, previewSize.width() - 40);
        auto *place = new QPushButton(label, widget());
        place->setToolTip(use.label);
        place->setFlat(true);
        place->setStyleSheet(QStringLiteral("text-align: left;"));
        place->setEnabled(!use.page.isNull());
        connect(place, &QPushButton::clicked, this, [this, page = use.page] {
            m_session.showPanel(QStringLiteral("pages"));
            static_cast<void>(m_session.openPage(page)); // the session shows a failure itself
        });
        m_uses->addWidget(place);
    }
    m_remove->setEnabled(uses.isEmpty());
    m_remove->setToolTip(uses.isEmpty() ? QString() : tr("It is in use; remove it there first."));
}

content::MediaAsset MediaDetails::typed() const
{
    content::MediaAsset asset = m_asset;
    asset.fileName = m_name->text().trimmed();
    asset.alt = m_alt->text().trimmed();
    asset.decorative = m_decorative->isChecked();
    asset.caption = m_caption->text().trimmed();
    asset.credit = m_credit->text().trimmed();
    asset.rightsUntil = m_rights->dateTime().date();
    return asset;
}

void MediaDetails::keep()
{
    const content::MediaAsset asset = typed();
    const bool isSame = asset.fileName == m_asset.fileName && asset.alt == m_asset.alt &&
                        asset.decorative == m_asset.decorative &&
                        asset.caption == m_asset.caption && asset.credit == m_asset.credit &&
                        asset.rightsUntil == m_asset.rightsUntil;
    if (m_asset.id.isNull() || isSame)
        return;
    const QString done =
        asset.fileName == m_asset.fileName
            ? tr("The texts of %1 are stored.").arg(visible(asset.fileName))
            : tr("%1 is now called %2.").arg(visible(m_asset.fileName), visible(asset.fileName));
    if (doUndoably(m_session, done, [&] { return m_session.workspace().media().update(asset); }))
        m_asset = asset;
}

void MediaDetails::remove()
{
    const Ulid id = m_asset.id;
    if (doUndoably(m_session, tr("%1 is deleted.").arg(visible(m_asset.fileName)),
                   [&] { return m_session.workspace().media().remove(id); }))
        showAsset({});
}

} // namespace kakehashi::ui
