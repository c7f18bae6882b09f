#include "ui/drift/driftpanel.h"

#include "base/file.h"
#include "content/site/siterepository.h"
#include "publish/drift/evidence.h"
#include "publish/serverlookrepository.h"
#include "ui/drift/driftdifference.h"
#include "ui/history/historymodel.h"
#include "ui/remote/serversteps.h"
#include "ui/remote/targetpicker.h"
#include "ui/shell/feature.h"
#include "ui/shell/foldingrow.h"
#include "ui/shell/mark.h"
#include "ui/shell/session.h"
#include "ui/shell/text/person.h"
#include "ui/style/style.h"

#include <QFileDialog>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSplitter>
#include <QSysInfo>
#include <QTextBrowser>
#include <QTreeView>
#include <QVBoxLayout>

namespace kakehashi::ui {
namespace {

constexpr int signSize = 24;

using Kind = publish::Drift::Kind;
using Decision = publish::DriftDecision::Kind;

} // namespace

DriftPanel::DriftPanel(Session &session, std::unique_ptr<security::SecretStore> secrets,
                       QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_steps(new ServerSteps(session, std::move(secrets), this))
    , m_model(new DriftModel(this))
{
    m_steps->setContent(makeContent());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_steps);
    // What was put right is looked at again, so that the list says so.
    connect(m_steps, &ServerSteps::published, this, [this] {
        m_lookedAt = {};
        refresh();
    });
    m_picker->refresh();
    refresh();
}

QWidget *DriftPanel::makeContent()
{
    auto *content = new QWidget(m_steps);
    m_split = new QSplitter(Qt::Vertical, content);
    m_split->setChildrenCollapsible(false);
    makeList();
    m_difference = new QTextBrowser(m_split);
    m_difference->setOpenLinks(false);
    m_difference->setAccessibleName(tr("What differs in the file"));
    m_split->addWidget(m_list);
    m_split->addWidget(m_difference);
    m_split->setStretchFactor(0, 3);
    m_split->setStretchFactor(1, 2);
    m_actions = makeActions(content);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead(content));
    layout->addWidget(m_split, 1);
    layout->addStretch(0);
    layout->addWidget(m_actions);
    return content;
}

QWidget *DriftPanel::makeHead(QWidget *parent)
{
    auto *head = new QWidget(parent);
    auto *title = new QLabel(tr("Is the server as it was published?"), head);
    style::markHeading(title);
    m_picker = new TargetPicker(m_session, head);
    m_check = new QPushButton(tr("Check now"), head);
    m_check->setObjectName(QStringLiteral("check"));
    m_check->setToolTip(tr("Compares names, sizes and times; takes a few seconds"));
    m_checkContent = new QPushButton(tr("Check contents too"), head);
    m_checkContent->setObjectName(QStringLiteral("checkContent"));
    m_checkContent->setToolTip(
        tr("Reads every published file. Only this proves anything: times can be forged"));
    style::markPrimary(m_check);
    m_sign = new QLabel(head);
    m_state = new QLabel(head);
    m_state->setObjectName(QStringLiteral("state"));
    m_state->setWordWrap(true);
    m_last = new QLabel(head);
    style::markMuted(m_last);
    auto *row = headRow(head, {title, m_picker}, {m_check, m_checkContent});
    auto *state = new QHBoxLayout;
    state->addWidget(m_sign);
    state->addWidget(m_state, 1);
    state->addWidget(m_last);
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(2 * style::margin, style::margin, 2 * style::margin, style::margin);
    layout->setSpacing(style::margin);
    layout->addWidget(row);
    layout->addLayout(state);
    using Level = publish::Publisher::Level;
    connect(m_picker, &TargetPicker::targetChanged, this, &DriftPanel::refresh);
    connect(m_check, &QPushButton::clicked, this, [this] { check(Level::Listing); });
    connect(m_checkContent, &QPushButton::clicked, this, [this] { check(Level::Content); });
    return head;
}

void DriftPanel::makeList()
{
    m_list = new QTreeView(m_split);
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setTextElideMode(Qt::ElideMiddle);
    m_list->setAccessibleName(tr("Files that differ"));
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        updateActions();
        showDifference();
    });
}

QWidget *DriftPanel::makeActions(QWidget *parent)
{
    auto *foot = new QWidget(parent);
    foot->setProperty("role", QStringLiteral("strip-bottom"));
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(2 * style::margin, style::gap, 2 * style::margin, style::gap);
    const auto add = [this, foot, layout](const char *name, const QString &text,
                                          const QString &hint, auto &&then) {
        auto *button = new QPushButton(text, foot);
        button->setObjectName(QLatin1String(name));
        button->setToolTip(hint);
        connect(button, &QPushButton::clicked, this, then);
        layout->addWidget(button);
        return button;
    };
    m_restore = add("restore", tr("Put ours back…"),
                    tr("Publishes these files again; what lies there is put aside first"),
                    [this] { restore(); });
    style::markPrimary(m_restore);
    m_adopt = add("adopt", tr("Keep theirs"),
                  tr("Publishing leaves the file as it is now, until you watch it again"),
                  [this] { decide(Decision::Adopt); });
    m_ignore =
        add("ignore", tr("Ignore"), tr("Not reported any more while the file stays as it is now"),
            [this] { decide(Decision::Ignore); });
    m_again = add("again", tr("Watch again"), tr("Takes back what was decided about the file"),
                  [this] { watchAgain(); });
    layout->addStretch(1);
    m_evidence = add("evidence", tr("Evidence file…"),
                     tr("What was found, when and how, with hashes: for the prefecture"),
                     [this] { saveEvidence(); });
    return foot;
}

void DriftPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_picker->refresh();
    refresh();
}

bool DriftPanel::isCurrent() const
{
    return m_picker->hasTarget() && m_lookedAt == m_picker->target().id;
}

void DriftPanel::check(publish::Publisher::Level level)
{
    const publish::Target target = m_picker->target();
    m_steps->run<DriftLook>(
        target, tr("Comparing %1 with what was published").arg(target.name),
        [level](publish::Publisher &publisher, const JobContext &context) {
            return lookForDrift(publisher, level, context);
        },
        [this, target](const DriftLook &look) {
            m_lookedAt = target.id;
            takeLook(look);
        });
}

void DriftPanel::takeLook(const DriftLook &look)
{
    m_look = look;
    refresh();
    int open = 0;
    for (const DriftRow &row : m_model->rows())
        open += row.decision ? 0 : 1;
    publish::DriftRepository watch(m_session.workspace().database());
    if (const auto noted = watch.noteCheck(m_lookedAt, {look.seen, look.level, open}); !noted)
        m_session.showError(noted.error());
    publish::ServerLookRepository looks(m_session.workspace().database());
    if (const auto noted = looks.note(m_lookedAt, look.seen, look.problem); !noted)
        m_session.showError(noted.error());
    refreshState();
    m_session.announceSiteChange();
}

void DriftPanel::refresh()
{
    QList<DriftRow> rows;
    if (isCurrent()) {
        const auto decisions =
            publish::DriftRepository(m_session.workspace().database()).decisions(m_lookedAt);
        if (!decisions)
            m_session.showError(decisions.error());
        rows = driftRows(m_look.drifts, decisions.value_or(QList<publish::DriftDecision>()));
    }
    m_model->setRows(rows);
    m_split->setVisible(!rows.isEmpty());
    m_actions->setVisible(!rows.isEmpty());
    m_list->setColumnWidth(DriftModel::FileColumn, std::max(280, width() / 3));
    for (const int column : {1, 2, 3})
        m_list->resizeColumnToContents(column);
    m_list->setCurrentIndex(m_model->index(0, 0));
    m_check->setEnabled(m_picker->hasTarget());
    m_checkContent->setEnabled(m_picker->hasTarget());
    refreshState();
    updateActions();
    showDifference();
}

void DriftPanel::refreshState()
{
    int open = 0;
    for (const DriftRow &row : m_model->rows())
        open += row.decision ? 0 : 1;
    QString icon = QStringLiteral("info");
    if (!m_picker->hasTarget())
        m_state->setText(tr("There is no server yet to look after."));
    else if (!isCurrent())
        m_state->setText(tr("The server is compared file by file with the last publish. Nothing is "
                            "changed by looking."));
    else if (open > 0)
        m_state->setText(tr("%n file(s) are not as they were published.", nullptr, open));
    else
        m_state->setText(tr("Every published file is as it was published."));
    const QString doubt = isCurrent() ? doubtAbout(m_look) : QString();
    if (!doubt.isEmpty())
        m_state->setText(m_state->text() + u' ' + doubt);
    if (isCurrent())
        icon = open > 0 || !doubt.isEmpty() ? QStringLiteral("warning") : QStringLiteral("success");
    m_sign->setPixmap(mark(icon, markColor(icon), signSize));
    m_last->clear();
    const auto last =
        publish::DriftRepository(m_session.workspace().database()).lastCheck(m_picker->target().id);
    if (!last || !*last)
        return;
    const bool content = (*last)->level == publish::Publisher::Level::Content;
    m_last->setText(content ? tr("Last checked %1, contents too").arg(whenText((*last)->at))
                            : tr("Last checked %1").arg(whenText((*last)->at)));
}

QList<DriftRow> DriftPanel::chosen() const
{
    QList<DriftRow> rows;
    for (const QModelIndex &index : m_list->selectionModel()->selectedRows())
        rows.append(*m_model->row(index.row()));
    return rows;
}

void DriftPanel::updateActions()
{
    bool ours = false;
    bool changed = false;
    bool open = false;
    bool decided = false;
    for (const DriftRow &row : chosen()) {
        ours = ours || row.drift.kind != Kind::Unknown;
        changed = changed || row.drift.kind == Kind::Changed;
        open = open || !row.decision;
        decided = decided || row.decision;
    }
    m_restore->setEnabled(ours);
    m_adopt->setEnabled(changed && open);
    m_ignore->setEnabled(open);
    m_again->setEnabled(decided);
}

void DriftPanel::showDifference()
{
    const DriftRow *row = m_model->row(m_list->currentIndex().row());
    if (row)
        m_difference->setHtml(
            driftDifference(row->drift, m_look.found, m_session.workspace().objects()));
    m_difference->setVisible(row != nullptr);
}

/// A publish of the live state in which only these paths are looked at and put right.
void DriftPanel::restore()
{
    auto state = std::make_shared<publish::Manifest>(m_look.live);
    PublishChoice choice;
    choice.target = m_picker->target();
    for (const DriftRow &row : chosen()) {
        if (row.drift.kind == Kind::Unknown)
            continue;
        choice.options.recheck.insert(row.drift.path);
        choice.options.byPath.insert(row.drift.path, publish::Resolution::TakeOurs);
        state->files[row.drift.path].retired = 0;
    }
    choice.state = state;
    choice.note = tr("This puts files back as they were published. What lies there now is put "
                     "aside on the server, so that it can still be examined.");
    m_steps->publish(choice);
}

void DriftPanel::decide(Decision kind)
{
    publish::DriftRepository watch(m_session.workspace().database());
    for (const DriftRow &row : chosen()) {
        if (kind == Decision::Adopt && row.drift.kind != Kind::Changed)
            continue;
        const auto decided =
            watch.decide({m_lookedAt, row.drift.path, kind, row.drift.found, row.drift.foundHash,
                          personName(), m_session.workspace().clock().now()});
        if (!decided)
            return m_session.showError(decided.error());
    }
    takeLook(m_look);
}

void DriftPanel::watchAgain()
{
    publish::DriftRepository watch(m_session.workspace().database());
    for (const DriftRow &row : chosen()) {
        if (const auto done = watch.forget(m_lookedAt, row.drift.path); !done)
            return m_session.showError(done.error());
    }
    takeLook(m_look);
}

Result<void> DriftPanel::writeEvidence(const QString &file) const
{
    const auto settings = m_session.workspace().site().settings();
    if (!settings)
        return passOn(settings);
    publish::Evidence evidence;
    evidence.siteName = settings->name;
    evidence.siteId = settings->id.toString();
    evidence.target = m_picker->target();
    evidence.manifest = m_look.live.head;
    evidence.level = m_look.level;
    evidence.seen = m_look.seen;
    evidence.person = personName();
    evidence.machine = QSysInfo::machineHostName();
    evidence.drifts = m_look.drifts;
    QString twin = file;
    if (twin.endsWith(QLatin1String(".html")))
        twin.chop(5);
    twin += QLatin1String(".json");
    if (auto done = writeFile(twin, QJsonDocument(publish::toJson(evidence)).toJson()); !done)
        return done;
    return writeFile(file, publish::toHtml(evidence));
}

void DriftPanel::saveEvidence()
{
    const QString name =
        QStringLiteral("evidence-%1.html")
            .arg(m_look.seen.toTimeZone(japanTime()).toString(QStringLiteral("yyyyMMdd-HHmm")));
    const QString file = QFileDialog::getSaveFileName(window(), tr("Save the evidence file"), name,
                                                      tr("Web page (*.html)"));
    if (file.isEmpty())
        return;
    if (const auto written = writeEvidence(file); !written)
        return m_session.showError(written.error());
    m_session.showMessage(
        {Message::Level::Success, tr("The evidence is in %1, and as JSON beside it.").arg(file)});
}

void registerDrift(Registry &registry)
{
    Panel panel;
    panel.id = QStringLiteral("drift");
    panel.title = DriftPanel::tr("Server check");
    panel.icon = QStringLiteral("check");
    panel.order = 94;
    panel.place = PanelPlace::Full;
    panel.make = [](Session &session, QWidget *parent) -> QWidget * {
        return new DriftPanel(session, std::make_unique<security::KeychainSecretStore>(), parent);
    };
    registry.add(panel);
}

} // namespace kakehashi::ui
