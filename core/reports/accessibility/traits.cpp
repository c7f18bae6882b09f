#include "reports/accessibility/traits.h"

#include <algorithm>
#include <array>

namespace kakehashi::reports {
namespace {

using check::Document;
using check::Element;

bool isMovie(const Element &frame)
{
    const std::string_view source = frame.value("src");
    return source.find("youtube") != std::string_view::npos ||
           source.find("vimeo") != std::string_view::npos ||
           source.find("video") != std::string_view::npos;
}

bool isMoving(const Element &image)
{
    return image.value("src").ends_with(".gif");
}

bool isField(const Element &element)
{
    const std::string_view type = element.value("type");
    return element.is("select") || element.is("textarea") ||
           (element.is("input") && type != "hidden" && type != "submit" && type != "button");
}

bool isValidated(const Element &element)
{
    return isField(element) &&
           (element.has("required") || element.has("pattern") || element.value("type") == "email");
}

bool hasHandler(const Element &element)
{
    static constexpr std::array handlers{"onfocus", "onblur", "onchange", "oninput", "onmouseover"};
    return std::any_of(handlers.begin(), handlers.end(),
                       [&](const char *name) { return element.has(name); });
}

bool hasWays(const Document &document)
{
    const auto &forms = document.all("form");
    const bool search = std::any_of(forms.begin(), forms.end(), [](const Element &form) {
        return form.value("role") == "search" || form.value("action") == "/search/";
    });
    return search && document.first("nav");
}

} // namespace

QSet<QString> traitsOf(const Document &document)
{
    QSet<QString> traits{QStringLiteral("always"), QStringLiteral("noHandlers")};
    const auto add = [&](const char *trait, bool has) {
        if (has)
            traits.insert(QLatin1String(trait));
    };
    const auto any = [&](const char *name, auto &&test) {
        const auto &all = document.all(name);
        return std::any_of(all.begin(), all.end(), test);
    };
    const auto present = [](const Element &) { return true; };
    const auto autoplays = [](const Element &each) { return each.has("autoplay"); };
    const bool media = any("video", present) || any("audio", present) || any("iframe", isMovie);
    const bool autoplay = any("video", autoplays) || any("audio", autoplays);
    add("media", media);
    add("autoplay", autoplay);
    add("images", any("img", present) || any("svg", present) || any("iframe", present));
    add("moving", media || autoplay || any("marquee", present) || any("blink", present) ||
                      any("img", isMoving));
    add("refresh", any("meta", [](const Element &meta) {
            return QString::fromUtf8(meta.value("http-equiv").data(),
                                     qsizetype(meta.value("http-equiv").size()))
                       .compare(QLatin1String("refresh"), Qt::CaseInsensitive) == 0;
        }));
    add("post", any("form", [](const Element &form) { return form.value("method") == "post"; }));
    add("ways", hasWays(document));
    for (const Element &element : document.elements()) {
        add("forms", isField(element));
        add("validation", isValidated(element));
        if (hasHandler(element))
            traits.remove(QStringLiteral("noHandlers"));
    }
    return traits;
}

} // namespace kakehashi::reports
