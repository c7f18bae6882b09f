#include "ui/settings/indexnowfield.h"

#include "content/site/indexnow.h"
#include "content/site/siterepository.h"
#include "notify/noticerepository.h"
#include "ui/publish/run/searchnotice.h"
#include "ui/shell/session.h"
#include "ui/shell/undoable.h"
#include "ui/style/style.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace kakehashi::ui {
namespace {

QLabel *note(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    style::markMuted(label);
    return label;
}

QWidget *inRow(std::initializer_list<QWidget *> widgets, QWidget *parent)
{
    auto *row = new QWidget(parent);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(style::gap);
    for (QWidget *widget : widgets)
        layout->addWidget(widget);
    layout->addStretch();
    return row;
}

} // namespace

IndexNowField::IndexNowField(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_notice(new SearchNotice(session, this))
    , m_on(new QCheckBox(tr("Tell search en&gines which pages changed (IndexNow)"), this))
    , m_more(new QWidget(this))
    , m_key(new QLabel(m_more))
    , m_endpoint(new QLineEdit(m_more))
    , m_waiting(note({}, m_more))
    , m_send(new QPushButton(tr("Send now"), m_more))
    , m_stop(new QPushButton(tr("Cancel"), m_more))
{
    m_on->setObjectName(QStringLiteral("indexNow"));
    auto *form = new QFormLayout(m_more);
    form->setContentsMargins(2 * style::margin - style::gap, 0, 0, 0);
    form->setVerticalSpacing(style::gap);
    form->setHorizontalSpacing(style::margin);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("Key"), makeKeyRow());
    m_endpoint->setObjectName(QStringLiteral("indexNowEndpoint"));
    m_endpoint->setPlaceholderText(content::indexNowEndpoint({}).toString());
    form->addRow(tr("Sent to"), m_endpoint);
    form->addRow(tr("Waiting"), makeWaitingRow());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(style::gap);
    layout->addWidget(m_on);
    layout->addWidget(note(tr("After each publish to the public address, the addresses of new, "
                              "changed and removed pages are sent to Bing, Yandex and others that "
                              "take part. Google does not. Never for rehearsals."),
                           this));
    layout->addWidget(m_more);
    connectAll();
    showSettings();
}

QWidget *IndexNowField::makeKeyRow()
{
    m_key->setObjectName(QStringLiteral("indexNowKey"));
    m_key->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *renew = new QPushButton(tr("New key"), m_more);
    renew->setToolTip(tr("It is no secret: it lies on the site as a file. A new one holds from the "
                         "next publish on."));
    connect(renew, &QPushButton::clicked, this, &IndexNowField::renew);
    return inRow({m_key, renew}, m_more);
}

QWidget *IndexNowField::makeWaitingRow()
{
    m_waiting->setObjectName(QStringLiteral("indexNowWaiting"));
    m_send->setObjectName(QStringLiteral("indexNowSend"));
    auto *field = new QWidget(m_more);
    auto *layout = new QVBoxLayout(field);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(style::hairGap);
    layout->addWidget(m_waiting);
    layout->addWidget(inRow({m_send, m_stop}, field));
    m_stop->hide();
    return field;
}

void IndexNowField::connectAll()
{
    connect(m_on, &QCheckBox::clicked, this, &IndexNowField::keep);
    connect(m_endpoint, &QLineEdit::editingFinished, this, &IndexNowField::keep);
    connect(m_send, &QPushButton::clicked, m_notice, &SearchNotice::sendWaiting);
    connect(m_stop, &QPushButton::clicked, m_notice, &SearchNotice::cancel);
    connect(m_notice, &SearchNotice::started, this, [this] {
        m_send->hide();
        m_stop->show();
        m_waiting->setText(tr("Telling search engines…"));
    });
    connect(m_notice, &SearchNotice::finished, this, [this](const QString &text) {
        m_stop->hide();
        showWaiting();
        if (!text.isEmpty())
            m_waiting->setText(text);
    });
    connect(&m_session, &Session::siteChanged, this, &IndexNowField::showSettings);
}

void IndexNowField::showSettings()
{
    const auto settings = m_session.workspace().site().settings();
    if (!settings)
        return m_session.showError(settings.error());
    m_on->setChecked(settings->indexNow.isOn);
    m_more->setVisible(settings->indexNow.isOn);
    m_key->setText(settings->indexNow.key);
    if (!m_endpoint->hasFocus() || !m_endpoint->isModified())
        m_endpoint->setText(settings->indexNow.endpoint.toString());
    if (!m_notice->isRunning())
        showWaiting();
}

void IndexNowField::showWaiting()
{
    const auto batches = notify::NoticeRepository(m_session.workspace().database()).waiting();
    int waiting = 0;
    for (const notify::Batch &batch : batches.value_or(QList<notify::Batch>()))
        waiting += static_cast<int>(batch.urls.size());
    m_waiting->setText(waiting == 0
                           ? tr("Nothing")
                           : tr("%n page(s) that could not be told of yet", nullptr, waiting));
    m_send->setVisible(waiting > 0);
}

void IndexNowField::keep()
{
    auto settings = m_session.workspace().site().settings();
    if (!settings)
        return m_session.showError(settings.error());
    content::IndexNow &indexNow = settings->indexNow;
    const content::IndexNow before = indexNow;
    indexNow.isOn = m_on->isChecked();
    indexNow.endpoint = QUrl(m_endpoint->text().trimmed(), QUrl::StrictMode);
    if (indexNow.isOn && indexNow.key.isEmpty())
        indexNow.key = content::newIndexNowKey();
    if (indexNow == before)
        return;
    if (!store(*settings))
        m_on->setChecked(before.isOn);
}

void IndexNowField::renew()
{
    auto settings = m_session.workspace().site().settings();
    if (!settings)
        return m_session.showError(settings.error());
    settings->indexNow.key = content::newIndexNowKey();
    store(*settings);
}

bool IndexNowField::store(const content::SiteSettings &settings)
{
    return doUndoably(m_session, tr("What search engines are told is stored."),
                      [&] { return m_session.workspace().site().save(settings); });
}

} // namespace kakehashi::ui
