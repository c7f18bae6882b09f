#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace kakehashi::render {

struct Heading
{
    int level = 2;
    std::string id;
    std::string text; ///< HTML-escaped, without tags
};

/// Whether an id belongs to the theme, to footnotes or to charts: "main", "top", "fn-1",
/// "contact-heading". Themes keep to these (resources/theme/README.md).
bool isReservedId(std::string_view id);

/// Takes "{#id .class}" off the end of a heading's words, which are HTML or plain text. Classes
/// mean nothing here. Answers the id; empty when none is given.
std::string takeWantedId(std::string &words);

/// The headings of a page and their ids.
class Headings
{
public:
    /// An id for this heading: a slug of ASCII text, otherwise a short hash of the words, so that
    /// links to it go on working when other headings come and go. Unique in the page.
    std::string add(int level, const std::string &text, const std::string &wantedId = {});
    /// The id that an element of the body gets that asks for this one: never one that the page has
    /// already or that the theme, footnotes and charts use.
    std::string claim(const std::string &wantedId);
    /// Ids that were asked for and belong to the theme → the ones given instead.
    const std::map<std::string, std::string> &moved() const { return m_moved; }
    const std::vector<Heading> &all() const { return m_all; }

    /// Nested lists of links to the h2 and h3.
    std::string contents() const;

private:
    std::vector<Heading> m_all;
    std::set<std::string> m_ids;
    std::map<std::string, std::string> m_moved;
    std::unordered_map<std::string, int> m_numbers; ///< highest given to a name so far
};

} // namespace kakehashi::render
