#include "ui/seo/accessibilitydialog.h"

#include "base/file.h"
#include "base/text.h"
#include "content/site/siterepository.h"
#include "reports/accessibility/accessibilitybook.h"
#include "reports/accessibility/savepages.h"
#include "tabular/xlsx.h"
#include "ui/seo/seowork.h"
#include "ui/shell/background.h"
#include "ui/shell/session.h"
#include "ui/shell/text/person.h"
#include "ui/style/style.h"

#include <QCheckBox>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

namespace kakehashi::ui {
namespace {

/// Tests the sample and writes the workbook; on a worker.
Result<reports::Checklist> test(const SurveyedSite &site, const QString &seed, const QDate &day,
                                const QString &file, const JobContext &job)
{
    // As they ship: the test asks what the standard asks, whatever the site decided.
    const auto rules = check::RuleBook::builtIn();
    if (!rules)
        return passOn(rules);
    const reports::TestSample sample = reports::chooseSample(*site.snapshot, seed);
    auto list = reports::fillChecklist({*rules, *site.theme, site.options}, *site.snapshot, sample,
                                       day, job);
    if (!list || file.isEmpty())
        return list;
    const auto book = tabular::toXlsx(reports::toBook(*list, site.snapshot->site));
    if (!book)
        return passOn(book);
    if (auto done = writeFile(file, *book); !done)
        return passOn(done);
    return list;
}

} // namespace

AccessibilityDialog::AccessibilityDialog(Session &session, QWidget *parent)
    : QDialog(parent), m_session(session)
{
    m_pool.setMaxThreadCount(1);
    setWindowTitle(tr("Yearly accessibility report"));
    setMinimumWidth(600);
    makeForm();
}

AccessibilityDialog::~AccessibilityDialog()
{
    m_cancel.cancel();
}

void AccessibilityDialog::makeForm()
{
    auto *note = new QLabel(
        tr("Tests 40 pages by JIS X 8341-3:2016, level AA: pages that represent the site and pages "
           "that are drawn. What a machine cannot decide is left to people."),
        this);
    note->setWordWrap(true);
    style::markMuted(note);
    const QDate today = m_session.workspace().clock().now().toTimeZone(japanTime()).date();
    m_seed = new QLineEdit(eraFiscalYear(today), this);
    m_seed->setToolTip(tr("The same words draw the same pages again. They stand in the report."));
    m_xlsx = new QCheckBox(tr("Checklist as an Excel workbook"), this);
    m_pages =
        new QCheckBox(tr("Pages of the site: policy and results, to be read and approved"), this);
    m_xlsx->setChecked(true);
    m_pages->setChecked(true);
    m_phase = new QLabel(this);
    m_bar = new QProgressBar(this);
    m_bar->setTextVisible(false);
    m_bar->hide();
    m_phase->hide();
    auto *form = new QFormLayout;
    form->addRow(tr("Words for the draw"), m_seed);
    form->addRow(tr("To be made"), m_xlsx);
    form->addRow(QString(), m_pages);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_make = buttons->addButton(tr("Test and write"), QDialogButtonBox::AcceptRole);
    m_make->setDefault(true);
    style::markPrimary(m_make);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(2 * style::margin, 2 * style::margin, 2 * style::margin,
                               style::margin);
    layout->setSpacing(style::margin);
    layout->addWidget(note);
    layout->addLayout(form);
    layout->addWidget(m_phase);
    layout->addWidget(m_bar);
    layout->addWidget(buttons);
    for (QCheckBox *box : {m_xlsx, m_pages})
        connect(box, &QCheckBox::toggled, this, &AccessibilityDialog::refresh);
    connect(buttons, &QDialogButtonBox::accepted, this, &AccessibilityDialog::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, [this] {
        m_cancel.cancel();
        reject();
    });
}

void AccessibilityDialog::refresh()
{
    m_make->setEnabled(m_xlsx->isChecked() || m_pages->isChecked());
}

void AccessibilityDialog::choose()
{
    QString file;
    if (m_xlsx->isChecked()) {
        file = QFileDialog::getSaveFileName(
            this, tr("Where to save the checklist"),
            QStringLiteral("アクセシビリティ試験_%1.xlsx").arg(m_seed->text()),
            tr("Excel workbook (*.xlsx)"));
        if (file.isEmpty())
            return;
    }
    start(file, m_pages->isChecked());
}

void AccessibilityDialog::start(const QString &file, bool withPages)
{
    m_make->setEnabled(false);
    m_bar->setMaximum(0);
    m_bar->show();
    m_phase->show();
    m_session.takeSnapshot(this, [this, file, withPages](const auto &snapshot) {
        run(siteForSurvey(m_session, snapshot), file, withPages);
    });
}

void AccessibilityDialog::run(const Result<SurveyedSite> &site, const QString &file, bool withPages)
{
    if (!site) {
        return finish(passOn(site), file, withPages);
    }
    const QDate day = m_session.workspace().clock().now().toTimeZone(japanTime()).date();
    const JobContext job{m_cancel, [this](const Progress &progress) {
                             QMetaObject::invokeMethod(
                                 this,
                                 [this, progress] {
                                     m_phase->setText(progress.phase);
                                     m_bar->setMaximum(
                                         static_cast<int>(std::max<qint64>(0, progress.total)));
                                     m_bar->setValue(static_cast<int>(progress.done));
                                 },
                                 Qt::QueuedConnection);
                         }};
    runInBackground(
        m_pool, this,
        [site = *site, seed = m_seed->text(), day, file, job] {
            return test(site, seed, day, file, job);
        },
        [this, file, withPages](const Result<reports::Checklist> &list) {
            finish(list, file, withPages);
        });
}

void AccessibilityDialog::finish(const Result<reports::Checklist> &list, const QString &file,
                                 bool withPages)
{
    m_bar->hide();
    m_phase->hide();
    refresh();
    if (!list)
        return m_session.showError(list.error());
    Message message{Message::Level::Success,
                    tr("%n page(s) were tested: %1 failures, %2 questions for people.", nullptr,
                       static_cast<int>(list->sample.pages.size()))
                        .arg(list->count(reports::Outcome::Fails))
                        .arg(list->count(reports::Outcome::Ask))};
    if (withPages) {
        const auto settings = m_session.workspace().site().settings();
        if (!settings)
            return m_session.showError(settings.error());
        const auto saved = reports::saveAccessibilityPages(m_session.workspace().pages(), *list,
                                                           *settings, personName());
        if (!saved)
            return m_session.showError(saved.error());
        const Ulid result = saved->last().id;
        Session *session = &m_session;
        message.actionText = tr("Read the results");
        message.action = [session, result] {
            if (session->openPage(result))
                session->showPanel(QStringLiteral("pages"));
        };
    } else {
        message.actionText = tr("Open");
        message.action = [file] { QDesktopServices::openUrl(QUrl::fromLocalFile(file)); };
    }
    m_session.showMessage(message);
    Q_EMIT reported(*list);
    accept();
}

} // namespace kakehashi::ui
