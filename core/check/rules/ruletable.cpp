#include "check/rules/document/documentrules.h"
#include "check/rules/links/linkrules.h"
#include "check/rules/page/pagerules.h"
#include "check/rules/structure/structurerules.h"
#include "check/rules/text/textrules.h"

namespace kakehashi::check {

// A new rule is a file, its line here, and its names, severity and clause in
// resources/rules/rules.json.
const std::vector<PageRule> &pageRules()
{
    static const std::vector<PageRule> rules{
        {"half-width-kana", &halfWidthKana},
        {"full-width-alnum", &fullWidthAlphanumerics},
        {"dependent-character", &dependentCharacters},
        {"broken-character", &brokenCharacters},
        {"space-in-word", &spaceInWord, true},
        {"repeated-spaces", &repeatedSpaces},
        {"ideographic-space", &ideographicSpace},
        {"date-form", &dateForm, true},
        {"weekday-form", &weekdayForm, true},
        {"weekday-wrong", &weekdayWrong, true},
        {"time-form", &timeForm, true},
        {"wave-dash", &waveDash, true},
        {"digit-hyphen", &digitHyphen, true},
        {"phone-form", &phoneForm, true},
        {"term", &terms, true},
        {"typed-bullet", &typedBullet},
        {"footnote", &footnotes},
        {"character-art", &characterArt},
        {"sensory-words", &sensoryWords, true},
        {"link-name", &linkName},
        {"link-text", &linkText},
        {"link-same-name", &linkSameName},
        {"link-adjacent", &linkAdjacent},
        {"link-file-note", &linkFileNote},
        {"link-new-window", &linkNewWindow},
        {"link-external", &linkExternal},
        {"link-attachment", &linkAttachment},
        {"link-scheme", &linkScheme},
        {"link-insecure", &linkInsecure},
        {"link-anchor", &linkAnchor},
        {"image-alt", &imageAlt},
        {"image-alt-text", &imageAltText},
        {"image-alt-long", &imageAltLong},
        {"image-alt-repeats", &imageAltRepeats},
        {"image-data", &imageData},
        {"heading-one", &headingOne},
        {"heading-order", &headingOrder},
        {"heading-empty", &headingEmpty},
        {"heading-fake", &headingFake},
        {"table-header", &tableHeader},
        {"table-scope", &tableScope},
        {"table-caption", &tableCaption},
        {"table-shape", &tableShape},
        {"frame-title", &frameTitle},
        {"form-label", &formLabel},
        {"media-autoplay", &mediaAutoplay},
        {"media-captions", &mediaCaptions},
        {"document-language", &documentLanguage},
        {"document-title", &documentTitle},
        {"document-charset", &documentCharset},
        {"document-doctype", &documentDoctype},
        {"document-refresh", &documentRefresh},
        {"document-viewport", &documentViewport},
        {"document-landmarks", &documentLandmarks},
        {"document-skip-link", &documentSkipLink},
        {"document-obsolete", &documentObsolete},
        {"duplicate-id", &duplicateId},
        {"aria-reference", &ariaReference},
        {"positive-tab-index", &positiveTabIndex},
        {"title-missing", &titleMissing},
        {"title-length", &titleLength},
        {"description-missing", &descriptionMissing},
        {"description-length", &descriptionLength},
        {"thin-page", &thinPage},
        {"translation-older", &translationOlder},
        {"field-required", &fieldRequired},
        {"date-missing", &dateMissing},
        {"mail-address", &mailAddress},
        {"phone-number", &phoneNumber},
        {"my-number", &myNumber},
    };
    return rules;
}

} // namespace kakehashi::check
