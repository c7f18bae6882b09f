#include "ui/check/checkpanel.h"

#include "ui/check/findingtext.h"
#include "ui/check/list/filterbar.h"
#include "ui/check/running/sitewatch.h"
#include "ui/publish/plan/wording.h"
#include "ui/shell/elidedlabel.h"
#include "ui/shell/foldingrow.h"
#include "ui/shell/mark.h"
#include "ui/shell/session.h"
#include "ui/shell/text/datetext.h"
#include "ui/style/style.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTextBrowser>
#include <QTreeView>

namespace kakehashi::ui {
namespace {

constexpr int barSteps = 1000;
constexpr int signSize = 40;
constexpr int detailHeight = 170;
constexpr int settleTime = 700; ///< ms after a change before the site is checked again
/// Larger lists begin closed: opening thousands of rows takes its time.
constexpr int openRows = 2000;

QHBoxLayout *addGroup(FoldingRow *row)
{
    auto *group = new QWidget(row);
    auto *line = new QHBoxLayout(group);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(style::gap);
    row->add(group);
    return line;
}

} // namespace

CheckPanel::CheckPanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_check(new SiteCheck(session, this))
    , m_model(new FindingModel(this))
{
    m_worker.setMaxThreadCount(1);
    m_filter = new FilterBar(this);
    m_content = new QStackedWidget(this);
    m_content->addWidget(makeList());
    m_content->addWidget(makeEmpty());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(makeProgress());
    layout->addWidget(m_filter);
    layout->addWidget(m_content, 1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(settleTime);
    connect(&m_soon, &QTimer::timeout, this, &CheckPanel::checkWhenStale);
    connect(m_filter, &FilterBar::changed, this, &CheckPanel::showRows);
    const auto becomeStale = [this] {
        m_stale = true;
        showState();
        if (isVisible())
            m_soon.start();
    };
    connect(&session, &Session::siteChanged, this, becomeStale);
    connect(&session, &Session::pageSaved, this, becomeStale);
    connectCheck();
    showCurrent();
    showState();
}

CheckPanel::~CheckPanel()
{
    m_mending.cancel();
    m_worker.waitForDone();
}

QWidget *CheckPanel::makeHead()
{
    auto *head = new FoldingRow(this);
    auto *title = new QLabel(tr("Check"), head);
    style::markHeading(title);
    m_state = new ElidedLabel(head);
    m_state->setObjectName(QStringLiteral("state"));
    style::markMuted(m_state);
    auto *what = new QWidget(head);
    auto *line = new QHBoxLayout(what);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(title);
    line->addWidget(m_state, 1);
    head->add(what, 1);
    QHBoxLayout *layout = addGroup(head);
    head->setContentsMargins(2 * style::margin, style::margin, 2 * style::margin, style::gap);
    m_again = addButton(layout, "again", tr("Check again"), tr("Checks all pages as they are now"),
                        &CheckPanel::begin);
    m_outside = addButton(layout, "outside", tr("Ask other sites"),
                          tr("Whether the links to other sites still lead anywhere. One request "
                             "a second and site, so it takes a while"),
                          &CheckPanel::askOutside);
    addButton(layout, "rules", tr("Rules and terms…"),
              tr("What this site's check looks for, and its own spelling"), &CheckPanel::decide);
    m_export = addButton(layout, "export", tr("Save the list…"),
                         tr("As a table (CSV) of what is listed now"), &CheckPanel::exportList);
    return head;
}

QPushButton *CheckPanel::addButton(QHBoxLayout *layout, const char *name, const QString &text,
                                   const QString &hint, void (CheckPanel::*then)())
{
    auto *button = new QPushButton(text, layout->parentWidget());
    button->setObjectName(QLatin1String(name));
    button->setToolTip(hint);
    connect(button, &QPushButton::clicked, this, then);
    layout->addWidget(button);
    return button;
}

QWidget *CheckPanel::makeProgress()
{
    m_progress = new QWidget(this);
    m_progressText = new QLabel(m_progress);
    style::markMuted(m_progressText);
    m_bar = new QProgressBar(m_progress);
    m_bar->setTextVisible(false);
    m_bar->setAccessibleName(tr("Check"));
    auto *cancel = new QPushButton(tr("Cancel"), m_progress);
    cancel->setObjectName(QStringLiteral("cancel"));
    connect(cancel, &QPushButton::clicked, this, [this] {
        m_check->cancel();
        m_mending.cancel();
        if (m_prober)
            m_prober->cancel();
    });
    auto *layout = new QHBoxLayout(m_progress);
    layout->setContentsMargins(2 * style::margin, 0, 2 * style::margin, style::gap);
    layout->setSpacing(style::margin);
    layout->addWidget(m_bar, 1);
    layout->addWidget(m_progressText);
    layout->addWidget(cancel);
    m_progress->hide();
    return m_progress;
}

QWidget *CheckPanel::makeList()
{
    auto *split = new QSplitter(Qt::Vertical, this);
    split->setChildrenCollapsible(false);
    m_list = new QTreeView(split);
    m_list->setModel(m_model);
    m_list->setAccessibleName(tr("Problems of the site"));
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(FindingModel::TextColumn, QHeaderView::Stretch);
    m_list->header()->resizeSection(FindingModel::RuleColumn, 200);
    m_list->header()->resizeSection(FindingModel::FixColumn, 180);
    split->addWidget(m_list);
    split->addWidget(makeDetail());
    split->setStretchFactor(0, 1);
    setFocusProxy(m_list);
    connect(m_list, &QTreeView::doubleClicked, this, &CheckPanel::open);
    connect(m_list, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (m_model->row(index))
            open();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &CheckPanel::showCurrent);
    return split;
}

QWidget *CheckPanel::makeDetail()
{
    auto *detail = new QWidget(this);
    m_detail = new QTextBrowser(detail);
    m_detail->setFrameShape(QFrame::NoFrame);
    m_detail->setOpenLinks(false);
    m_detail->setAccessibleName(tr("What, why and how to mend it"));
    m_detail->document()->setDocumentMargin(style::margin);
    auto *buttons = new FoldingRow(detail);
    buttons->setProperty("role", QStringLiteral("strip-bottom"));
    buttons->setContentsMargins(2 * style::margin, style::gap, 2 * style::margin, style::gap);
    QHBoxLayout *row = addGroup(buttons);
    m_open =
        addButton(row, "open", tr("Open the page"), tr("At the place (Enter)"), &CheckPanel::open);
    style::markPrimary(m_open);
    m_mend = addButton(row, "mend", tr("Mend"), tr("What is selected, where that is sure"),
                       &CheckPanel::mendCurrent);
    m_mendRule = addButton(row, "mendRule", tr("Mend all of this rule…"),
                           tr("On all pages, after a look at what changes"), &CheckPanel::mendRule);
    row->addStretch(1);
    row = addGroup(buttons);
    m_except = addButton(row, "except", tr("Make an exception…"),
                         tr("Lets it be published all the same; asks for the reason"),
                         &CheckPanel::except);
    m_revoke = addButton(row, "revoke", tr("Take the exception back"),
                         tr("It stops the next publish again"), &CheckPanel::revoke);
    auto *layout = new QVBoxLayout(detail);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_detail, 1);
    layout->addWidget(buttons);
    detail->setMinimumHeight(detailHeight);
    return detail;
}

QWidget *CheckPanel::makeEmpty()
{
    auto *empty = new QWidget(this);
    auto *sign = new QLabel(empty);
    sign->setPixmap(
        mark(QStringLiteral("success"), markColor(QStringLiteral("success")), signSize));
    sign->setAlignment(Qt::AlignCenter);
    m_emptyText = new QLabel(empty);
    m_emptyText->setObjectName(QStringLiteral("empty"));
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setWordWrap(true);
    auto *layout = new QVBoxLayout(empty);
    layout->addStretch(2);
    layout->addWidget(sign);
    layout->addWidget(m_emptyText);
    layout->addStretch(3);
    return empty;
}

void CheckPanel::connectCheck()
{
    connect(m_check, &SiteCheck::started, this, [this] {
        m_bar->setRange(0, 0);
        m_progressText->clear();
        m_progress->show();
        showState();
    });
    connect(m_check, &SiteCheck::progressed, this, &CheckPanel::showProgress);
    connect(m_check, &SiteCheck::finished, this, &CheckPanel::take);
    connect(m_check, &SiteCheck::failed, this, [this](const Error &error) {
        m_progress->hide();
        m_session.showError(error);
        showState();
    });
}

void CheckPanel::showProgress(const Progress &progress)
{
    m_bar->setRange(0, progress.total > 0 ? barSteps : 0);
    if (progress.total > 0)
        m_bar->setValue(static_cast<int>(barSteps * progress.done / progress.total));
    m_progressText->setText(progressText(progress));
}

void CheckPanel::showWork(bool isBusy)
{
    m_isMending = isBusy;
    m_bar->setRange(0, 0);
    m_progressText->clear();
    m_progress->setVisible(isBusy);
    for (QPushButton *button : {m_again, m_mend, m_mendRule, m_except, m_revoke})
        button->setEnabled(!isBusy);
    if (!isBusy)
        showCurrent();
    showState();
}

void CheckPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    checkWhenStale();
}

void CheckPanel::begin()
{
    // What is being typed belongs to it.
    if (const auto saved = m_session.saveAll(); !saved)
        return m_session.showError(saved.error());
    m_soon.stop();
    m_stale = false;
    m_check->start();
}

void CheckPanel::take(const CheckedSite &checked)
{
    m_progress->setVisible(m_prober);
    m_checked = checked;
    m_checkedAt = checked.at;
    m_model->setSite(checked, m_session.kinds());
    m_filter->showCounts(m_model->allRows(), m_model->countByRule());
    m_session.setBadge(QStringLiteral("check"), mustsText(checked.gate));
    showRows();
    showState();
}

void CheckPanel::showRows()
{
    const QModelIndex current = m_list->currentIndex();
    const FindingRow *row = m_model->row(current);
    const std::optional<check::Finding> before =
        row ? std::optional(row->finding) : std::optional<check::Finding>();
    m_model->setFilter(m_filter->filter());
    if (m_model->shownCount() <= openRows)
        m_list->expandAll();
    for (int group = 0; before && group < m_model->rowCount(); ++group) {
        const QModelIndex parent = m_model->index(group, 0);
        for (int i = 0; i < m_model->rowCount(parent); ++i) {
            const QModelIndex index = m_model->index(i, 0, parent);
            if (m_model->row(index)->finding == *before)
                m_list->setCurrentIndex(index);
        }
    }
    if (!m_list->currentIndex().isValid() && m_model->rowCount() > 0)
        m_list->setCurrentIndex(m_model->index(0, 0, m_model->index(0, 0)));
    const bool isEmpty = m_model->shownCount() == 0;
    m_content->setCurrentIndex(isEmpty && m_checkedAt.isValid() ? 1 : 0);
    m_emptyText->setText(m_model->allRows().isEmpty() ? tr("Nothing was found.")
                                                      : tr("Nothing is left by this filter."));
    showCurrent();
}

void CheckPanel::showState()
{
    m_again->setEnabled(!m_check->isRunning() && !m_isMending);
    m_outside->setEnabled(m_again->isEnabled() && !m_prober && !m_checked.report.outside.isEmpty());
    m_export->setEnabled(!m_model->allRows().isEmpty());
    QStringList parts;
    if (m_check->isRunning())
        parts << tr("Checking…");
    else if (!m_checkedAt.isValid())
        parts << tr("Not checked yet");
    if (m_checkedAt.isValid()) {
        parts << tr("%n page(s)", nullptr, m_checked.report.pages);
        parts << whenText(m_checkedAt);
        if (m_stale && !m_check->isRunning())
            parts << tr("The site has changed since");
    }
    m_state->setText(parts.join(QStringLiteral("  ·  ")));
}

QList<FindingRow> CheckPanel::currentRows() const
{
    QList<FindingRow> rows;
    const QModelIndexList selected = m_list->selectionModel()->selectedRows();
    for (const QModelIndex &index : selected)
        rows += m_model->rowsOf(index);
    return rows;
}

void CheckPanel::showCurrent()
{
    const QList<FindingRow> rows = currentRows();
    const auto any = [&rows](auto is) { return std::any_of(rows.cbegin(), rows.cend(), is); };
    QString html;
    if (rows.size() == 1) {
        const FindingRow &row = rows.constFirst();
        html = findingHtml(row.finding, false);
        if (row.exception)
            html += QStringLiteral("<p>%1</p>")
                        .arg(check::exceptionText({row.finding, *row.exception}).toHtmlEscaped());
    } else if (!rows.isEmpty()) {
        html = tr("%n problem(s) are selected.", nullptr, static_cast<int>(rows.size()));
    }
    m_detail->setHtml(html);
    m_open->setEnabled(!rows.isEmpty());
    m_mend->setEnabled(any([](const FindingRow &row) { return row.finding.fix.has_value(); }));
    m_mendRule->setEnabled(m_mend->isEnabled());
    const auto blocks = [](const FindingRow &row) {
        return row.finding.issue.severity == Severity::Must && !row.exception;
    };
    m_except->setEnabled(any(blocks));
    m_except->setVisible(m_except->isEnabled() ||
                         !any([](const FindingRow &row) { return row.exception.has_value(); }));
    m_revoke->setVisible(!m_except->isVisible());
}

} // namespace kakehashi::ui
