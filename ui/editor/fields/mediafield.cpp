#include "ui/editor/fields/mediafield.h"

#include "base/visibletext.h"
#include "content/media/mediarepository.h"
#include "ui/media/mediapicker.h"
#include "ui/media/thumbnail.h"
#include "ui/shell/background.h"
#include "ui/shell/foldingrow.h"
#include "ui/shell/session.h"
#include "ui/shell/undoable.h"
#include "ui/style/style.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace kakehashi::ui {

namespace {

constexpr QSize pictureSize(96, 60);
constexpr int leastField = 200;

} // namespace

MediaField::MediaField(Session &session, QWidget *parent)
    : FieldEditor(parent)
    , m_session(session)
    , m_picture(new QLabel(this))
    , m_name(new QLabel(this))
    , m_clear(new QToolButton(this))
    , m_question(nullptr)
    , m_alt(new QLineEdit(this))
{
    auto *choice = new QPushButton(tr("Choose…"), this);
    m_clear->setIcon(style::icon(QStringLiteral("close")));
    m_clear->setToolTip(tr("Without picture"));
    m_clear->setAccessibleName(m_clear->toolTip());
    m_picture->setFixedSize(pictureSize);
    m_picture->setAlignment(Qt::AlignCenter);
    style::markMuted(m_name);
    auto *row = new QHBoxLayout;
    row->setSpacing(style::gap);
    row->addWidget(m_picture);
    row->addWidget(m_name);
    row->addWidget(choice);
    row->addWidget(m_clear);
    row->addStretch();
    m_question = makeQuestion();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(style::hairGap);
    layout->addLayout(row);
    layout->addWidget(m_question);
    setFocusProxy(choice);
    connect(choice, &QPushButton::clicked, this, &MediaField::choose);
    connect(m_clear, &QToolButton::clicked, this, [this] {
        showAsset({});
        Q_EMIT edited(QString());
        Q_EMIT chosen({});
    });
    showAsset({});
}

QWidget *MediaField::makeQuestion()
{
    auto *question = new FoldingRow(this);
    auto *missing = new QLabel(tr("No alternative text"), question);
    missing->setProperty("role", QStringLiteral("warning"));
    m_alt->setPlaceholderText(tr("Describe it in a short sentence"));
    m_alt->setAccessibleName(tr("What the picture shows"));
    auto *done = new QPushButton(tr("Done"), question);
    auto *decorative = new QPushButton(tr("Only decoration"), question);
    question->add(missing);
    question->add(m_alt, 1, leastField);
    question->add(done);
    question->add(decorative);
    connect(m_alt, &QLineEdit::returnPressed, this, [this] { keepAlt(false); });
    connect(done, &QPushButton::clicked, this, [this] { keepAlt(false); });
    connect(decorative, &QPushButton::clicked, this, [this] { keepAlt(true); });
    return question;
}

void MediaField::keepAlt(bool decorative)
{
    content::MediaAsset said = m_asset;
    said.alt = decorative ? QString() : m_alt->text().trimmed();
    said.decorative = decorative;
    if (said.alt.isEmpty() && !decorative)
        return;
    if (doUndoably(m_session, tr("The text of the picture is stored."),
                   [&] { return m_session.workspace().media().update(said); }))
        showAsset(said);
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
    const bool isSame = asset.id == m_asset.id && asset.hash == m_asset.hash;
    if (!isSame)
        m_alt->clear();
    m_asset = asset;
    m_question->setVisible(!asset.id.isNull() && asset.alt.isEmpty() && !asset.decorative);
    m_name->setText(asset.fileName.isEmpty() ? tr("None") : visible(asset.fileName));
    m_clear->setVisible(!asset.fileName.isEmpty());
    m_picture->setVisible(!asset.id.isNull());
    if (isSame)
        return;
    m_picture->clear();
    if (asset.id.isNull())
        return;
    // Decoding a large picture takes longer than a keystroke may.
    runInBackground(
        *QThreadPool::globalInstance(), this,
        [path = m_session.workspace().media().pathOf(asset)] {
            return readThumbnail(path, pictureSize);
        },
        [this, hash = asset.hash](const QImage &image) {
            if (hash == m_asset.hash)
                m_picture->setPixmap(QPixmap::fromImage(image));
        });
}

} // namespace kakehashi::ui
