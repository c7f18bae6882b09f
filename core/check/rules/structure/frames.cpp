#include "check/html/names.h"
#include "check/rules/structure/structurerules.h"

namespace kakehashi::check {

/// What is embedded says what it is (WCAG 4.1.2, H64).
void frameTitle(const PageView &page, Report &report)
{
    for (const std::string_view name : {"iframe", "frame"}) {
        for (const Element &frame : page.document.all(name)) {
            const QString title = toText(frame.value("title")).simplified();
            if (title.isEmpty() || page.book.words().altTexts.contains(title.toLower()))
                report.at(frame, StructureRules::tr("The embedded page %1 has no title that says "
                                                    "what it is.")
                                     .arg(toText(frame.value("src"))));
        }
    }
}

/// Fields and buttons have names (WCAG 1.3.1, 3.3.2, 4.1.2).
void formLabel(const PageView &page, Report &report)
{
    const auto hasLabel = [&page](const Element &field) {
        if (field.closest("label"))
            return true;
        const std::string_view id = field.value("id");
        for (const Element &label : page.document.all("label")) {
            if (!id.empty() && label.value("for") == id && !label.text().isEmpty())
                return true;
        }
        return false;
    };
    for (const std::string_view name : {"input", "select", "textarea"}) {
        for (const Element &field : page.document.all(name)) {
            const std::string_view type = field.value("type");
            if (type == "hidden" || type == "submit" || type == "reset" || type == "image" ||
                type == "button")
                continue;
            const bool named =
                field.has("aria-label") || field.has("aria-labelledby") || field.has("title");
            if (!named && !hasLabel(field))
                report.at(field, StructureRules::tr("The field \"%1\" has no label.")
                                     .arg(toText(field.value("name"))));
        }
    }
    for (const Element &button : page.document.all("button")) {
        if (accessibleName(page.document, button).isEmpty())
            report.at(button, StructureRules::tr("A button has no name."));
    }
}

/// Sound that starts by itself drowns a screen reader (WCAG 1.4.2).
void mediaAutoplay(const PageView &page, Report &report)
{
    for (const std::string_view name : {"video", "audio"}) {
        for (const Element &player : page.document.all(name)) {
            if (player.has("autoplay") && !player.has("muted"))
                report.at(player, StructureRules::tr("A player starts with sound by itself."));
        }
    }
    for (const Element &frame : page.document.all("iframe")) {
        const std::string_view source = frame.value("src");
        if (source.find("autoplay=1") != std::string_view::npos &&
            source.find("mute=1") == std::string_view::npos)
            report.at(frame, StructureRules::tr("An embedded video starts with sound by itself."));
    }
}

/// Captions cannot be judged from here (WCAG 1.2.2).
void mediaCaptions(const PageView &page, Report &report)
{
    for (const Element &video : page.document.all("video")) {
        if (video.descendants("track").empty())
            report.at(video, StructureRules::tr("A video has no captions track."));
    }
    for (const Element &frame : page.document.all("iframe")) {
        if (frame.value("src").find("youtube") != std::string_view::npos)
            report.at(frame, StructureRules::tr("Has the video \"%1\" captions, and is what it "
                                                "shows said in the text, too?")
                                 .arg(toText(frame.value("title"))));
    }
}

} // namespace kakehashi::check
