#include "render/search/searchindex.h"

#include "base/clock.h"
#include "base/jsontext.h"
#include "base/text.h"
#include "render/html.h"
#include "render/search/terms.h"
#include "render/site/pagedata.h"
#include "render/site/parallel.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>

namespace kakehashi::render {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Render)
};

constexpr size_t bucketCount = 256;
constexpr size_t smallestPart = 128;
constexpr size_t largestPart = 4096;
/// A first query reads four shards and up to ten blocks of texts: at 1,000 pages 4 to 92 KB, a
/// third of it over the line.
constexpr size_t shardBytes = 1536;
/// A page's text is some 2 KB, of which a first query reads forty at most.
constexpr size_t textsInBlock = 4;
constexpr size_t excerptLength = 70; ///< in UTF-16, as JavaScript counts

std::string shownText(const content::Field &field, const QJsonValue &value)
{
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15).toStdString();
    const QDate date = field.type == content::FieldType::Date
                           ? QDate::fromString(value.toString(), Qt::ISODate)
                           : QDate();
    return utf8(date.isValid() ? eraDate(date) : value.toString());
}

/// What people typed into the form and visitors read: venues, winners. Addresses of links, names of
/// files and moments for machines are not read.
void appendTexts(const QList<content::Field> &fields, const QJsonObject &values, std::string &out)
{
    using content::FieldType;
    for (const content::Field &field : fields) {
        const QJsonValue value = values.value(field.name);
        if (field.type == FieldType::Table) {
            for (const QJsonValue row : value.toArray())
                appendTexts(field.columns, row.toObject(), out);
        } else if (field.type != FieldType::Url && field.type != FieldType::Media &&
                   field.type != FieldType::DateTime) {
            if (const std::string text = shownText(field, value); !text.empty())
                out += text + '\n';
        }
    }
}

/// The text, or as many whole characters of it as go into an excerpt and "…".
std::string beginningOf(std::string text)
{
    size_t units = 0;
    for (size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if ((byte & 0xC0U) == 0x80U)
            continue;
        units += byte >= 0xF0 ? 2 : 1;
        if (units > excerptLength)
            return text.substr(0, at) + "…";
    }
    return text;
}

std::string entryOf(const PageValue &page, const std::string &text)
{
    const content::PageContent &content = page.content;
    JsonText json;
    json.open('[').text(QStringView(content.title)).text(QStringView(page.path));
    json.text(content.date.isValid() ? isoDate(content.date) : std::string());
    return json.text(beginningOf(text)).close(']').take();
}

/// When the page was made: an id begins with milliseconds since 1970 in Crockford's base 32.
QDate madeOn(const Ulid &id)
{
    static const QString digits = QStringLiteral("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    qint64 milliseconds = 0;
    for (const QChar c : id.toString().left(10))
        milliseconds = milliseconds * 32 + std::max<qint64>(0, digits.indexOf(c));
    return QDateTime::fromMSecsSinceEpoch(milliseconds, japanTime()).date();
}

void appendVarint(std::string &out, std::uint32_t number)
{
    for (; number >= 0x80; number >>= 7U)
        out += static_cast<char>(number | 0x80U);
    out += static_cast<char>(number);
}

void writeBitmap(std::string &bits, const std::uint64_t *first, const std::uint64_t *last,
                 size_t documents)
{
    bits.assign((documents + 7) / 8, '\0');
    for (; first != last; ++first) {
        const auto document = static_cast<std::uint32_t>(*first);
        auto &byte = bits[document / 8];
        byte = static_cast<char>(static_cast<unsigned char>(byte) | 1U << document % 8);
    }
}

/// By hash, of which the top 8 bits are the same; those of one hash stay in order. std::sort took
/// four times as long.
void sortByHash(std::uint64_t *first, std::uint64_t *last)
{
    constexpr size_t digits = 256;
    thread_local std::vector<std::uint64_t> other;
    other.resize(static_cast<size_t>(last - first));
    for (const unsigned shift : {32U, 40U, 48U}) {
        std::array<size_t, digits> ends{};
        for (const auto *each = first; each != last; ++each)
            ++ends[*each >> shift & 0xFFU];
        std::exclusive_scan(ends.begin(), ends.end(), ends.begin(), size_t(0));
        for (const auto *each = first; each != last; ++each)
            other[ends[*each >> shift & 0xFFU]++] = *each;
        std::copy(other.begin(), other.end(), first);
    }
}

/// One term with the documents that hold it, each of which is the low half of a number.
void appendTerm(std::string &out, const std::uint64_t *first, const std::uint64_t *last,
                size_t documents)
{
    const auto hash = static_cast<std::uint32_t>(*first >> 32U);
    thread_local std::string list;
    list.clear();
    std::uint32_t before = 0;
    for (const auto *each = first; each != last; ++each) {
        const auto document = static_cast<std::uint32_t>(*each);
        appendVarint(list, document - before);
        before = document;
    }
    const bool dense = list.size() > (documents + 7) / 8;
    if (dense)
        writeBitmap(list, first, last, documents);
    out += static_cast<char>(hash);
    out += static_cast<char>(hash >> 8U);
    out += static_cast<char>(hash >> 16U);
    appendVarint(out, static_cast<std::uint32_t>(list.size() * 2 + (dense ? 1 : 0)));
    out += list;
}

std::string encoded(std::uint64_t *first, std::uint64_t *last, size_t documents)
{
    sortByHash(first, last);
    std::string out;
    while (first != last) {
        const std::uint64_t hash = *first >> 32U;
        auto *next = first;
        while (next != last && *next >> 32U == hash)
            ++next;
        appendTerm(out, first, next, documents);
        first = next;
    }
    return out;
}

} // namespace

bool isSearchable(const PageValue &page)
{
    return !page.content.seo.noindex && content::isSiteLanguage(page.content.language) &&
           page.kind != QLatin1String("notfound") && page.kind != QLatin1String("search");
}

SearchDocument searchDocumentOf(const PageValue &page, const content::Kind &kind,
                                std::string_view bodyHtml)
{
    SearchDocument document;
    document.id = page.id;
    document.day = page.content.date.isValid() ? page.content.date : madeOn(page.id);
    const std::string title = utf8(page.content.title);
    std::string typed;
    if (!page.content.summary.isEmpty())
        typed = utf8(page.content.summary) + '\n';
    const std::string words = wordsOf(bodyHtml);
    std::string fields;
    appendTexts(kind.fields, page.content.fields, fields);
    const std::string text = typed + words + (fields.empty() ? "" : "\n" + fields);
    appendTermHashes(folded(title), document.titleTerms);
    removeRepeats(document.titleTerms);
    // These grow once; the document gets a copy that fits.
    thread_local std::vector<std::uint32_t> all;
    thread_local std::u16string read;
    foldWords(bodyHtml, read);
    all.clear();
    appendTermHashes(folded(title + '\n' + typed + fields), all);
    appendTermHashes(read, all);
    removeRepeats(all);
    document.terms = all;
    document.entry = entryOf(page, text);
    JsonText json;
    document.text = json.text(std::string_view(text)).take();
    return document;
}

SearchIndex::SearchIndex(std::vector<SearchDocument> documents) : m_documents(std::move(documents))
{
    std::sort(m_documents.begin(), m_documents.end(), [](const auto &a, const auto &b) {
        return a.day != b.day ? a.day < b.day : a.id < b.id;
    });
}

std::vector<SearchIndex::Part> SearchIndex::parts() const
{
    std::vector<Part> parts;
    for (size_t from = 0; from < m_documents.size();) {
        const size_t left = m_documents.size() - from;
        const size_t count =
            left < smallestPart ? left : std::min(std::bit_floor(left), largestPart);
        parts.push_back({from, count, 1, {}});
        from += count;
    }
    return parts;
}

size_t SearchIndex::blockSize() const
{
    return m_documents.size() > largestPart ? 16 : 4;
}

Result<void> SearchIndex::encode(Part &part, int threads, const JobContext &context,
                                 Postings &postings) const
{
    std::array<size_t, bucketCount + 1> starts{};
    const auto each = [&](const auto &use) {
        for (size_t at = 0; at < part.count; ++at) {
            const SearchDocument &document = m_documents[part.from + at];
            for (const std::uint32_t hash : document.terms)
                use(hash, at);
            for (const std::uint32_t hash : document.titleTerms)
                use(hash ^ titleMark, at);
        }
    };
    each([&](std::uint32_t hash, size_t) { ++starts[(hash >> 24U) + 1]; });
    for (size_t bucket = 0; bucket < bucketCount; ++bucket)
        starts[bucket + 1] += starts[bucket];
    postings.makeRoomFor(starts.back());
    std::array<size_t, bucketCount> ends{};
    std::copy_n(starts.begin(), bucketCount, ends.begin());
    each([&](std::uint32_t hash, size_t at) {
        postings.first[ends[hash >> 24U]++] = std::uint64_t(hash) << 32U | at;
    });
    part.buckets.resize(bucketCount);
    auto done = inParallel(bucketCount, threads, context, Text::tr("Building the search"),
                           [&](size_t bucket) -> Result<void> {
                               part.buckets[bucket] =
                                   encoded(postings.first.get() + starts[bucket],
                                           postings.first.get() + starts[bucket + 1], part.count);
                               return {};
                           });
    size_t bytes = 0;
    for (const std::string &bucket : part.buckets)
        bytes += bucket.size();
    part.shards = static_cast<int>(
        std::min(bucketCount, std::bit_ceil(std::max<size_t>(1, bytes / shardBytes))));
    return done;
}

std::string SearchIndex::block(size_t number, size_t size, std::string SearchDocument::*what) const
{
    const size_t from = number * size;
    const size_t to = std::min(from + size, m_documents.size());
    std::string json;
    for (size_t at = from; at < to; ++at)
        json.append(at == from ? "[" : ",\n").append(m_documents[at].*what);
    return json + "]";
}

Result<void> SearchIndex::write(int threads, const JobContext &context,
                                const std::function<Result<void>(SearchFile)> &write) const
{
    const QString folder = QStringLiteral("assets/search/");
    JsonText json;
    json.open('{').key("docs").number(static_cast<int>(m_documents.size()));
    json.key("block").number(static_cast<int>(blockSize()));
    json.key("texts").number(static_cast<int>(textsInBlock)).key("parts").open('[');
    int number = 0;
    Postings postings;
    for (Part &part : parts()) {
        if (auto done = encode(part, threads, context, postings); !done)
            return done;
        const size_t perShard = bucketCount / static_cast<size_t>(part.shards);
        const auto writeShard = [&](size_t shard) {
            std::string bytes;
            for (size_t bucket = shard * perShard; bucket < (shard + 1) * perShard; ++bucket)
                bytes += part.buckets[bucket];
            return write(
                {folder + QStringLiteral("%1/%2.bin").arg(number).arg(shard), std::move(bytes)});
        };
        if (auto done = inParallel(static_cast<size_t>(part.shards), threads, context,
                                   Text::tr("Building the search"), writeShard);
            !done)
            return done;
        json.open('[').number(static_cast<int>(part.count)).number(part.shards).close(']');
        ++number;
    }
    const auto writeBlocks = [&](char letter, size_t size, std::string SearchDocument::*what) {
        const auto writeBlock = [&](size_t at) {
            return write({folder + QStringLiteral("%1%2.json").arg(QLatin1Char(letter)).arg(at),
                          block(at, size, what)});
        };
        return inParallel((m_documents.size() + size - 1) / size, threads, context,
                          Text::tr("Building the search"), writeBlock);
    };
    if (auto done = writeBlocks('d', blockSize(), &SearchDocument::entry); !done)
        return done;
    if (auto done = writeBlocks('t', textsInBlock, &SearchDocument::text); !done)
        return done;
    return write({folder + QStringLiteral("index.json"), json.close(']').close('}').take()});
}

} // namespace kakehashi::render
