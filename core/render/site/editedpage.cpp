#include "render/site/editedpage.h"

#include "render/site/document.h"
#include "render/site/siteindex.h"

#include <QCoreApplication>

#include <algorithm>

namespace kakehashi::render {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Render)
};

/// Of a page, others show everything but its text.
bool differInTextOnly(const content::PageContent &before, content::PageContent now)
{
    now.body = before.body;
    return now == before;
}

} // namespace

Result<std::unique_ptr<EditedPage>> EditedPage::create(SnapshotPtr site, ThemePtr theme,
                                                       RenderOptions options, const Ulid &page)
{
    const PageValue *stored = site->page(page);
    if (!stored)
        return fail(ErrorCode::NotFound,
                    Text::tr("The page is no longer part of the site. Choose another one."));
    const PageValue value = *stored;
    return std::unique_ptr<EditedPage>(
        new EditedPage(std::move(site), std::move(theme), std::move(options), value));
}

EditedPage::EditedPage(SnapshotPtr site, ThemePtr theme, RenderOptions options,
                       const PageValue &page)
    : m_site(std::move(site))
    , m_theme(std::move(theme))
    , m_options(std::move(options))
    , m_stored(page)
{}

EditedPage::~EditedPage() = default;

bool EditedPage::isOf(const SnapshotPtr &site, const ThemePtr &theme, const Ulid &page) const
{
    return m_site == site && m_theme == theme && m_stored.id == page;
}

void EditedPage::index(const content::PageContent &content)
{
    m_index.reset();
    m_edited = std::make_unique<SiteSnapshot>(*m_site);
    m_page = std::make_shared<PageValue>(m_stored);
    m_page->content = content;
    const auto place = std::find_if(m_edited->pages.begin(), m_edited->pages.end(),
                                    [this](const auto &each) { return each->id == m_stored.id; });
    if (place != m_edited->pages.end())
        *place = m_page;
    m_index = std::make_unique<SiteIndex>(*m_edited, *m_theme, m_options);
}

Result<RenderedPage> EditedPage::render(const content::PageContent &content)
{
    if (m_index && differInTextOnly(m_page->content, content))
        m_page->content.body = content.body;
    else
        index(content);
    auto document = renderDocument(*m_index, *m_page, 1);
    if (!document)
        return passOn(document);
    return RenderedPage{QByteArray::fromStdString(document->html), std::move(document->issues)};
}

Result<RenderedPage> EditedPage::render()
{
    return render(m_stored.content);
}

} // namespace kakehashi::render
