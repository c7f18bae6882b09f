#include "security/htmlallowlist.h"

#include "security/htmlscan.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace kakehashi::security {
namespace {

using Names = QSet<QByteArray>;

Names names(const char *list)
{
    const QList<QByteArray> words = QByteArray(list).split(' ');
    return Names(words.begin(), words.end());
}

const Names &kept()
{
    static const Names set = names(
        "a abbr address article aside audio b bdi bdo blockquote br caption cite code col colgroup "
        "dd del details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i "
        "img ins kbd li mark nav ol p picture pre q rp rt ruby s samp section small source span "
        "strong sub summary sup table tbody td tfoot th thead time tr track u ul var video wbr");
    return set;
}

/// Their contents are code, other documents or nothing that is text.
const Names &discarded()
{
    static const Names set =
        names("applet base embed frame frameset head link math meta noembed noframes noscript "
              "object param script style svg template title xmp plaintext canvas map area");
    return set;
}

const QHash<QByteArray, Names> &attributes()
{
    static const QHash<QByteArray, Names> map{
        {"a", names("href hreflang download type")},
        {"audio", names("src controls preload loop muted")},
        {"blockquote", names("cite")},
        {"col", names("span")},
        {"colgroup", names("span")},
        {"del", names("cite datetime")},
        {"details", names("open")},
        {"iframe", names("src width height allowfullscreen loading")},
        {"img", names("src srcset sizes alt width height loading decoding")},
        {"ins", names("cite datetime")},
        {"li", names("value")},
        {"ol", names("start reversed type")},
        {"q", names("cite")},
        {"source", names("src srcset sizes type media")},
        {"td", names("colspan rowspan headers")},
        {"th", names("colspan rowspan headers scope abbr")},
        {"time", names("datetime")},
        {"track", names("src kind srclang label default")},
        {"video", names("src poster controls preload loop muted width height playsinline")},
    };
    return map;
}

const Names &selfClosing()
{
    static const Names set = names("p li dt dd td th tr tbody thead tfoot caption colgroup option "
                                   "optgroup rt rp");
    return set;
}

const Names &rawText()
{
    static const Names set = names("script style textarea title xmp iframe noembed noframes");
    return set;
}

bool isLetter(char c)
{
    return c >= 'a' && c <= 'z';
}

/// A parser takes almost any character into a name, quotes too.
bool isAria(const QByteArray &attribute)
{
    return attribute.startsWith("aria-") &&
           std::all_of(attribute.cbegin(), attribute.cend(),
                       [](char c) { return isLetter(c) || c == '-'; });
}

} // namespace

ElementFate fateOf(const QByteArray &element)
{
    if (element == "iframe")
        return ElementFate::Frame;
    if (kept().contains(element))
        return ElementFate::Keep;
    return discarded().contains(element) ? ElementFate::Discard : ElementFate::Unwrap;
}

QList<QByteArray> discardedElements()
{
    return discarded().values();
}

AttributeFate fateOf(const QByteArray &element, const QByteArray &attribute)
{
    static const Names global = names("class id lang dir title role");
    // What editors of old sites left everywhere; a line for each would bury the real findings.
    static const Names unremarkable =
        names("style align valign bgcolor border cellpadding "
              "cellspacing target rel width height frameborder allow");
    static const Names links = names("href cite");
    static const Names pictures = names("src poster");
    if (global.contains(attribute) || isAria(attribute))
        return AttributeFate::Keep;
    if (!attributes().value(element).contains(attribute))
        return unremarkable.contains(attribute) || attribute.startsWith("data-")
                   ? AttributeFate::DropSilently
                   : AttributeFate::Drop;
    if (attribute == "srcset")
        return AttributeFate::PictureSet;
    if (links.contains(attribute))
        return AttributeFate::Link;
    if (pictures.contains(attribute))
        return element == "iframe" ? AttributeFate::Embed : AttributeFate::Picture;
    return AttributeFate::Keep;
}

bool isVoidElement(const QByteArray &element)
{
    static const Names set = names("area base br col embed hr img input link meta param source "
                                   "track wbr");
    return set.contains(element);
}

bool isBlockElement(const QByteArray &element)
{
    static const Names set =
        names("address article aside blockquote caption col colgroup dd details div dl dt "
              "figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li nav ol p pre section "
              "summary table tbody td tfoot th thead tr ul");
    return set.contains(element);
}

bool fitsInto(const QByteArray &element, const QByteArray &parent)
{
    static const QHash<QByteArray, Names> parents{
        {"li", names("ul ol")},
        {"dt", names("dl div")},
        {"dd", names("dl div")},
        {"summary", names("details")},
        {"figcaption", names("figure")},
        {"caption", names("table")},
        {"colgroup", names("table")},
        {"col", names("colgroup")},
        {"thead", names("table")},
        {"tbody", names("table")},
        {"tfoot", names("table")},
        {"tr", names("table thead tbody tfoot")},
        {"td", names("tr")},
        {"th", names("tr")},
    };
    const auto wanted = parents.constFind(element);
    return wanted == parents.cend() || wanted->contains(parent);
}

int nestingBound(QByteArrayView input)
{
    const QByteArray html = input.toByteArray().toLower();
    // Within these, end tags and raw text follow other rules; then only openings are counted.
    const bool hasForeign = html.contains("<svg") || html.contains("<math");
    QHash<QByteArray, int> open;
    int depth = 0;
    int deepest = 0;
    for (qsizetype at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
        const Tag tag = tagAt(html, at);
        at = tag.end;
        if (tag.name.isEmpty() || isVoidElement(tag.name) || selfClosing().contains(tag.name))
            continue;
        if (!tag.closes) {
            ++open[tag.name];
            deepest = std::max(deepest, ++depth);
            if (rawText().contains(tag.name) && !hasForeign) {
                const QByteArray endTag = "</" + tag.name;
                const qsizetype end = html.indexOf(endTag, at);
                at = end < 0 ? html.size() : end;
            }
        } else if (!hasForeign && open.value(tag.name) > 0) {
            --open[tag.name];
            --depth;
        }
    }
    return deepest;
}

} // namespace kakehashi::security
