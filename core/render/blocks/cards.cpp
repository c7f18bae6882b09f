#include "render/blocks/attributes.h"
#include "render/html.h"
#include "render/markdown/nodetext.h"
#include "render/markdown/parse.h"
#include "render/media/picture.h"
#include "render/site/fieldrows.h"
#include "render/site/pagedata.h"

#include <QCoreApplication>

namespace kakehashi::render {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Render)
};

struct Card
{
    Link link = {};
    std::string title = {};
    std::string summary = {};
    QDate date = {};
    content::Language language = {}; ///< the date's
    const content::MediaAsset *picture = nullptr;
};

void writeCard(const Card &card, BodyWriter &body, std::string &out)
{
    out.append("<li class=\"card\">");
    if (card.picture && isPicture(*card.picture)) {
        const PictureSource source =
            pictureSource(*card.picture, body.index().options().media, body.uses());
        out.append("<div class=\"card__picture\"><img");
        appendAttribute(out, "src", source.src);
        if (!source.srcset.empty()) {
            appendAttribute(out, "srcset", source.srcset);
            out.append(" sizes=\"(min-width: 64em) 376px, (min-width: 40em) 50vw, 100vw\"");
        }
        if (source.width > 0) {
            appendAttribute(out, "width", std::to_string(source.width));
            appendAttribute(out, "height", std::to_string(source.height));
        }
        // The card's title says where it leads; the picture would only repeat it.
        out.append(" alt=\"\" loading=\"lazy\" decoding=\"async\"></div>");
    }
    out.append("<div class=\"card__body\"><p class=\"card__title\"><a href=\"");
    appendHref(out, card.link.href.empty() ? "#" : card.link.href);
    out.append(card.link.external ? "\" class=\"external\" rel=\"noopener\">" : "\">");
    appendEscaped(out, card.title);
    out.append(linkNote(card.link, card.title)).append("</a></p>");
    if (!card.summary.empty())
        out.append("<p class=\"card__summary\">").append(escaped(card.summary)).append("</p>");
    if (card.date.isValid())
        out.append("<p class=\"card__date\"><time datetime=\"")
            .append(isoDate(card.date))
            .append("\">")
            .append(dateText(card.language, card.date))
            .append("</time></p>");
    out.append("</div></li>\n");
}

/// `- [title](target) summary`; the picture is the target page's.
Card cardOf(cmark_node *anchor, int line, BodyWriter &body)
{
    Card card;
    const char *url = cmark_node_get_url(anchor);
    card.link = body.link(url ? url : "", line);
    card.title = wordsOf(anchor);
    for (cmark_node *node = cmark_node_next(anchor); node; node = cmark_node_next(node))
        card.summary += wordsOf(node);
    card.summary.erase(0, std::min(card.summary.find_first_not_of(' '), card.summary.size()));
    const QString path = fromUtf8(card.link.href);
    if (const PageValue *page = body.index().openAt(path.left(path.indexOf(u'#'))))
        card.picture = body.index().media(page->content.picture);
    return card;
}

/// {kind=topic limit=6}: the newest pages of a kind; or a Markdown list of links.
class CardsBlock final : public Block
{
public:
    std::string_view name() const override { return "cards"; }

    void write(const BlockNode &block, BodyWriter &body, std::string &out) const override
    {
        openBlock(out, "ul", "block-cards", block, body);
        if (!block.attribute("kind").empty()) {
            writeNewest(block, body, out);
        } else {
            out.append(">\n");
            writeListed(block, body, out);
        }
        out.append("</ul>\n");
    }

private:
    static void writeNewest(const BlockNode &block, BodyWriter &body, std::string &out)
    {
        int left = numberOf(block, body, "limit", 6, 60);
        const auto &[listed, language] = newestFor(body, fromUtf8(block.attribute("kind")));
        out.append(langMark(body, language)).append(">\n");
        for (const PageValue *page : listed) {
            if (page == &body.page())
                continue;
            if (left-- == 0)
                break;
            const content::PageContent &content = page->content;
            writeCard({{utf8(page->path)},
                       utf8(content.title),
                       utf8(content.summary),
                       shownDate(*page),
                       language,
                       body.index().media(content.picture)},
                      body, out);
        }
    }

    static void writeListed(const BlockNode &block, BodyWriter &body, std::string &out)
    {
        int written = 0;
        for (const BodyPart &part : block.parts) {
            if (part.kind != BodyPart::Kind::Markdown)
                continue;
            const Document document = parseMarkdown(part.text);
            for (cmark_node *item : nodesOf(document.get(), CMARK_NODE_ITEM)) {
                const auto links = nodesOf(item, CMARK_NODE_LINK);
                if (links.empty())
                    continue;
                writeCard(cardOf(links.front(), part.line + lineOf(item) - 1, body), body, out);
                ++written;
            }
        }
        if (written == 0)
            body.report(Severity::Should, "cards-empty",
                        Text::tr("There are no cards. Write kind=… in the braces, or lines like "
                                 "\"- [title](/path/) text\"."),
                        block.line);
    }
};

} // namespace

const Block &cardsBlock()
{
    static const CardsBlock block;
    return block;
}

} // namespace kakehashi::render
