#pragma once

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

/// The headings of a page and their ids.
class Headings
{
public:
    /// An id for this heading: a slug of ASCII text, otherwise a short hash of the words, so that
    /// links to it go on working when other headings come and go. Unique in the page.
    std::string add(int level, const std::string &text, const std::string &wantedId = {});
    const std::vector<Heading> &all() const { return m_all; }

    /// Nested lists of links to the h2 and h3.
    std::string contents() const;

private:
    std::vector<Heading> m_all;
    std::set<std::string> m_ids;
    std::unordered_map<std::string, int> m_numbers; ///< highest given to a name so far
};

} // namespace kakehashi::render
