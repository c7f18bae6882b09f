#pragma once

#include "content/site/site.h"
#include "store/database.h"

namespace kakehashi::content {

/// What is said once for the whole site. The thread of the database.
class SiteRepository
{
public:
    SiteRepository(store::Database &database, store::ChangeHook changed = {});

    /// Corrupt when the site has no settings: Workspace::create() puts them.
    Result<SiteSettings> settings() const;

    /// Invalid when the name is empty, the address is no https or http URL, or the colour is none.
    /// The id is that of the first save and never changes.
    Result<void> save(const SiteSettings &settings);

private:
    store::Database &m_database;
    store::ChangeHook m_changed;
};

/// As in site.json of a sample and in scripts; without the id.
QJsonObject toJson(const SiteSettings &settings);
SiteSettings siteSettingsFromJson(const QJsonObject &json);

} // namespace kakehashi::content
