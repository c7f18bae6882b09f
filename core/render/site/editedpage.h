#pragma once

#include "render/render.h"

#include <memory>

namespace kakehashi::render {

class SiteIndex;

/// One page while its text is typed. What all pages share is found once and kept from keystroke to
/// keystroke; only an edit of what other pages may show (title, date, period …) finds it anew. One
/// thread at a time.
class EditedPage
{
public:
    /// NotFound when the page is no part of the site.
    static Result<std::unique_ptr<EditedPage>> create(SnapshotPtr site, ThemePtr theme,
                                                      RenderOptions options, const Ulid &page);
    ~EditedPage();

    bool isOf(const SnapshotPtr &site, const ThemePtr &theme, const Ulid &page) const;
    /// The page with this content in place of the stored one.
    Result<RenderedPage> render(const content::PageContent &content);
    /// The page as it is stored.
    Result<RenderedPage> render();

private:
    EditedPage(SnapshotPtr site, ThemePtr theme, RenderOptions options, const PageValue &page);
    void index(const content::PageContent &content);

    SnapshotPtr m_site;
    ThemePtr m_theme;
    RenderOptions m_options;
    PageValue m_stored;
    std::shared_ptr<PageValue> m_page; ///< in m_edited
    std::unique_ptr<SiteSnapshot> m_edited;
    std::unique_ptr<SiteIndex> m_index;
};

} // namespace kakehashi::render
