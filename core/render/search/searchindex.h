#pragma once

#include "render/site/siteindex.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace kakehashi::render {

/// What the index keeps of one page.
struct SearchDocument
{
    Ulid id;
    QDate day;                             ///< the page's date, or when it was made
    std::vector<std::uint32_t> terms;      ///< hashes, each once
    std::vector<std::uint32_t> titleTerms; ///< those of the title again
    std::string entry;                     ///< JSON: [title, path, date, beginning of the text]
    std::string text;                      ///< JSON: all of the text but the title
};

/// Whether visitors find the page by searching.
bool isSearchable(const PageValue &page);

SearchDocument searchDocumentOf(const PageValue &page, const content::Kind &kind,
                                std::string_view bodyHtml);

struct SearchFile
{
    QString path; ///< "assets/search/0/3f.bin"
    std::string bytes;
};

/// The index as files: parts of pages from the oldest to the newest, each part split by terms
/// into shards, and blocks of entries. Parts are powers of two in size, so that a new page changes
/// the last and smallest ones only. Same pages, same bytes.
///
///   assets/search/index.json       {"docs":70,"block":4,"texts":4,"parts":[[64,8],[6,1]]}: pages,
///                                  pages in a block and in one of texts, shards
///   assets/search/PART/SHARD.bin   per term: 3 bytes of its hash (little-endian), a varint
///                                  (length × 2 + 1 if a bitmap), then either the pages of the
///                                  part as varints of differences or a bit each
///   assets/search/dN.json          `block` entries of pages
///   assets/search/tN.json          the texts of as many pages as `texts` says: pages that hold all
///                                  terms need not hold the words, so the browser reads them there
///
/// A term is in shard hash >> (32 - log2(shards)); in titles it is kept as hash ^ titleMark.
class SearchIndex
{
public:
    static constexpr std::uint32_t titleMark = 0x800000;

    explicit SearchIndex(std::vector<SearchDocument> documents);

    /// Makes the files one after the other on `threads` threads; `write` is called from all.
    Result<void> write(int threads, const JobContext &context,
                       const std::function<Result<void>(SearchFile)> &write) const;

private:
    struct Part
    {
        size_t from = 0;
        size_t count = 0;
        int shards = 1;
        std::vector<std::string> buckets; ///< encoded terms by the top 8 bits of their hash
    };

    /// Where the postings of one part are sorted; the next part's take the same place.
    struct Postings
    {
        std::unique_ptr<std::uint64_t[]> first;
        size_t count = 0;

        void makeRoomFor(size_t wanted)
        {
            if (wanted > count)
                first = std::make_unique_for_overwrite<std::uint64_t[]>(count = wanted);
        }
    };

    std::vector<Part> parts() const;
    Result<void> encode(Part &part, int threads, const JobContext &context,
                        Postings &postings) const;
    std::string block(size_t number, size_t size, std::string SearchDocument::*what) const;
    size_t blockSize() const;

    std::vector<SearchDocument> m_documents;
};

} // namespace kakehashi::render
