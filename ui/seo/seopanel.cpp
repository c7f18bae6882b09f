#include "ui/seo/seopanel.h"

#include "content/site/siterepository.h"
#include "ui/seo/accessibilitydialog.h"
#include "ui/seo/looksview.h"
#include "ui/seo/proposaldialog.h"
#include "ui/seo/seomodel.h"
#include "ui/seo/seowork.h"
#include "ui/shell/background.h"
#include "ui/shell/feature.h"
#include "ui/shell/foldingrow.h"
#include "ui/shell/session.h"
#include "ui/style/style.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QTreeView>
#include <QUrl>
#include <QVBoxLayout>

namespace kakehashi::ui {
namespace {

constexpr int patienceMs = 400;
constexpr int afterEditMs = 1500;
constexpr int leastList = 280;
constexpr int narrowPanel = 140; // digits

void openAccessibilityReport(Session &session, QWidget *parent)
{
    auto *dialog = new AccessibilityDialog(session, parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace

SeoPanel::SeoPanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new SeoModel(this))
    , m_filter(new SeoFilter(this))
{
    m_pool.setMaxThreadCount(1);
    m_filter->setSourceModel(m_model);
    m_filter->setSortRole(SeoModel::SortRole);
    auto *split = m_split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    split->addWidget(makeList());
    m_looks = new LooksView(split);
    split->addWidget(m_looks);
    for (const int side : {0, 1})
        split->setStretchFactor(side, 1);
    split->setSizes({560, 700});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(makeStrip());
    layout->addWidget(split, 1);
    connect(m_looks, &LooksView::editRequested, this, &SeoPanel::openChosen);
    for (QTimer *timer : {&m_patience, &m_afterEdit})
        timer->setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, m_strip, &QWidget::show);
    connect(&m_afterEdit, &QTimer::timeout, this, [this] {
        if (isVisible())
            look();
    });
    connect(&m_session, &Session::siteChanged, this, [this] {
        m_isStale = true;
        m_afterEdit.start(afterEditMs);
    });
}

SeoPanel::~SeoPanel()
{
    m_cancel.cancel();
}

QWidget *SeoPanel::makeHead()
{
    auto *head = new QWidget(this);
    auto *title = new QLabel(tr("How the site is found and shared"), head);
    style::markHeading(title);
    m_summary = new QLabel(head);
    m_summary->setObjectName(QStringLiteral("summary"));
    style::markMuted(m_summary);
    m_again = new QPushButton(tr("Look again"), head);
    m_again->setObjectName(QStringLiteral("lookAgain"));
    auto *yearly = new QPushButton(tr("Accessibility report…"), head);
    yearly->setObjectName(QStringLiteral("accessibility"));
    yearly->setToolTip(tr("The yearly test by JIS X 8341-3:2016: checklist and pages"));
    connect(yearly, &QPushButton::clicked, this,
            [this] { openAccessibilityReport(m_session, this); });
    m_proposal = new QPushButton(tr("SEO proposal…"), head);
    m_proposal->setObjectName(QStringLiteral("proposal"));
    m_proposal->setToolTip(tr("A report for the prefecture with figures, proposals and pages"));
    style::markPrimary(m_proposal);
    auto *row = headRow(head, {title}, {m_again, yearly, m_proposal});
    auto *layout = new QVBoxLayout(head);
    layout->setContentsMargins(2 * style::margin, style::margin, 2 * style::margin, style::margin);
    layout->setSpacing(style::hairGap);
    layout->addWidget(row);
    layout->addWidget(m_summary);
    connect(m_again, &QPushButton::clicked, this, &SeoPanel::look);
    connect(m_proposal, &QPushButton::clicked, this, &SeoPanel::askForProposal);
    return head;
}

QWidget *SeoPanel::makeStrip()
{
    m_strip = new QWidget(this);
    m_phase = new QLabel(m_strip);
    m_bar = new QProgressBar(m_strip);
    m_bar->setTextVisible(false);
    auto *cancel = new QPushButton(tr("Cancel"), m_strip);
    cancel->setObjectName(QStringLiteral("cancel"));
    auto *layout = new QHBoxLayout(m_strip);
    layout->setContentsMargins(2 * style::margin, 0, 2 * style::margin, style::gap);
    layout->addWidget(m_phase);
    layout->addWidget(m_bar, 1);
    layout->addWidget(cancel);
    connect(cancel, &QPushButton::clicked, this, &SeoPanel::stop);
    m_strip->hide();
    return m_strip;
}

QWidget *SeoPanel::makeList()
{
    auto *side = new QWidget(this);
    side->setMinimumWidth(leastList);
    m_wanted = new QComboBox(side);
    m_wanted->setObjectName(QStringLiteral("wanted"));
    m_wanted->setAccessibleName(tr("Which pages to show"));
    m_list = new QTreeView(side);
    m_list->setModel(m_filter);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setSortingEnabled(true);
    m_list->sortByColumn(SeoModel::ProblemsColumn, Qt::DescendingOrder);
    m_list->setAccessibleName(tr("Pages and what could be better"));
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(SeoModel::TitleColumn, QHeaderView::Stretch);
    m_list->setColumnHidden(SeoModel::PathColumn, true); // the result beside it shows the address
    m_list->header()->resizeSection(SeoModel::ProblemsColumn, 190);
    m_list->header()->resizeSection(SeoModel::CharactersColumn, 64);
    m_list->header()->resizeSection(SeoModel::InboundColumn, 72);
    m_empty = new QLabel(side);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    style::markMuted(m_empty);
    m_empty->hide();
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(2 * style::margin, 0, style::margin, style::gap);
    bar->addWidget(m_wanted, 1);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_empty, 1);
    connect(m_wanted, &QComboBox::activated, this, &SeoPanel::refreshFilter);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &SeoPanel::showChosen);
    connect(m_list, &QTreeView::activated, this, &SeoPanel::openChosen);
    connect(m_list, &QTreeView::doubleClicked, this, &SeoPanel::openChosen);
    return side;
}

void SeoPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        look();
}

void SeoPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

/// Where there is little room, titles and what visitors see come before figures.
void SeoPanel::fit()
{
    const bool isNarrow = width() < narrowPanel * fontMetrics().horizontalAdvance(u'0');
    if (m_isNarrow == isNarrow)
        return;
    m_isNarrow = isNarrow;
    for (const int figures : {SeoModel::CharactersColumn, SeoModel::InboundColumn})
        m_list->setColumnHidden(figures, isNarrow);
    m_list->header()->resizeSection(SeoModel::ProblemsColumn, isNarrow ? 110 : 190);
    m_split->setSizes(isNarrow ? QList<int>{leastList, width() - leastList} : QList<int>{560, 700});
}

void SeoPanel::look()
{
    m_cancel.cancel();
    m_cancel = {};
    m_isStale = false;
    const int run = ++m_run;
    setBusy(true);
    m_session.takeSnapshot(this, [this, run](const Result<render::SnapshotPtr> &snapshot) {
        if (run == m_run)
            survey(run, snapshot);
    });
}

void SeoPanel::survey(int run, const Result<render::SnapshotPtr> &snapshot)
{
    const auto site = siteForSurvey(m_session, snapshot);
    if (!site) {
        setBusy(false);
        return m_session.showError(site.error());
    }
    JobContext job{m_cancel, [this, run](const Progress &progress) {
                       QMetaObject::invokeMethod(
                           this,
                           [this, run, progress] {
                               if (run != m_run)
                                   return;
                               m_phase->setText(progress.phase);
                               m_bar->setMaximum(int(std::max<qint64>(0, progress.total)));
                               m_bar->setValue(int(progress.done));
                           },
                           Qt::QueuedConnection);
                   }};
    runInBackground(
        m_pool, this, [site = *site, job] { return surveyOf(site, job); },
        [this, run](const Result<reports::SeoSurvey> &made) {
            if (run != m_run)
                return;
            setBusy(false);
            takeSurvey(made);
        });
}

void SeoPanel::setBusy(bool busy)
{
    m_isBusy = busy;
    m_again->setEnabled(!busy);
    m_proposal->setEnabled(!busy && !m_model->survey().pages.isEmpty());
    if (busy) {
        m_bar->setMaximum(0);
        m_phase->clear();
        m_patience.start(patienceMs);
    } else {
        m_patience.stop();
        m_strip->hide();
    }
}

void SeoPanel::stop()
{
    m_cancel.cancel();
    ++m_run;
    m_isStale = true;
    setBusy(false);
}

void SeoPanel::takeSurvey(const Result<reports::SeoSurvey> &survey)
{
    if (!survey)
        return m_session.showError(survey.error());
    const auto *before = m_model->page(m_filter->mapToSource(m_list->currentIndex()).row());
    const Ulid chosen = before ? before->id : m_session.currentPage();
    m_model->setSurvey(*survey);
    m_proposal->setEnabled(!survey->pages.isEmpty());
    m_summary->setText(tr("%1 of %2 pages for search engines have nothing to improve.")
                           .arg(survey->flawless())
                           .arg(survey->indexed()));
    refreshFilter();
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const auto *page = m_model->page(m_filter->mapToSource(m_filter->index(row, 0)).row());
        if (page && page->id == chosen)
            m_list->setCurrentIndex(m_filter->index(row, 0));
    }
    if (!m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_filter->index(0, 0));
    showChosen();
    Q_EMIT looked();
}

void SeoPanel::refreshFilter()
{
    const reports::SeoSurvey &survey = m_model->survey();
    const int wanted =
        m_wanted->count() == 0 ? SeoFilter::AnyProblem : m_wanted->currentData().toInt();
    const auto pages = static_cast<int>(survey.pages.size());
    const auto chains = static_cast<int>(survey.chains.size());
    const auto add = [this](const QString &text, int count, int value) {
        m_wanted->addItem(tr("%1 (%2)").arg(text).arg(count), value);
    };
    const auto withProblem = static_cast<int>(
        std::count_if(survey.pages.cbegin(), survey.pages.cend(),
                      [](const reports::SeoPage &page) { return !page.problems.isEmpty(); }));
    m_wanted->clear();
    add(tr("Everything to improve"), withProblem + chains, SeoFilter::AnyProblem);
    add(tr("All pages"), pages, SeoFilter::Everything);
    for (const reports::SeoProblem problem : reports::allSeoProblems()) {
        if (const int count = survey.count(problem); count > 0)
            add(problemText(problem), count, static_cast<int>(problem));
    }
    if (chains > 0)
        add(tr("Redirects over others"), chains, SeoFilter::Chains);
    m_wanted->setCurrentIndex(std::max(0, m_wanted->findData(wanted)));
    m_filter->setWanted(m_wanted->currentData().toInt());
    const bool isEmpty = m_filter->rowCount() == 0;
    m_list->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    m_empty->setText(tr("Nothing to improve. All pages can be looked at with the list above."));
}

void SeoPanel::showChosen()
{
    const auto *page = m_model->page(m_filter->mapToSource(m_list->currentIndex()).row());
    if (!page)
        return m_looks->showNothing();
    const auto settings = m_session.workspace().site().settings();
    if (!settings)
        return m_session.showError(settings.error());
    m_looks->showPage(*page, *settings);
}

void SeoPanel::openChosen()
{
    const int row = m_filter->mapToSource(m_list->currentIndex()).row();
    if (const auto *page = m_model->page(row)) {
        if (m_session.openPage(page->id))
            m_session.showPanel(QStringLiteral("pages"));
    } else if (m_model->chain(row)) {
        m_session.showPanel(QStringLiteral("settings"));
    }
}

void SeoPanel::askForProposal()
{
    auto *dialog = new ProposalDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const QString folder =
            QFileDialog::getExistingDirectory(this, tr("Where to save the proposal"));
        if (!folder.isEmpty())
            writeProposal(folder, dialog->author(), dialog->wantsHtml(), dialog->wantsXlsx());
    });
    dialog->open();
}

void SeoPanel::writeProposal(const QString &folder, const QString &author, bool asHtml, bool asXlsx)
{
    const auto settings = m_session.workspace().site().settings();
    if (!settings)
        return m_session.showError(settings.error());
    const QDate today = m_session.workspace().clock().now().toTimeZone(japanTime()).date();
    ProposalOrder order{m_session.workspace().folder(), folder, asHtml, asXlsx, {}};
    order.input = {m_model->survey(), *settings, author, today, {}};
    setBusy(true);
    m_phase->setText(tr("Writing the proposal"));
    runInBackground(
        m_pool, this, [order] { return writeProposalFiles(order); },
        [this](const Result<QStringList> &files) {
            setBusy(false);
            if (!files)
                return m_session.showError(files.error());
            const QString first = files->first();
            m_session.showMessage(
                {Message::Level::Success,
                 tr("The proposal was saved: %1").arg(QDir::toNativeSeparators(first)), tr("Open"),
                 [first] { QDesktopServices::openUrl(QUrl::fromLocalFile(first)); }});
            Q_EMIT written(*files);
        });
}

void registerSeo(Registry &registry)
{
    registry.actions().add({.id = QStringLiteral("report.accessibility"),
                            .text = SeoPanel::tr("Yearly accessibility report…"),
                            .menu = MenuPlace::File,
                            .order = 45,
                            .run = [](const ActionContext &context) {
                                openAccessibilityReport(*context.session, context.window);
                            }});
    registry.add({.id = QStringLiteral("seo"),
                  .title = SeoPanel::tr("Search & sharing"),
                  .icon = QStringLiteral("search"),
                  .order = 70,
                  .make = [](Session &session, QWidget *parent) -> QWidget * {
                      return new SeoPanel(session, parent);
                  }});
}

} // namespace kakehashi::ui
