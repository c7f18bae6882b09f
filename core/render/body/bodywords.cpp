#include "render/body/bodywords.h"

#include <array>

namespace kakehashi::render {
namespace {

struct Words
{
    std::string_view japanese;
    std::string_view english;
};

/// In the order of BodyWord.
constexpr std::array<Words, 20> words{{{"お知らせ", "Information"},
                                       {"注意", "Warning"},
                                       {"重要", "Important"},
                                       {"完了", "Done"},
                                       {"動画", "Video"},
                                       {"地図", "Map"},
                                       {"表", "Table"},
                                       {"目次", "Contents"},
                                       {"注釈", "Notes"},
                                       {"注", "Note "},
                                       {"本文の注", "Back to note "},
                                       {"（", " (place "},
                                       {"か所目）", ")"},
                                       {"へ戻る", " in the text"},
                                       {"（提供：", " (Credit: "},
                                       {"）", ")"},
                                       {"提供：", "Credit: "},
                                       {"（", " ("},
                                       {"）", ")"},
                                       {"（外部サイトへリンク）", " (external site)"}}};

} // namespace

std::string_view bodyWord(BodyWord word, const content::Language &language)
{
    const Words &both = words.at(static_cast<size_t>(word));
    return content::isSiteLanguage(language) ? both.japanese : both.english;
}

} // namespace kakehashi::render
