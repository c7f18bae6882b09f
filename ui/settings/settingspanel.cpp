#include "ui/settings/settingspanel.h"

#include "content/site/siterepository.h"
#include "security/siteaddress.h"
#include "ui/settings/accentfield.h"
#include "ui/settings/indexnowfield.h"
#include "ui/settings/windowsettings.h"
#include "ui/shell/column.h"
#include "ui/shell/feature.h"
#include "ui/shell/session.h"
#include "ui/shell/undoable.h"
#include "ui/style/style.h"
#include "ui/theme/themefield.h"
#include "ui/theme/themewatcher.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace kakehashi::ui {

using content::ServerKind;
using content::SiteSettings;

namespace {

constexpr int otherServer = 1;         // its row in the list
constexpr int pauseMilliseconds = 600; // as soon as the text of a page is kept

void showFromStart(QLineEdit *field, const QString &text)
{
    if (field->text() == text)
        return;
    field->setText(text);
    field->setCursorPosition(0); // a long text is read from its beginning
}

} // namespace

SettingsPanel::SettingsPanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_url(new QLineEdit(this))
    , m_accent(new AccentField(this))
    , m_server(new QComboBox(this))
{
    auto *column = new Column(this);
    column->addHeading(tr("This site"));
    column->addNote(tr("Changes are kept at once and reach visitors with the next publish."));
    column->content()->addLayout(makeSiteForm());
    column->content()->addSpacing(2 * style::margin);
    column->addHeading(tr("This window"));
    column->addNote(tr("Only for you, on this machine."));
    column->content()->addWidget(new WindowSettings(this));
    column->content()->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(column);
    m_soon.setSingleShot(true);
    m_soon.setInterval(pauseMilliseconds);
    connect(&m_soon, &QTimer::timeout, this, &SettingsPanel::keepTyping);
    connect(&session, &Session::siteChanged, this, &SettingsPanel::showSettings);
    showSettings();
}

SettingsPanel::~SettingsPanel()
{
    if (m_soon.isActive())
        keepTyping();
}

QFormLayout *SettingsPanel::makeSiteForm()
{
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setVerticalSpacing(style::gap);
    form->setHorizontalSpacing(style::margin);
    addLine(form, tr("&Name"), &SiteSettings::name);
    addLine(form, tr("&Tagline"), &SiteSettings::tagline);
    addLine(form, tr("&Description"), &SiteSettings::description,
            tr("For search engines, up to 120 characters"));
    m_url->setPlaceholderText(QStringLiteral("https://www.example.jp/"));
    form->addRow(tr("Public &address"), m_url);
    connect(m_url, &QLineEdit::editingFinished, this, &SettingsPanel::keep);
    connect(m_url, &QLineEdit::textEdited, &m_soon, qOverload<>(&QTimer::start));
    addLine(form, tr("&Organisation"), &SiteSettings::organization);
    addLine(form, tr("&Postal address"), &SiteSettings::address);
    addLine(form, tr("T&elephone"), &SiteSettings::telephone);
    addLine(form, tr("E-&mail"), &SiteSettings::email);
    addLine(form, tr("Opening &hours"), &SiteSettings::hours);
    addLine(form, tr("&Copyright"), &SiteSettings::copyright);
    form->addRow(tr("Web &server"), makeServerField());
    form->addRow(tr("Theme"), new ThemeField(m_session, this));
    form->addRow(tr("Accent co&lour"), m_accent);
    form->addRow(tr("Search engines"), new IndexNowField(m_session, this));
    connect(m_accent, &AccentField::chosen, this, &SettingsPanel::keep);
    return form;
}

QWidget *SettingsPanel::makeServerField()
{
    auto *field = new QWidget(this);
    auto *layout = new QVBoxLayout(field);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(style::hairGap);
    m_server->setObjectName(QStringLiteral("server"));
    m_server->setAccessibleName(tr("Web server"));
    m_server->addItem(tr("Apache (most rental servers)"));
    m_server->addItem(tr("Other (nginx, object storage …)"));
    auto *why = new QLabel(tr("Apache gets a .htaccess file for old addresses, caching and safety. "
                              "Others do not read it: there each old address becomes a small page "
                              "that sends visitors on."),
                           field);
    why->setWordWrap(true);
    style::markMuted(why);
    layout->addWidget(m_server, 0, Qt::AlignLeft);
    layout->addWidget(why);
    connect(m_server, &QComboBox::activated, this, &SettingsPanel::keep);
    return field;
}

void SettingsPanel::addLine(QFormLayout *form, const QString &label, QString SiteSettings::*member,
                            const QString &hint)
{
    auto *field = new QLineEdit(this);
    field->setPlaceholderText(hint);
    form->addRow(label, field);
    m_entries.append({member, field});
    connect(field, &QLineEdit::editingFinished, this, &SettingsPanel::keep);
    connect(field, &QLineEdit::textEdited, &m_soon, qOverload<>(&QTimer::start));
}

void SettingsPanel::showSettings()
{
    const auto settings = m_session.workspace().site().settings();
    if (!settings)
        return m_session.showError(settings.error());
    m_settings = *settings;
    for (const Entry &entry : std::as_const(m_entries)) {
        if (!entry.field->hasFocus() || !entry.field->isModified())
            showFromStart(entry.field, m_settings.*entry.member);
    }
    if (!m_url->hasFocus() || !m_url->isModified())
        m_url->setText(m_settings.url.toString());
    m_accent->setColor(m_settings.accentColor);
    m_server->setCurrentIndex(m_settings.server == ServerKind::Other ? otherServer : 0);
}

Result<SiteSettings> SettingsPanel::typed() const
{
    SiteSettings typed = m_settings;
    for (const Entry &entry : std::as_const(m_entries))
        typed.*entry.member = entry.field->text().trimmed();
    if (m_url->text().trimmed() != m_settings.url.toString()) {
        const auto url = security::siteAddress(m_url->text());
        if (!url)
            return passOn(url);
        typed.url = *url;
    }
    typed.accentColor = m_accent->color();
    typed.server = m_server->currentIndex() == otherServer ? ServerKind::Other : ServerKind::Apache;
    return typed;
}

/// The program may end at any moment; what is refused is told of when the field is left.
void SettingsPanel::keepTyping()
{
    const auto now = typed();
    if (!now || *now == m_settings || !m_session.workspace().site().save(*now))
        return;
    if (!m_before)
        m_before = m_settings;
    m_settings = *now;
}

void SettingsPanel::keep()
{
    m_soon.stop();
    const auto now = typed();
    // One step back is the one before the field, not the last pause in it.
    if (const auto before = std::exchange(m_before, {})) {
        static_cast<void>(m_session.workspace().site().save(*before));
        m_settings = *before;
    }
    if (!now)
        return m_session.showError(now.error());
    if (*now == m_settings)
        return;
    // What is refused stays in its field, to be corrected; the message says what is wrong.
    if (doUndoably(m_session, tr("The settings of this site are stored."),
                   [&] { return m_session.workspace().site().save(*now); }))
        m_settings = *now;
}

void registerSettings(Registry &registry)
{
    registry.addCompanion([](Session &session) { new ThemeWatcher(session); });
    registry.add({.id = QStringLiteral("settings"),
                  .title = SettingsPanel::tr("Settings"),
                  .icon = QStringLiteral("settings"),
                  .order = 1000,
                  .make = [](Session &session, QWidget *parent) -> QWidget * {
                      return new SettingsPanel(session, parent);
                  }});
}

} // namespace kakehashi::ui
