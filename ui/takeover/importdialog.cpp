#include "ui/takeover/importdialog.h"

#include "base/account.h"
#include "base/visibletext.h"
#include "ui/publish/run/progressview.h"
#include "ui/shell/session.h"
#include "ui/shell/undoable.h"
#include "ui/style/style.h"
#include "ui/takeover/importmodel.h"
#include "ui/takeover/sitejob.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace kakehashi::ui {

using takeover::Fate;
using takeover::ImportDone;
using takeover::ImportPlan;
using takeover::PlannedItem;

namespace {

constexpr QSize usualSize(920, 600);
constexpr int edge = 24;

int countOf(const ImportPlan &plan, Fate fate)
{
    return plan.count(PlannedItem::What::Page, fate);
}

int skippedOf(const ImportPlan &plan)
{
    return countOf(plan, Fate::Skip) + plan.count(PlannedItem::What::Media, Fate::Skip) +
           plan.count(PlannedItem::What::Site, Fate::Skip);
}

} // namespace

ImportDialog::ImportDialog(Session &session, QWidget *parent)
    : QDialog(parent)
    , m_session(session)
    , m_job(new SiteJob(session.workspace().folder(), this))
    , m_model(new ImportModel(this))
    , m_folder(new QLineEdit(this))
    , m_choose(new QPushButton(tr("Choose…"), this))
    , m_stack(new QStackedWidget(this))
    , m_text(new QLabel(this))
    , m_progress(new ProgressView(this))
    , m_update(new QCheckBox(tr("Pages that are here already get a new &revision"), this))
    , m_approve(new QCheckBox(tr("&Send them with the next publish (drafts stay drafts)"), this))
{
    setWindowTitle(tr("Take in a folder"));
    resize(usualSize);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_stack->addWidget(m_text);
    m_stack->addWidget(m_progress);
    m_stack->addWidget(makePlanView());
    auto *buttons = new QDialogButtonBox(this);
    m_close = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    m_take = buttons->addButton(tr("Take in"), QDialogButtonBox::ActionRole);
    style::markPrimary(m_take);
    m_take->setObjectName(QStringLiteral("take"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(edge, edge, edge, style::margin);
    layout->setSpacing(style::margin);
    layout->addWidget(makeChoice());
    layout->addWidget(m_stack, 1);
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &ImportDialog::reject);
    connect(m_take, &QPushButton::clicked, this, &ImportDialog::take);
    connect(m_job, &SiteJob::progressed, m_progress, &ProgressView::showProgress);
    connect(m_progress, &ProgressView::cancelled, m_job, &SiteJob::cancel);
    connect(m_update, &QCheckBox::toggled, this, &ImportDialog::look);
    showText(tr("Choose a folder of Markdown files, the folder of a Hugo site, or one that "
                "“Export the whole site” has written. You will see what comes and what does not "
                "before anything changes."),
             false);
}

QWidget *ImportDialog::makeChoice()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(style::gap);
    auto *label = new QLabel(tr("&Folder"), row);
    label->setBuddy(m_folder);
    m_folder->setAccessibleName(tr("Folder"));
    layout->addWidget(label);
    layout->addWidget(m_folder, 1);
    layout->addWidget(m_choose);
    connect(m_choose, &QPushButton::clicked, this, &ImportDialog::browse);
    connect(m_folder, &QLineEdit::returnPressed, this, &ImportDialog::look);
    return row;
}

QWidget *ImportDialog::makePlanView()
{
    auto *view = new QWidget(this);
    auto *layout = new QVBoxLayout(view);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(style::gap);
    m_summary = new QLabel(view);
    m_summary->setWordWrap(true);
    m_list = new QTreeView(view);
    m_list->setModel(m_model);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(false);
    m_list->setAccessibleName(tr("What becomes of each file"));
    QHeaderView *header = m_list->header();
    header->resizeSection(ImportModel::FateColumn, 96);
    header->resizeSection(ImportModel::FileColumn, 260);
    header->resizeSection(ImportModel::TargetColumn, 200);
    layout->addWidget(m_summary);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_update);
    layout->addWidget(m_approve);
    return view;
}

void ImportDialog::browse()
{
    auto *dialog = new QFileDialog(this, tr("Folder to take in"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &ImportDialog::setFolder);
    dialog->open();
}

void ImportDialog::setFolder(const QString &folder)
{
    m_folder->setText(QDir::toNativeSeparators(folder));
    look();
}

workspace::ImportOptions ImportDialog::options() const
{
    workspace::ImportOptions chosen;
    chosen.author = accountName();
    chosen.update = m_update->isChecked();
    chosen.approve = m_approve->isChecked();
    return chosen;
}

void ImportDialog::look()
{
    const QString folder = QDir::fromNativeSeparators(m_folder->text().trimmed());
    if (folder.isEmpty() || m_running)
        return;
    if (const auto saved = m_session.saveAll(); !saved)
        return showText(saved.error().text, true);
    showWork(tr("Reading the folder"));
    m_job->run<ImportPlan>(
        [folder, chosen = options()](const workspace::SiteStores &stores,
                                     const JobContext &context) {
            return takeover::planImport(folder, stores, chosen, context);
        },
        [this](const Result<ImportPlan> &plan) { showPlan(plan); });
}

void ImportDialog::showWork(const QString &title)
{
    m_running = true;
    m_folder->setEnabled(false);
    m_choose->setEnabled(false);
    m_take->setVisible(false);
    m_progress->begin(title);
    m_stack->setCurrentWidget(m_progress);
}

void ImportDialog::showText(const QString &text, bool problem)
{
    m_running = false;
    m_isTaking = false;
    m_folder->setEnabled(true);
    m_choose->setEnabled(true);
    m_take->setVisible(false);
    m_text->setProperty("role", problem ? QVariant(QStringLiteral("danger")) : QVariant());
    m_text->setText(visibleLines(text));
    m_stack->setCurrentWidget(m_text);
}

void ImportDialog::showPlan(const Result<ImportPlan> &plan)
{
    if (!plan)
        return showText(plan.error().code == ErrorCode::Cancelled ? tr("Stopped. Nothing changed.")
                                                                  : plan.error().text,
                        true);
    showText({}, false);
    m_plan = *plan;
    m_model->setPlan(m_plan);
    const int comes = countOf(m_plan, Fate::Add) + countOf(m_plan, Fate::Change);
    m_summary->setText(
        tr("New pages: %1 · new revisions: %2 · pictures and files: %3 · old addresses that go on "
           "working: %4 · not taken: %5 · to look at: %6")
            .arg(countOf(m_plan, Fate::Add))
            .arg(countOf(m_plan, Fate::Change))
            .arg(m_plan.media.size())
            .arg(m_plan.redirects.size())
            .arg(skippedOf(m_plan))
            .arg(m_plan.issues.size()));
    m_stack->setCurrentIndex(2);
    m_take->setVisible(true);
    m_take->setEnabled(comes > 0 || !m_plan.media.isEmpty() || m_plan.isOwnExport);
    m_take->setFocus();
    Q_EMIT planned();
}

void ImportDialog::take()
{
    showWork(tr("Taking the pages in"));
    m_isTaking = true;
    m_job->run<ImportDone>(
        [plan = m_plan, chosen = options()](const workspace::SiteStores &stores,
                                            const JobContext &context) {
            return takeover::runImport(plan, stores, chosen, context);
        },
        [this](const Result<ImportDone> &done) { showDone(done); });
}

void ImportDialog::showDone(const Result<ImportDone> &done)
{
    if (!done)
        return showText(done.error().code == ErrorCode::Cancelled ? tr("Stopped. Nothing changed.")
                                                                  : done.error().text,
                        true);
    showText(tr("Taken in: %1 new pages, %2 new revisions, %3 pictures and files.\n\nBefore that "
                "the site was backed up: %4")
                 .arg(done->pages.created)
                 .arg(done->pages.changed)
                 .arg(done->media)
                 .arg(QDir::toNativeSeparators(done->backup)),
             false);
    m_session.announceSiteChange();
    offerUndo(m_session,
              tr("Taken in: %1 new pages, %2 new revisions.")
                  .arg(done->pages.created)
                  .arg(done->pages.changed),
              done->undo);
    m_close->setFocus();
}

/// Closing by hand must not cut off what came this far, unasked.
void ImportDialog::reject()
{
    if (!m_isTaking)
        return stop();
    auto *ask = new QMessageBox(QMessageBox::Warning, windowTitle(),
                                tr("Pages are being taken in. Stop it and close?"),
                                QMessageBox::NoButton, this);
    ask->setObjectName(QStringLiteral("leaving"));
    ask->setInformativeText(tr("Nothing of it will be in the site."));
    QPushButton *stay = ask->addButton(tr("Go on"), QMessageBox::RejectRole);
    QPushButton *leave = ask->addButton(tr("Stop and close"), QMessageBox::DestructiveRole);
    stay->setObjectName(QStringLiteral("stay"));
    leave->setObjectName(QStringLiteral("leave"));
    ask->setDefaultButton(stay);
    ask->setEscapeButton(stay);
    ask->setAttribute(Qt::WA_DeleteOnClose);
    connect(leave, &QPushButton::clicked, this, &ImportDialog::stop);
    ask->open();
}

void ImportDialog::stop()
{
    if (m_running)
        m_job->cancel();
    QDialog::reject();
}

} // namespace kakehashi::ui
