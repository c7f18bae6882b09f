#include "ui/media/mediapicker.h"

#include "ui/media/mediamodel.h"
#include "ui/media/mediaview.h"
#include "ui/style/style.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace kakehashi::ui {

MediaPicker::MediaPicker(Session &session, Offer offer, QWidget *parent)
    : QDialog(parent)
    , m_model(new MediaModel(session, offer == Offer::Pictures, this))
    , m_search(new QLineEdit(this))
    , m_view(makeMediaView(m_model, this))
{
    setWindowTitle(offer == Offer::Pictures ? tr("Choose a picture") : tr("Choose a file"));
    resize(760, 520);
    m_search->setPlaceholderText(tr("Search by name or description"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *use = buttons->addButton(tr("Use it"), QDialogButtonBox::AcceptRole);
    style::markPrimary(use);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(style::margin, style::margin, style::margin, style::margin);
    layout->addWidget(m_search);
    layout->addWidget(m_view, 1);
    layout->addWidget(buttons);
    connect(m_search, &QLineEdit::textChanged, m_model, &MediaModel::setFilter);
    connect(m_view, &QListView::activated, this, &MediaPicker::pickCurrent);
    connect(buttons, &QDialogButtonBox::accepted, this, &MediaPicker::pickCurrent);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void MediaPicker::pickCurrent()
{
    const content::MediaAsset asset = m_model->assetAt(m_view->currentIndex());
    if (asset.id.isNull())
        return;
    accept();
    Q_EMIT picked(asset);
}

} // namespace kakehashi::ui
