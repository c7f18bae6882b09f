#include "render/blocks/attributes.h"
#include "render/html.h"
#include "render/site/fieldrows.h"
#include "render/site/pagedata.h"

namespace kakehashi::render {
namespace {

/// {kind=topic limit=10}: the newest pages of a kind as dated links.
class PagesBlock final : public Block
{
public:
    std::string_view name() const override { return "pages"; }

    void write(const BlockNode &block, BodyWriter &body, std::string &out) const override
    {

        const QString kind = fromUtf8(requiredOf(block, body, "kind"));
        const int limit = numberOf(block, body, "limit", 10, 100);
        const auto &[listed, language] = newestFor(body, kind);
        openBlock(out, "ul", "block-pages", block, body);
        out.append(langMark(body, language)).append(">\n");
        int written = 0;
        for (const PageValue *page : listed) {
            if (page == &body.page())
                continue;
            if (++written > limit)
                break;
            writeRow(*page, language, out);
        }
        out.append("</ul>\n");
    }

private:
    static void writeRow(const PageValue &page, const content::Language &language, std::string &out)
    {
        out.append("<li>");
        if (const QDate day = shownDate(page); day.isValid())
            out.append("<time class=\"block-pages__date\" datetime=\"")
                .append(isoDate(day))
                .append("\">")
                .append(dateText(language, day))
                .append("</time> ");
        out.append("<a class=\"block-pages__link\" href=\"");
        appendHref(out, utf8(page.path));
        out.append("\">").append(escaped(page.content.title)).append("</a></li>\n");
    }
};

} // namespace

const Block &pagesBlock()
{
    static const PagesBlock block;
    return block;
}

} // namespace kakehashi::render
