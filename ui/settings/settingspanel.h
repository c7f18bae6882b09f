#pragma once

#include "base/result.h"
#include "content/site/site.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QComboBox;
class QLineEdit;
class QFormLayout;

namespace kakehashi::ui {

class AccentField;
class Registry;
class Session;

/// What is said once for the whole site, and how the window looks to this person.
class SettingsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit SettingsPanel(Session &session, QWidget *parent = nullptr);
    ~SettingsPanel() override; ///< stores what is being typed

private:
    struct Entry
    {
        QString content::SiteSettings::*member;
        QLineEdit *field;
    };

    QFormLayout *makeSiteForm();
    QWidget *makeServerField();
    void addLine(QFormLayout *form, const QString &label, QString content::SiteSettings::*member,
                 const QString &hint = {});
    void showSettings();
    Result<content::SiteSettings> typed() const; ///< fails with an address that is none
    void keepTyping();
    void keep();

    Session &m_session;
    content::SiteSettings m_settings;
    std::optional<content::SiteSettings> m_before; ///< before the field that is being typed into
    QTimer m_soon;
    QList<Entry> m_entries;
    QLineEdit *m_url;
    AccentField *m_accent;
    QComboBox *m_server;
};

void registerSettings(Registry &registry);

} // namespace kakehashi::ui
