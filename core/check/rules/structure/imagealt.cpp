#include "check/rules/structure/structurerules.h"

#include <QRegularExpression>

namespace kakehashi::check {
namespace {

QString sourceName(const Element &picture)
{
    return toText(picture.value("src")).section(u'/', -1);
}

bool isFileName(const QString &alt)
{
    static const QRegularExpression name(
        QStringLiteral("^[\\w .()\\-]*\\.(jpe?g|png|gif|webp|svg|bmp|heic|tiff?)$|"
                       "^(IMG|DSC|DSCN|DSCF|P|PXL|image|photo)[_\\- ]?\\d{3,}$"),
        QRegularExpression::CaseInsensitiveOption);
    return name.match(alt).hasMatch();
}

} // namespace

/// Every picture says what it shows, or alt="" that it shows nothing (WCAG 1.1.1).
void imageAlt(const PageView &page, Report &report)
{
    for (const Element &picture : page.document.all("img")) {
        if (!picture.has("alt"))
            report.at(picture, StructureRules::tr("The picture %1 has no alternative text.")
                                   .arg(sourceName(picture)));
    }
    for (const Element &area : page.document.all("area")) {
        if (area.has("href") && area.value("alt").empty())
            report.at(area, StructureRules::tr("An area of an image map has no text."));
    }
    for (const Element &input : page.document.all("input")) {
        if (input.value("type") == "image" && input.value("alt").empty())
            report.at(input, StructureRules::tr("A picture button has no alternative text."));
    }
}

/// Alternative text that is a file name or only says that it is a picture.
void imageAltText(const PageView &page, Report &report)
{
    for (const Element &picture : page.document.all("img")) {
        const QString alt = toText(picture.value("alt")).simplified();
        if (alt.isEmpty())
            continue;
        if (isFileName(alt) || page.book.words().altTexts.contains(alt.toLower()))
            report.at(picture,
                      StructureRules::tr("The alternative text \"%1\" does not say what the "
                                         "picture shows.")
                          .arg(excerpt(alt)),
                      alt);
    }
}

/// Alternative text is heard in one go, without pause or going back.
void imageAltLong(const PageView &page, Report &report)
{
    for (const Element &picture : page.document.all("img")) {
        const QString alt = toText(picture.value("alt")).simplified();
        if (alt.size() > page.book.words().limits.altLongest)
            report.at(picture,
                      StructureRules::tr("The alternative text has %n characters. Say the main "
                                         "thing, and the rest in the text.",
                                         nullptr, static_cast<int>(alt.size())),
                      alt);
    }
}

/// The caption again as alternative text: it is read out twice.
void imageAltRepeats(const PageView &page, Report &report)
{
    for (const Element &figure : page.document.all("figure")) {
        const auto captions = figure.descendants("figcaption");
        const auto pictures = figure.descendants("img");
        if (captions.size() != 1 || pictures.size() != 1)
            continue;
        const QString alt = toText(pictures.front().value("alt")).simplified();
        if (!alt.isEmpty() && alt == captions.front().visibleText())
            report.at(figure, StructureRules::tr("Alternative text and caption are the same: "
                                                 "\"%1\". Say in the one what the picture shows.")
                                  .arg(excerpt(alt)));
    }
}

/// Pictures pasted into the text as data: cannot be cached, scaled or found again.
void imageData(const PageView &page, Report &report)
{
    for (const Element &picture : page.document.all("img")) {
        if (picture.value("src").substr(0, 5) == "data:")
            report.at(picture, StructureRules::tr("A picture is pasted into the text. Add it to "
                                                  "the media instead."));
    }
}

} // namespace kakehashi::check
