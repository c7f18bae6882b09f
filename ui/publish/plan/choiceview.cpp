#include "ui/publish/plan/choiceview.h"

#include "publish/sentrepository.h"
#include "publish/targetrepository.h"
#include "ui/publish/plan/wording.h"
#include "ui/shell/sitereading.h"
#include "ui/shell/text/datetext.h"
#include "ui/style/style.h"
#include "ui/targets/targetdot.h"

#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QStringListModel>
#include <QVBoxLayout>

namespace kakehashi::ui {
namespace {

constexpr int idRole = Qt::UserRole;
constexpr int historyShown = 20;

QString historyText(const publish::HistoryEntry &entry)
{
    const QString when = whenText(entry.at);
    return ChoiceView::tr("%1  %2 — %3 new, %4 changed, %5 removed, %6")
        .arg(when, entry.author)
        .arg(entry.added)
        .arg(entry.replaced)
        .arg(entry.removed)
        .arg(bytesText(entry.bytesSent));
}

/// A list that is as high as its rows, up to a limit: the column scrolls, not a list in it.
void fitHeight(QListWidget *list, int most)
{
    const int rows = std::clamp(list->count(), 1, most);
    const int row = std::max(style::rowHeight - 2, list->sizeHintForRow(0));
    list->setFixedHeight(rows * row + 2 * list->frameWidth() + 4);
}

} // namespace

ChoiceView::ChoiceView(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_target(new QComboBox(this))
    , m_place(new QLabel(this))
    , m_pages(new QListWidget(this))
    , m_noPages(new QLabel(this))
    , m_history(new QListWidget(this))
    , m_historyTitle(new QLabel(tr("Earlier publishes"), this))
    , m_plan(new QPushButton(tr("See the plan"), this))
    , m_approval(new QLineEdit(this))
    , m_approvals(new QStringListModel(this))
{
    auto *title = new QLabel(tr("Publish"), this);
    style::markHeading(title);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(style::gap);
    layout->addWidget(title);
    layout->addWidget(makeTargetRow());
    layout->addWidget(m_place);
    style::markMuted(m_place);
    makePages(layout);
    layout->addWidget(makeApprovalRow());
    m_plan->setObjectName(QStringLiteral("plan"));
    style::markPrimary(m_plan);
    layout->addSpacing(style::gap);
    layout->addWidget(m_plan, 0, Qt::AlignLeft);
    makeHistory(layout);
    layout->addStretch(1);
    connect(m_plan, &QPushButton::clicked, this, [this] {
        if (hasTarget())
            Q_EMIT planRequested();
        else
            Q_EMIT targetsRequested();
    });
}

QWidget *ChoiceView::makeTargetRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, style::gap, 0, 0);
    auto *label = new QLabel(tr("&To"), row);
    label->setBuddy(m_target);
    m_target->setMinimumWidth(280);
    m_target->setAccessibleName(tr("Where to publish"));
    auto *settings = new QPushButton(tr("Targets…"), row);
    settings->setFlat(true);
    layout->addWidget(label);
    layout->addWidget(m_target);
    layout->addWidget(settings);
    layout->addStretch(1);
    connect(settings, &QPushButton::clicked, this, &ChoiceView::targetsRequested);
    connect(m_target, &QComboBox::currentIndexChanged, this, [this] {
        refreshPages();
        refreshHistory();
        updateButton();
    });
    return row;
}

void ChoiceView::makePages(QVBoxLayout *layout)
{
    m_tickers = new QWidget(this);
    auto *row = new QHBoxLayout(m_tickers);
    row->setContentsMargins(0, style::margin, 0, 0);
    auto *title = new QLabel(tr("Pages with new text"), m_tickers);
    auto *all = new QPushButton(tr("Tick all"), m_tickers);
    auto *none = new QPushButton(tr("Clear all"), m_tickers);
    all->setFlat(true);
    none->setFlat(true);
    row->addWidget(title);
    row->addStretch(1);
    row->addWidget(all);
    row->addWidget(none);
    layout->addWidget(m_tickers);
    m_pages->setObjectName(QStringLiteral("pages"));
    m_pages->setAccessibleName(title->text());
    m_pages->setProperty("role", QStringLiteral("boxed"));
    layout->addWidget(m_pages);
    m_noPages->setWordWrap(true);
    style::markMuted(m_noPages);
    layout->addWidget(m_noPages);
    connect(all, &QPushButton::clicked, this, [this] { tickAll(true); });
    connect(none, &QPushButton::clicked, this, [this] { tickAll(false); });
    connect(m_pages, &QListWidget::itemChanged, this, [this](QListWidgetItem *item) {
        m_ticks.insert(Ulid::fromString(item->data(idRole).toString()),
                       item->checkState() == Qt::Checked);
    });
    connect(m_pages, &QListWidget::itemDoubleClicked, this, [this](QListWidgetItem *item) {
        Q_EMIT pageRequested(Ulid::fromString(item->data(idRole).toString()));
    });
}

/// 承認: optional, since not every office numbers its decisions.
QWidget *ChoiceView::makeApprovalRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, style::margin, 0, 0);
    auto *label = new QLabel(tr("&Approval"), row);
    label->setBuddy(m_approval);
    m_approval->setObjectName(QStringLiteral("approval"));
    m_approval->setPlaceholderText(tr("Decision number, who approved it (may stay empty)"));
    m_approval->setClearButtonEnabled(true);
    m_approval->setMaximumWidth(480);
    auto *completer = new QCompleter(m_approvals, m_approval);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_approval->setCompleter(completer);
    layout->addWidget(label);
    layout->addWidget(m_approval, 1);
    layout->addStretch(1);
    return row;
}

void ChoiceView::makeHistory(QVBoxLayout *layout)
{
    m_historyTitle->setContentsMargins(0, style::margin, 0, 0);
    layout->addWidget(m_historyTitle);
    m_history->setAccessibleName(m_historyTitle->text());
    m_history->setSelectionMode(QAbstractItemView::NoSelection);
    m_history->setProperty("role", QStringLiteral("boxed"));
    layout->addWidget(m_history);
}

void ChoiceView::refresh()
{
    refreshTargets();
    refreshPages();
    refreshHistory();
    updateButton();
}

void ChoiceView::refreshTargets()
{
    const QString chosen = m_target->currentData().toString();
    const auto targets = publish::TargetRepository(m_session.workspace().database()).all();
    if (!targets)
        m_session.showError(targets.error());
    m_targets = targets.value_or(QList<publish::Target>());
    const QSignalBlocker quiet(m_target);
    m_target->clear();
    for (const publish::Target &target : std::as_const(m_targets))
        m_target->addItem(targetDot(target.color), target.name, target.id.toString());
    m_target->setCurrentIndex(std::max(0, m_target->findData(chosen)));
    m_target->parentWidget()->setVisible(!m_targets.isEmpty());
}

/// What waits to be published, and what the target was sent of it.
Result<ChoiceView::Waiting> ChoiceView::waiting(const workspace::SiteStores &site,
                                                const std::optional<Ulid> &target)
{
    Waiting waiting;
    if (target) {
        const auto sent = publish::SentRepository(site.database).revisions(*target);
        if (!sent)
            return passOn(sent);
        waiting.sent = *sent;
    }
    const auto pages = site.pages.list();
    if (!pages)
        return passOn(pages);
    for (const content::PageEntry &entry : *pages) {
        const content::PageState state = content::stateOf(entry.page);
        if (state == content::PageState::Draft || state == content::PageState::Changed ||
            entry.hasDraft)
            waiting.pages.append(entry);
    }
    return waiting;
}

void ChoiceView::refreshPages()
{
    const auto target =
        hasTarget() ? std::optional(m_targets.at(m_target->currentIndex()).id) : std::nullopt;
    readWithoutWaiting(
        m_session, this,
        [target](const workspace::SiteStores &site) { return waiting(site, target); },
        [this, reading = ++m_reading](const Result<Waiting> &read) {
            if (reading == m_reading)
                showPages(read);
        });
}

void ChoiceView::showPages(const Result<Waiting> &read)
{
    if (!read)
        m_session.showError(read.error());
    const QSignalBlocker quiet(m_pages);
    const Waiting waiting = read.value_or(Waiting());
    m_pages->clear();
    m_sent = waiting.sent;
    for (const content::PageEntry &entry : waiting.pages)
        addPage(entry);
    const bool any = m_pages->count() > 0;
    m_pages->setVisible(any);
    m_tickers->setVisible(any);
    m_noPages->setVisible(!any);
    m_noPages->setText(tr("No page has new text. Changed menus, banners and figures are in the "
                          "plan all the same."));
    fitHeight(m_pages, 12);
}

void ChoiceView::addPage(const content::PageEntry &entry)
{
    const bool fresh = content::stateOf(entry.page) == content::PageState::Draft;
    auto *item = new QListWidgetItem(m_pages);
    item->setText(fresh ? tr("%1   %2   new, never published").arg(entry.title, entry.page.path)
                        : tr("%1   %2").arg(entry.title, entry.page.path));
    item->setData(idRole, entry.page.id.toString());
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    // A page that was never public goes out only when somebody says so: an award's result must
    // not appear a day early because another page was corrected.
    // A rehearsal that has this text already need not get it again.
    const bool isThere = m_sent.value(entry.page.id) == entry.page.working && !entry.hasDraft;
    if (isThere)
        item->setText(tr("%1   (is on %2 already)").arg(item->text(), m_target->currentText()));
    const bool ticked = m_ticks.value(entry.page.id, !fresh && !isThere);
    item->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
    item->setToolTip(tr("Double-click opens the page"));
}

void ChoiceView::refreshHistory()
{
    m_history->clear();
    if (hasTarget()) {
        const publish::HistoryRepository history(m_session.workspace().database());
        const auto entries = history.list(choice().target.id, historyShown);
        if (!entries)
            m_session.showError(entries.error());
        QStringList approvals;
        for (const publish::HistoryEntry &entry :
             entries.value_or(QList<publish::HistoryEntry>())) {
            m_history->addItem(historyText(entry));
            approvals.append(entry.approval);
        }
        approvals.removeAll(QString());
        approvals.removeDuplicates();
        m_approvals->setStringList(approvals);
    }
    const bool any = m_history->count() > 0;
    m_history->setVisible(any);
    m_historyTitle->setVisible(any);
    fitHeight(m_history, 8);
}

bool ChoiceView::hasTarget() const
{
    return m_target->currentIndex() >= 0 && m_target->currentIndex() < m_targets.size();
}

PublishChoice ChoiceView::choice() const
{
    PublishChoice choice;
    if (hasTarget())
        choice.target = m_targets[m_target->currentIndex()];
    choice.approval = m_approval->text().simplified();
    for (int row = 0; row < m_pages->count(); ++row) {
        const QListWidgetItem *item = m_pages->item(row);
        if (item->checkState() == Qt::Checked)
            choice.pages.insert(Ulid::fromString(item->data(idRole).toString()));
    }
    return choice;
}

void ChoiceView::forgetApproval()
{
    m_approval->clear();
}

void ChoiceView::updateButton()
{
    const bool ready = hasTarget();
    m_plan->setText(ready ? tr("See the plan") : tr("Set up where to publish"));
    m_place->setText(ready ? choice().target.place() : tr("There is no server yet to publish to."));
}

void ChoiceView::tickAll(bool on)
{
    for (int row = 0; row < m_pages->count(); ++row)
        m_pages->item(row)->setCheckState(on ? Qt::Checked : Qt::Unchecked);
}

} // namespace kakehashi::ui
