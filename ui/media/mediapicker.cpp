#include "ui/media/mediapicker.h"

#include "ui/media/mediaview.h"
#include "ui/style/style.h"

#include <QDialogButtonBox>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace kakehashi::ui {

MediaPicker::MediaPicker(Session &session, Offer offer, QWidget *parent)
    : QDialog(parent)
    , m_model(new MediaModel(session, offer, this))
    , m_search(new QLineEdit(this))
    , m_view(makeMediaView(m_model, this))
    , m_empty(new QLabel(this))
{
    setWindowTitle(offer == Offer::Pictures ? tr("Choose a picture") : tr("Choose a file"));
    resize(QSize(760, 520).boundedTo(screen()->availableSize() * 0.9));
    m_search->setPlaceholderText(tr("Search by name or description"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_use = buttons->addButton(tr("Use it"), QDialogButtonBox::AcceptRole);
    style::markPrimary(m_use);
    style::markMuted(m_empty);
    m_empty->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(style::margin, style::margin, style::margin, style::margin);
    layout->addWidget(m_search);
    layout->addWidget(m_empty);
    layout->addWidget(m_view, 1);
    layout->addWidget(buttons);
    connect(m_search, &QLineEdit::textChanged, m_model, &MediaModel::setFilter);
    connect(m_view, &QListView::activated, this, &MediaPicker::pickCurrent);
    connect(buttons, &QDialogButtonBox::accepted, this, &MediaPicker::pickCurrent);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &MediaPicker::showChoice);
    connect(m_model, &QAbstractItemModel::modelReset, this, &MediaPicker::showChoice);
    showChoice();
}

void MediaPicker::showChoice()
{
    m_use->setEnabled(m_view->selectionModel()->hasSelection());
    const bool isEmpty = m_model->rowCount() == 0;
    m_empty->setVisible(isEmpty);
    m_empty->setText(m_search->text().isEmpty()
                         ? tr("There is none yet. Add it under Media, or drop it into the text.")
                         : tr("None has this in its name or description."));
}

void MediaPicker::pickCurrent()
{
    const content::MediaAsset asset = m_model->assetAt(m_view->currentIndex());
    if (asset.id.isNull() || !m_use->isEnabled())
        return;
    accept();
    Q_EMIT picked(asset);
}

} // namespace kakehashi::ui
