#include "ui/media/mediapanel.h"

#include "ui/media/mediadetails.h"
#include "ui/media/mediaimport.h"
#include "ui/media/mediamodel.h"
#include "ui/media/mediaview.h"
#include "ui/shell/feature.h"
#include "ui/shell/session.h"
#include "ui/style/style.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace kakehashi::ui {

MediaPanel::MediaPanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new MediaModel(session, MediaModel::Offer::Everything, this))
    , m_search(new QLineEdit(this))
    , m_view(makeMediaView(m_model, this))
    , m_details(new MediaDetails(session, this))
{
    setAcceptDrops(true);
    auto *splitter = new QSplitter(this);
    splitter->setHandleWidth(1);
    splitter->addWidget(m_view);
    splitter->addWidget(m_details);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({900, 340});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(splitter, 1);
    setFocusProxy(m_view);
    connect(m_search, &QLineEdit::textChanged, m_model, &MediaModel::setFilter);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &MediaPanel::showCurrent);
    connect(m_model, &QAbstractItemModel::modelReset, this, &MediaPanel::choose);
}

/// The file that was chosen, after the list was read anew. Where it is used is asked of every
/// page: not for a panel that nobody sees.
void MediaPanel::choose()
{
    if (!isVisible())
        return;
    const QModelIndex chosen = m_model->indexOf(m_current);
    m_view->setCurrentIndex(chosen.isValid() ? chosen : m_model->index(0));
}

void MediaPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    choose();
}

QWidget *MediaPanel::makeHeader()
{
    auto *header = new QWidget(this);
    style::markStrip(header);
    auto *name = new QLabel(tr("Media"), header);
    style::markHeading(name);
    m_search->setPlaceholderText(tr("Search by name or description"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->setMaximumWidth(320);
    auto *add = new QPushButton(style::icon(QStringLiteral("new")), tr("Add files…"), header);
    connect(add, &QPushButton::clicked, this, &MediaPanel::askForFiles);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(style::margin, style::gap, style::margin, style::gap);
    layout->addWidget(name);
    layout->addStretch();
    layout->addWidget(m_search, 1);
    layout->addWidget(add);
    return header;
}

void MediaPanel::showCurrent()
{
    const content::MediaAsset asset = m_model->assetAt(m_view->currentIndex());
    if (asset.id.isNull()) // the model is being read again; the choice comes back
        return;
    m_details->keep();
    m_current = asset.id;
    m_details->showAsset(asset);
}

void MediaPanel::askForFiles()
{
    auto *dialog = new QFileDialog(this, tr("Add pictures and files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &MediaPanel::take);
    dialog->open();
}

void MediaPanel::take(const QStringList &paths)
{
    importFiles(m_session, this, paths, [this](const QList<content::MediaAsset> &assets) {
        m_current = assets.constLast().id;
        m_details->showAsset(assets.constLast());
        m_session.showMessage(
            {.level = Message::Level::Success,
             .text = tr("%n file(s) added.", nullptr, static_cast<int>(assets.size()))});
    });
}

void MediaPanel::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void MediaPanel::dropEvent(QDropEvent *event)
{
    QStringList paths;
    const QList<QUrl> urls = event->mimeData()->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    if (!paths.isEmpty())
        take(paths);
}

void registerMedia(Registry &registry)
{
    registry.add({.id = QStringLiteral("media"),
                  .title = MediaPanel::tr("Media"),
                  .icon = QStringLiteral("media"),
                  .order = 40,
                  .make = [](Session &session, QWidget *parent) -> QWidget * {
                      return new MediaPanel(session, parent);
                  }});
}

} // namespace kakehashi::ui
