#pragma once

#include "content/page/pagerepository.h"
#include "support/testsite.h"
#include "ui/shell/actions.h"
#include "ui/shell/session.h"

#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QWidget>

namespace kakehashi::test {

/// An empty site in a temporary folder, opened as the window opens it. Settings of this run go
/// into the same folder.
class OpenSite
{
public:
    OpenSite()
    {
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_folder.path());
        QSettings().clear();
        auto made = workspace::Workspace::create(siteFolder(), QStringLiteral("見本"));
        if (!made)
            qFatal("%s", qPrintable(made.error().text));
        session = std::make_unique<ui::Session>(*std::move(made), actions);
    }

    QString siteFolder() const { return m_folder.filePath(QStringLiteral("site")); }
    QString file(const QString &name) const { return m_folder.filePath(name); }
    content::PageRepository &pages() { return session->workspace().pages(); }

    Ulid page(const QString &path, const QString &title, const QString &body = {},
              const QString &kind = QStringLiteral("page"))
    {
        content::NewPage wanted{.kind = kind, .path = path};
        wanted.content.title = title;
        wanted.content.body = body;
        const auto made = pages().create(wanted);
        if (!made)
            qFatal("%s", qPrintable(made.error().text));
        return made->id;
    }

private:
    QTemporaryDir m_folder;

public:
    QWidget window;
    ui::ActionRegistry actions{&window};
    std::unique_ptr<ui::Session> session;
};

} // namespace kakehashi::test
