#include "ui/banner/bannerpanel.h"

#include "banner/bannerrepository.h"
#include "ui/banner/bannerform.h"
#include "ui/shell/feature.h"
#include "ui/shell/rowdelegate.h"
#include "ui/shell/session.h"
#include "ui/shell/undoable.h"
#include "ui/shell/unfinished.h"
#include "ui/style/style.h"

#include <QHeaderView>
#include <QHideEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace kakehashi::ui {

BannerPanel::BannerPanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_table(new QTableWidget(this))
    , m_form(new BannerForm(session, this))
{
    m_table->setColumnCount(4);
    m_table->setHorizontalHeaderLabels({tr("Title"), tr("Place"), tr("Leads to"), tr("State")});
    for (const int column : {0, 2}) // title and target share what is left
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->hide();
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setShowGrid(false);
    m_table->setAccessibleName(tr("Banners"));
    auto *form = new QScrollArea(this); // a low window shows a part of it
    form->setWidgetResizable(true);
    form->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    form->setWidget(m_form);
    form->setMinimumWidth(340);

    auto *splitter = new QSplitter(this);
    splitter->setHandleWidth(1);
    splitter->addWidget(m_table);
    splitter->addWidget(form);
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({860, 380});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHeader());
    layout->addWidget(splitter, 1);
    setFocusProxy(m_table);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &BannerPanel::showCurrent);
    connect(m_form, &BannerForm::stored, this, &BannerPanel::store);
    connect(m_form, &BannerForm::removed, this, &BannerPanel::remove);
    connect(&session, &Session::siteChanged, this, &BannerPanel::reload);
    Unfinished::of(session).add(this, [this] { return keepQuietly(); });
    reload();
}

BannerPanel::~BannerPanel()
{
    keepQuietly();
}

void BannerPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (!event->spontaneous() && m_form->isEdited() && keepQuietly().isEmpty())
        m_session.showMessage(
            {Message::Level::Success, tr("“%1” is stored.").arg(m_form->banner().title)});
}

/// Nobody is asked; a sentence about what cannot be stored.
QString BannerPanel::keepQuietly()
{
    if (!m_form->isEdited())
        return {};
    const auto saved = m_session.workspace().banners().save(withPosition(m_form->typed()));
    if (!saved)
        return tr("A banner is not stored yet: %1").arg(saved.error().text);
    m_current = saved->id;
    m_isNew = false;
    m_form->showBanner(*saved);
    return {};
}

/// Before another banner takes the form. What is refused stays in it, and the message says why.
bool BannerPanel::leaveForm()
{
    return !m_form->isEdited() || store(m_form->typed());
}

void BannerPanel::markCurrent()
{
    const QSignalBlocker quiet(m_table);
    m_table->clearSelection();
    for (int row = 0; row < m_table->rowCount() && !m_isNew; ++row) {
        if (m_banners.at(row).id == m_current)
            m_table->selectRow(row);
    }
}

QWidget *BannerPanel::makeHeader()
{
    auto *header = new QWidget(this);
    style::markStrip(header);
    auto *name = new QLabel(tr("Banners"), header);
    style::markHeading(name);
    auto *layout = new QHBoxLayout(header);
    layout->setContentsMargins(style::margin, style::gap, style::margin, style::gap);
    layout->addWidget(name, 1);
    const auto addTool = [&](const QString &icon, const QString &text, int by) {
        auto *button = new QToolButton(header);
        button->setIcon(style::icon(icon));
        button->setToolTip(text);
        button->setAccessibleName(text);
        connect(button, &QToolButton::clicked, this, [this, by] { move(by); });
        layout->addWidget(button);
    };
    addTool(QStringLiteral("up"), tr("Earlier in its place"), -1);
    addTool(QStringLiteral("down"), tr("Later in its place"), 1);
    auto *add = new QPushButton(style::icon(QStringLiteral("new")), tr("New banner"), header);
    layout->addWidget(add);
    connect(add, &QPushButton::clicked, this, &BannerPanel::startNew);
    return header;
}

void BannerPanel::startNew()
{
    if (!leaveForm())
        return;
    m_isNew = true;
    m_current = {};
    m_table->clearSelection();
    m_form->setEnabled(true);
    banner::Banner fresh;
    fresh.placement = QStringLiteral("home");
    m_form->showBanner(fresh);
    m_form->setFocus();
}

void BannerPanel::reload()
{
    const auto banners = m_session.workspace().banners().list();
    if (!banners)
        return m_session.showError(banners.error());
    m_banners = *banners;
    m_table->setRowCount(static_cast<int>(m_banners.size()));
    for (int row = 0; row < m_table->rowCount(); ++row)
        showRow(row);
    m_table->resizeColumnsToContents();
    m_table->setWordWrap(false); // addresses would break at each slash
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_form->setEnabled(!m_banners.isEmpty() || m_isNew);
    selectCurrent();
}

/// News of the site comes at any time, such as of a picture's text that is given in the form
/// itself: what is typed there stays.
void BannerPanel::selectCurrent()
{
    if (m_isNew || m_banners.isEmpty())
        return;
    int current = 0;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        if (m_banners.at(row).id == m_current)
            current = row;
    }
    const banner::Banner &banner = m_banners.at(current);
    const bool keepsTyped = banner.id == m_form->banner().id && m_form->isEdited();
    {
        const QSignalBlocker quiet(m_table);
        m_table->selectRow(current);
    }
    if (!keepsTyped)
        showCurrent();
}

void BannerPanel::showRow(int row)
{
    const banner::Banner &banner = m_banners.at(row);
    const QString texts[] = {banner.title, placementText(banner.placement), banner.target,
                             stateOf(banner)};
    int column = 0;
    for (const QString &text : texts)
        m_table->setItem(row, column++, new QTableWidgetItem(text));
}

QString BannerPanel::stateOf(const banner::Banner &banner) const
{
    const QDateTime now = m_session.workspace().clock().now();
    if (!banner.enabled)
        return tr("Off");
    if (banner.isShownAt(now))
        return tr("Shown");
    return banner.opens.isValid() && now < banner.opens ? tr("Later") : tr("Over");
}

void BannerPanel::showCurrent()
{
    const QList<QTableWidgetItem *> chosen = m_table->selectedItems();
    if (chosen.isEmpty())
        return;
    const banner::Banner banner = m_banners.at(chosen.constFirst()->row());
    if (banner.id != m_form->banner().id && !leaveForm())
        return markCurrent();
    m_current = banner.id;
    m_isNew = false;
    m_form->showBanner(banner);
}

/// It may have been moved since the form was filled.
banner::Banner BannerPanel::withPosition(banner::Banner typed) const
{
    for (const banner::Banner &each : std::as_const(m_banners)) {
        if (each.id == typed.id)
            typed.position = each.position;
    }
    return typed;
}

bool BannerPanel::store(const banner::Banner &typed)
{
    const banner::Banner banner = withPosition(typed);
    banner::Banner stored;
    const bool isStored =
        doUndoably(m_session, tr("“%1” is stored.").arg(banner.title), [&]() -> Result<void> {
            const auto saved = m_session.workspace().banners().save(banner);
            if (!saved)
                return passOn(saved);
            stored = *saved;
            return {};
        });
    if (!isStored)
        return false;
    m_current = stored.id;
    m_isNew = false;
    m_form->showBanner(stored);
    return true;
}

void BannerPanel::remove(const banner::Banner &banner)
{
    m_form->showBanner(banner); // what was typed goes with it
    if (banner.id.isNull()) {
        m_isNew = false;
        return reload();
    }
    doUndoably(m_session, tr("“%1” is deleted.").arg(banner.title),
               [&] { return m_session.workspace().banners().remove(banner.id); });
}

void BannerPanel::move(int by)
{
    QList<Ulid> order;
    qsizetype at = -1;
    QString placement;
    for (const banner::Banner &banner : std::as_const(m_banners)) {
        if (banner.id == m_current)
            placement = banner.placement;
    }
    for (const banner::Banner &banner : std::as_const(m_banners)) {
        if (banner.placement != placement)
            continue;
        if (banner.id == m_current)
            at = order.size();
        order << banner.id;
    }
    if (at < 0 || at + by < 0 || at + by >= order.size())
        return;
    order.swapItemsAt(at, at + by);
    doUndoably(m_session, tr("The banners have another order."),
               [&] { return m_session.workspace().banners().reorder(order); });
}

void registerBanners(Registry &registry)
{
    registry.add({.id = QStringLiteral("banners"),
                  .title = BannerPanel::tr("Banners"),
                  .icon = QStringLiteral("banner"),
                  .order = 50,
                  .make = [](Session &session, QWidget *parent) -> QWidget * {
                      return new BannerPanel(session, parent);
                  }});
}

} // namespace kakehashi::ui
