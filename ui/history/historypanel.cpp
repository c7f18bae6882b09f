#include "ui/history/historypanel.h"

#include "content/site/siterepository.h"
#include "delivery/resume.h"
#include "notify/noticerepository.h"
#include "notify/searchengines.h"
#include "publish/rollback/fetch.h"
#include "publish/rollback/keptstates.h"
#include "publish/rollback/storedplan.h"
#include "ui/history/entryview.h"
#include "ui/history/recoverycard.h"
#include "ui/history/servertoday.h"
#include "ui/preview/momentwindow.h"
#include "ui/remote/serversteps.h"
#include "ui/remote/targetpicker.h"
#include "ui/shell/background.h"
#include "ui/shell/feature.h"
#include "ui/shell/session.h"
#include "ui/style/style.h"
#include "ui/targets/targetdot.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace kakehashi::ui {
namespace {

constexpr int entriesShown = 500;

} // namespace

HistoryPanel::HistoryPanel(Session &session, std::unique_ptr<security::SecretStore> secrets,
                           QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_steps(new ServerSteps(session, std::move(secrets), this))
    , m_model(new HistoryModel(this))
{
    m_steps->setContent(makeContent());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_steps);
    connect(m_steps, &ServerSteps::published, this, &HistoryPanel::refresh);
    connect(&m_session, &Session::siteChanged, this, [this] {
        if (isVisible())
            refresh();
    });
}

QWidget *HistoryPanel::makeContent()
{
    auto *content = new QWidget(m_steps);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead(content));
    auto *strip = new QHBoxLayout;
    strip->setContentsMargins(2 * style::margin, 0, 2 * style::margin, style::gap);
    m_recovery = new RecoveryCard(content);
    strip->addWidget(m_recovery);
    layout->addLayout(strip);
    m_empty = new QLabel(content);
    m_empty->setContentsMargins(2 * style::margin, style::margin, 2 * style::margin, 0);
    m_empty->setAlignment(Qt::AlignTop);
    m_empty->setWordWrap(true);
    style::markMuted(m_empty);
    layout->addWidget(m_empty, 1);
    m_split = new QSplitter(Qt::Horizontal, content);
    m_split->setChildrenCollapsible(false);
    makeList();
    m_entry = new EntryView(m_session.workspace().objects(), m_split);
    m_split->addWidget(m_list);
    m_split->addWidget(m_entry);
    m_split->setStretchFactor(0, 5);
    m_split->setStretchFactor(1, 4);
    layout->addWidget(m_split, 1);
    connect(m_recovery, &RecoveryCard::chosen, this, &HistoryPanel::recover);
    connect(m_entry, &EntryView::lookRequested, this, &HistoryPanel::look);
    connect(m_entry, &EntryView::backRequested, this, &HistoryPanel::goBack);
    return content;
}

QWidget *HistoryPanel::makeHead(QWidget *parent)
{
    auto *head = new QWidget(parent);
    auto *title = new QLabel(tr("History of publishing"), head);
    style::markHeading(title);
    m_picker = new TargetPicker(m_session, head);
    m_ask = new QPushButton(tr("Ask the server too"), head);
    m_ask->setObjectName(QStringLiteral("askServer"));
    m_ask->setToolTip(tr("Also lists what was published from other computers"));
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(2 * style::margin, style::margin, 2 * style::margin, style::margin);
    layout->addWidget(title);
    layout->addSpacing(style::margin);
    layout->addWidget(m_picker);
    layout->addStretch(1);
    layout->addWidget(m_ask);
    connect(m_picker, &TargetPicker::targetChanged, this, &HistoryPanel::refresh);
    connect(m_ask, &QPushButton::clicked, this, &HistoryPanel::askServer);
    return head;
}

void HistoryPanel::makeList()
{
    m_list = new QTreeView(m_split);
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAccessibleName(tr("Earlier publishes"));
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(HistoryModel::FilesColumn, QHeaderView::Stretch);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &HistoryPanel::showCurrent);
}

void HistoryPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_picker->refresh();
    refresh();
}

void HistoryPanel::refresh()
{
    const bool any = m_picker->hasTarget();
    const publish::Target target = m_picker->target();
    QList<HistoryRow> rows;
    if (any) {
        const publish::HistoryRepository history(m_session.workspace().database());
        const auto entries = history.list(target.id, entriesShown);
        if (!entries)
            m_session.showError(entries.error());
        const publish::KeptStates kept(journalFolder(m_session), target);
        rows = joinHistory(entries.value_or(QList<publish::HistoryEntry>()),
                           m_serverOf == target.id ? m_onServer : QList<publish::Manifest>(),
                           kept.generations());
        m_recovery->showFor(journalFolder(m_session), target);
    } else {
        m_recovery->hide();
    }
    m_model->setRows(rows, targetDot(target.color));
    m_ask->setEnabled(any);
    m_empty->setText(any ? tr("Nothing was published to %1 yet. Each publish will be listed here: "
                              "who, when, and what exactly.")
                               .arg(target.name)
                         : tr("There is no server yet to publish to. Set one up under Targets."));
    m_empty->setVisible(rows.isEmpty());
    m_split->setVisible(!rows.isEmpty());
    for (int column = 0; column < HistoryModel::Count; ++column) {
        if (column != HistoryModel::FilesColumn)
            m_list->resizeColumnToContents(column);
    }
    const bool anyApproval = std::any_of(
        rows.cbegin(), rows.cend(), [](const HistoryRow &row) { return !row.approval.isEmpty(); });
    m_list->setColumnHidden(HistoryModel::ApprovalColumn, !anyApproval);
    m_list->setCurrentIndex(m_model->index(0, 0));
}

const HistoryRow *HistoryPanel::current() const
{
    return m_model->row(m_list->currentIndex().row());
}

void HistoryPanel::showCurrent()
{
    const HistoryRow *row = current();
    if (!row)
        return;
    publish::Plan plan;
    if (row->entry) {
        const publish::HistoryRepository history(m_session.workspace().database());
        const auto entry = history.entry(row->entry->id);
        if (!entry)
            m_session.showError(entry.error());
        else
            plan = publish::planFromStored(entry->plan);
    }
    m_entry->showRow(*row, plan, row->entry ? toldOf(row->entry->id) : QString());
}

QString HistoryPanel::toldOf(const Ulid &publish) const
{
    workspace::Workspace &site = m_session.workspace();
    const auto notice = notify::NoticeRepository(site.database()).latestOf(publish);
    const auto settings = site.site().settings();
    return notice && *notice && settings ? notify::sentenceOf(**notice, *settings) : QString();
}

void HistoryPanel::askServer()
{
    using Manifests = QList<publish::Manifest>;
    const publish::Target target = m_picker->target();
    m_steps->run<Manifests>(
        target, tr("Asking %1 what it keeps").arg(target.name),
        [](publish::Publisher &publisher, const JobContext &context) {
            return publisher.generations(context);
        },
        [this, target](const Manifests &manifests) {
            m_onServer = manifests;
            m_serverOf = target.id;
            refresh();
        });
}

void HistoryPanel::recover(publish::Publisher::Direction direction)
{
    const publish::Target target = m_picker->target();
    m_steps->run<delivery::Resumed>(
        target, tr("Settling the cut-off publish to %1").arg(target.name),
        [direction, target, folder = m_session.workspace().folder()](publish::Publisher &publisher,
                                                                     const JobContext &context) {
            return delivery::resume(publisher, folder, target, direction, context);
        },
        [this, target](const delivery::Resumed &resumed) {
            m_onServer = resumed.kept;
            m_serverOf = target.id;
            m_session.showMessage({Message::Level::Success, recoveryText(resumed.recovery)});
            refresh();
            m_session.announceSiteChange();
        });
}

/// From the server's list, from this machine, or else by asking the server now.
void HistoryPanel::withState(const WithState &use)
{
    const HistoryRow *row = current();
    if (!row)
        return;
    if (row->state)
        return use(row->state);
    const publish::Target target = m_picker->target();
    const auto kept =
        publish::KeptStates(journalFolder(m_session), target).manifest(row->generation);
    if (kept && kept->head.transaction == row->transaction)
        return use(std::make_shared<const publish::Manifest>(*kept));
    m_steps->run<publish::Manifest>(
        target, tr("Asking %1 what it keeps").arg(target.name),
        [transaction = row->transaction, generation = row->generation](
            publish::Publisher &publisher, const JobContext &context) -> Result<publish::Manifest> {
            const auto manifests = publisher.generations(context);
            if (!manifests)
                return passOn(manifests);
            for (const publish::Manifest &manifest : *manifests) {
                if (manifest.head.transaction == transaction)
                    return manifest;
            }
            return fail(ErrorCode::NotFound,
                        tr("Publish %1 is kept neither on this computer nor on the server any "
                           "more. Newer ones can be gone back to.")
                            .arg(generation));
        },
        [use](const publish::Manifest &manifest) {
            use(std::make_shared<const publish::Manifest>(manifest));
        });
}

void HistoryPanel::look()
{
    withState([this](const std::shared_ptr<const publish::Manifest> &state) {
        render::ObjectStore *objects = &m_session.workspace().objects();
        const auto open = [this, state, objects] {
            MomentWindow::open(tr("The site of %1").arg(whenText(state->head.published)), state,
                               *objects, this);
        };
        if (publish::missingIn(*state, *objects).isEmpty())
            return open();
        m_steps->run<bool>(
            m_picker->target(), tr("Fetching the files of that moment"),
            [state, objects](publish::Publisher &publisher,
                             const JobContext &context) -> Result<bool> {
                const auto done = publisher.fetchMissing(*state, *objects, *objects, context);
                return done ? Result<bool>(true) : Result<bool>(passOn(done));
            },
            [open](bool) { open(); });
    });
}

void HistoryPanel::goBack()
{
    withState([this](const std::shared_ptr<const publish::Manifest> &state) {
        PublishChoice choice;
        choice.target = m_picker->target();
        choice.state = state;
        choice.note = tr("This goes back to publish %1 of %2. Texts in this program stay as they "
                         "are: the next ordinary publish sends the newest state again. Going back "
                         "is a publish like any other and can be gone back from.")
                          .arg(state->head.generation)
                          .arg(whenText(state->head.published));
        m_steps->publish(choice);
    });
}

void registerHistory(Registry &registry)
{
    Panel panel;
    panel.id = QStringLiteral("history");
    panel.title = HistoryPanel::tr("History");
    panel.icon = QStringLiteral("history");
    panel.order = 92;
    panel.place = PanelPlace::Full;
    panel.make = [](Session &session, QWidget *parent) -> QWidget * {
        return new HistoryPanel(session, std::make_unique<security::KeychainSecretStore>(), parent);
    };
    registry.add(panel);
    // Who opens the site hears of a publish that was cut off wherever the window begins.
    registry.addCompanion([](Session &session) {
        runInBackground(
            *new QThreadPool(&session), &session, // waited for when the site is closed
            [folder = session.workspace().folder(), &clock = session.workspace().clock()] {
                const auto own = workspace::OwnStores::open(folder, clock);
                return own ? QList<TodayGroup>{serverConcerns({(*own)->stores(), 0})}
                           : QList<TodayGroup>();
            },
            [&session](const QList<TodayGroup> &groups) { tellNews(session, groups); });
    });
}

} // namespace kakehashi::ui
