#include "ui/targets/targetspanel.h"

#include "base/visibletext.h"
#include "publish/targetrepository.h"
#include "ui/remote/publishingsite.h"
#include "ui/shell/column.h"
#include "ui/shell/feature.h"
#include "ui/shell/session.h"
#include "ui/shell/unfinished.h"
#include "ui/style/style.h"
#include "ui/targets/access/accesskeeper.h"
#include "ui/targets/access/hostkeyview.h"
#include "ui/targets/probeview.h"
#include "ui/targets/targetdot.h"
#include "ui/targets/targetextras.h"
#include "ui/targets/targetform.h"
#include "ui/targets/targetprobe.h"

#include <QLabel>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace kakehashi::ui {
namespace {

constexpr int listWidth = 240;
enum DetailPage { FormPage, HostKeyPage };

bool refusedKey(const publish::Target &target, const Error &error)
{
    return error.code == ErrorCode::AuthenticationFailed &&
           target.auth == publish::Target::Auth::KeyFile;
}

} // namespace

TargetsPanel::TargetsPanel(Session &session, std::unique_ptr<security::SecretStore> secrets,
                           QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_access(new AccessKeeper(std::move(secrets), this))
    , m_probe(new TargetProbe(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeList());
    layout->addWidget(makeDetail(), 1);
    connectProbe();
    Unfinished::of(session).add(this, [this] { return unfinished(); });
    refresh();
}

QWidget *TargetsPanel::makeList()
{
    auto *side = new QWidget(this);
    side->setFixedWidth(listWidth);

    m_list = new QListWidget(side);
    m_list->setAccessibleName(tr("Targets"));
    auto *add = new QPushButton(tr("Add a target"), side);
    add->setIcon(style::icon(QStringLiteral("new")));
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(style::gap, style::margin, style::gap, style::margin);
    layout->addWidget(m_list, 1);
    layout->addWidget(add);
    connect(m_list, &QListWidget::currentRowChanged, this, &TargetsPanel::select);
    connect(add, &QPushButton::clicked, this, &TargetsPanel::addNew);
    return side;
}

QWidget *TargetsPanel::makeDetail()
{
    m_detail = new QStackedWidget(this);
    auto *column = new Column(m_detail, 640);
    column->addHeading(tr("Where the site is published"));
    column->addNote(
        tr("Passwords are kept in this computer's keychain, never in the site folder."));
    m_form = new TargetForm(column);
    connect(m_form, &TargetForm::newKeyRequested, this, &TargetsPanel::makeKey);
    column->content()->addSpacing(style::gap);
    column->content()->addWidget(m_form);
    column->content()->addWidget(makeButtons());
    m_progress = column->addNote(QString());
    m_outcome = new ProbeView(column);
    connect(m_outcome, &ProbeView::newKeyRequested, this, &TargetsPanel::makeKey);
    column->content()->addWidget(m_outcome);
    column->content()->addSpacing(style::margin);
    column->content()->addWidget(m_extras = new TargetExtras(m_session, *m_access, column));
    column->content()->addStretch(1);
    m_detail->addWidget(column);
    auto *question = new Column(m_detail, 640);
    m_hostKey = new HostKeyView(question);
    question->content()->addWidget(m_hostKey);
    m_detail->addWidget(question);
    connect(m_hostKey, &HostKeyView::refused, this,
            [this] { m_detail->setCurrentIndex(FormPage); });
    connect(m_hostKey, &HostKeyView::trusted, this, [this](const QString &fingerprint) {
        publish::Target target = m_form->target();
        target.hostKey = fingerprint;
        m_form->setTarget(target);
        m_detail->setCurrentIndex(FormPage);
        if (save())
            probe();
    });
    return m_detail;
}

QWidget *TargetsPanel::makeButtons()
{
    auto *row = new QWidget(this);
    m_save = new QPushButton(tr("Save"), row);
    m_save->setObjectName(QStringLiteral("save"));
    style::markPrimary(m_save);
    m_try = new QPushButton(tr("Try the connection"), row);
    m_try->setObjectName(QStringLiteral("try"));
    m_cancel = new QPushButton(tr("Cancel"), row);
    m_cancel->hide();
    m_remove = new QPushButton(tr("Remove…"), row);
    m_remove->setFlat(true);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, style::gap, 0, style::gap);
    for (QPushButton *button : {m_save, m_try, m_cancel})
        layout->addWidget(button);
    layout->addStretch(1);
    layout->addWidget(m_remove);
    connect(m_save, &QPushButton::clicked, this, [this] { save(); });
    connect(m_try, &QPushButton::clicked, this, &TargetsPanel::probe);
    connect(m_cancel, &QPushButton::clicked, m_probe, &TargetProbe::cancel);
    connect(m_remove, &QPushButton::clicked, this, &TargetsPanel::remove);
    return row;
}

void TargetsPanel::connectProbe()
{
    connect(m_probe, &TargetProbe::progressed, this,
            [this](const Progress &progress) { m_progress->setText(visible(progress.phase)); });
    connect(m_probe, &TargetProbe::finished, this, [this](const publish::Probe &probe) {
        showProbing(false);
        m_outcome->showProbe(m_form->target(), probe);
    });
    connect(m_probe, &TargetProbe::failed, this, [this](const Error &error) {
        showProbing(false);
        const bool aboutKey =
            error.code == ErrorCode::HostKeyUnknown || error.code == ErrorCode::HostKeyChanged;
        if (aboutKey) {
            m_hostKey->explain(m_form->target(), error);
            m_detail->setCurrentIndex(HostKeyPage);
            return;
        }
        if (error.code == ErrorCode::AuthenticationFailed)
            m_access->forget(m_form->target());
        if (error.code == ErrorCode::Cancelled)
            m_outcome->clear();
        else
            m_outcome->showError(error, refusedKey(m_form->target(), error));
    });
}

void TargetsPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_targets.isEmpty() && !m_form->isEdited())
        refresh();
}

void TargetsPanel::refresh(const Ulid &select)
{
    const auto targets = publish::TargetRepository(m_session.workspace().database()).all();
    if (!targets)
        return m_session.showError(targets.error());
    m_targets = *targets;
    m_list->clear();
    int row = 0;
    for (const publish::Target &target : std::as_const(m_targets)) {
        auto *item = new QListWidgetItem(targetDot(target.color), target.name, m_list);
        item->setToolTip(target.place());
        if (target.id == select)
            row = m_list->count() - 1;
    }
    m_list->parentWidget()->setVisible(!m_targets.isEmpty());
    if (m_targets.isEmpty())
        addNew();
    else
        m_list->setCurrentRow(row);
}

void TargetsPanel::select(int row)
{
    if (row < 0 || row >= m_targets.size())
        return;
    m_probe->cancel();
    showTarget(m_targets[row]);
}

void TargetsPanel::showTarget(const publish::Target &target)
{
    keepDraft();
    m_form->setTarget(target);
    if (const auto draft = m_drafts.constFind(target.id); draft != m_drafts.cend())
        m_form->retype(draft->typed, draft->secret);
    m_form->setProblem(QString());
    m_outcome->clear();
    m_remove->setEnabled(!target.id.isNull());
    m_extras->showFor(target);
    m_detail->setCurrentIndex(FormPage);
}

void TargetsPanel::keepDraft()
{
    const publish::Target typed = m_form->target();
    if (m_form->isEdited())
        m_drafts.insert(typed.id, {typed, m_form->typedSecret()});
    else
        m_drafts.remove(typed.id);
}

void TargetsPanel::forgetDraft()
{
    const publish::Target typed = m_form->target();
    m_drafts.remove(typed.id);
    m_form->setTarget(typed);
}

QString TargetsPanel::unfinished()
{
    keepDraft();
    QStringList names;
    for (const Draft &draft : std::as_const(m_drafts))
        names << (draft.typed.name.isEmpty() ? tr("new target") : draft.typed.name);
    names.sort();
    return names.isEmpty() ? QString()
                           : tr("What was typed about a target is not saved yet: %1.")
                                 .arg(names.join(tr(", ")));
}

void TargetsPanel::addNew()
{
    m_list->setCurrentRow(-1);
    m_list->clearSelection();
    publish::Target fresh;
    fresh.color =
        publish::TargetRepository(m_session.workspace().database()).freeColor().value_or(QString());
    showTarget(fresh);
    m_form->setFocus();
}

bool TargetsPanel::save()
{
    publish::Target target = m_form->target();
    const QString problem = publish::targetProblem(target);
    m_form->setProblem(problem);
    if (!problem.isEmpty())
        return false;
    const auto saved = publish::TargetRepository(m_session.workspace().database()).save(target);
    if (!saved) {
        m_form->setProblem(saved.error().text);
        return false;
    }
    target.id = *saved;
    keepSecret(target);
    forgetDraft();
    refresh(target.id);
    m_session.announceSiteChange();
    return true;
}

void TargetsPanel::keepSecret(const publish::Target &target)
{
    if (m_form->typedSecret().isEmpty())
        return;
    m_access->give(target, m_form->typedSecret(), true, this, [this](const Result<void> &kept) {
        if (!kept)
            m_session.showError(kept.error());
    });
    m_form->clearSecret();
}

void TargetsPanel::probe()
{
    if (!save())
        return;
    showProbing(true);
    const auto site = publishingSite(m_session);
    if (!site) {
        showProbing(false);
        return m_session.showError(site.error());
    }
    m_access->prepare(
        *site, m_form->target(), this, [this](const Result<publish::PublishParams> &params) {
            if (params)
                return m_probe->start(*params);
            showProbing(false);
            m_form->setProblem(tr("Type the password first; it is not in the keychain yet."));
        });
}

void TargetsPanel::showProbing(bool on)
{
    // The focus must not fall on "Remove" when the button under the hand goes away.
    if (on) {
        m_cancel->show();
        m_cancel->setFocus();
    } else if (m_cancel->hasFocus()) {
        m_try->show();
        m_try->setFocus();
    }
    m_try->setVisible(!on);
    m_save->setEnabled(!on);
    m_cancel->setVisible(on);
    m_progress->setText(on ? tr("Connecting…") : QString());
    if (on)
        m_outcome->clear();
}

void TargetsPanel::makeKey()
{
    if (const auto made = m_extras->makeKey())
        m_form->setKeyFile(made->file);
    else
        m_form->setProblem(made.error().text);
}

void TargetsPanel::remove()
{
    // Asked in the message bar: nothing that can be typed again is lost, and the server is not
    // touched.
    Message message;
    message.level = Message::Level::Warning;
    message.text = tr("Remove the target %1? Files on the server stay as they are.")
                       .arg(m_form->target().name);
    message.actionText = tr("Remove");
    message.action = [self = QPointer(this)] {
        if (self)
            self->reallyRemove();
    };
    m_session.showMessage(message);
}

void TargetsPanel::reallyRemove()
{
    const publish::Target target = m_form->target();
    const auto removed =
        publish::TargetRepository(m_session.workspace().database()).remove(target.id);
    if (!removed)
        return m_session.showError(removed.error());
    m_access->remove(target);
    forgetDraft();
    refresh();
    m_session.announceSiteChange();
}

void registerTargets(Registry &registry)
{
    Panel panel;
    panel.id = QStringLiteral("targets");
    panel.title = TargetsPanel::tr("Targets");
    panel.icon = QStringLiteral("server");
    panel.order = 1000;
    panel.place = PanelPlace::Full;
    panel.make = [](Session &session, QWidget *parent) -> QWidget * {
        return new TargetsPanel(session, std::make_unique<security::KeychainSecretStore>(), parent);
    };
    registry.add(panel);
}

} // namespace kakehashi::ui
