#pragma once

#include "render/render.h"
#include "render/sinks.h"

#include <QSize>
#include <QTemporaryDir>

namespace kakehashi::test {

/// A small site in memory, at 2026-04-01 09:00 in Japan: kinds page, home, list, topic; a home
/// page, "/kenmin/" and whatever the test adds. Media are real files in a temporary folder.
class SiteFixture
{
public:
    SiteFixture();

    /// Adds a page, or replaces the content of the one that is there.
    Ulid page(const QString &path, const content::PageContent &content,
              const QString &kind = QStringLiteral("page"));
    /// Puts the bytes among the media. `size` is the picture's, as the import would have found it.
    Ulid media(const QString &fileName, const QByteArray &bytes, const QString &mimeType,
               QSize size = {});
    /// A picture of noise, so that every size of it differs.
    Ulid picture(const QString &fileName, QSize size);

    render::SiteSnapshot &snapshot() { return m_snapshot; }
    const render::SiteSnapshot &snapshot() const { return m_snapshot; }
    const render::Theme &theme() const { return *m_theme; }
    render::RenderOptions &options() { return m_options; }

    /// The body as it stands on the page "/body/".
    struct Body
    {
        QString html;
        Issues issues;
        QStringList rules() const;
    };
    Body body(const QString &markdown, content::BodyFormat format = content::BodyFormat::Markdown);

    Result<render::RenderedPage> render(const QString &path) const;
    Result<render::SiteBuild> build(render::OutputSink &sink) const;

private:
    QTemporaryDir m_folder;
    render::SiteSnapshot m_snapshot;
    render::ThemePtr m_theme;
    render::RenderOptions m_options;
};

/// The theme of tests/render/theme.
render::ThemePtr testTheme();

} // namespace kakehashi::test
