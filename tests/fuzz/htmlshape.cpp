#include "htmlshape.h"

#include "require.h"

#include <QByteArrayList>
#include <QSet>
#include <QStringDecoder>

#include <algorithm>

namespace kakehashi::fuzz {
namespace {

QSet<QByteArray> words(const char *list)
{
    const QByteArrayList all = QByteArray(list).split(' ');
    return QSet<QByteArray>(all.begin(), all.end());
}

bool isNameChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
}

/// What a browser makes of an attribute's value; every "&" must begin one of our own entities.
QByteArray decoded(QByteArrayView value)
{
    struct Entity
    {
        QByteArrayView written;
        char meant;
    };
    static const Entity entities[] = {{"&amp;", '&'},  {"&lt;", '<'},   {"&gt;", '>'},
                                      {"&quot;", '"'}, {"&#39;", '\''}, {"&#x27;", '\''}};
    QByteArray plain;
    while (!value.isEmpty()) {
        qsizetype taken = 1;
        char c = value.front();
        if (c == '&') {
            taken = 0;
            for (const Entity &entity : entities) {
                if (value.startsWith(entity.written)) {
                    c = entity.meant;
                    taken = entity.written.size();
                }
            }
            require(taken > 0, "every & is escaped", value);
        }
        plain += c;
        value = value.sliced(taken);
    }
    return plain;
}

/// As a browser begins to read a URL (url.spec.whatwg.org).
QByteArray asBrowserReads(QByteArray url)
{
    for (const char c : {'\t', '\n', '\r'})
        url.replace(c, "");
    while (!url.isEmpty() && static_cast<unsigned char>(url.front()) <= 0x20)
        url.remove(0, 1);
    return url.toLower();
}

QByteArray schemeOf(const QByteArray &given)
{
    const QByteArray url = asBrowserReads(given);
    for (qsizetype at = 0; at < url.size(); ++at) {
        if (url[at] == ':')
            return url.first(at);
        if (!isNameChar(url[at]) && url[at] != '+' && url[at] != '.')
            break; // no scheme has it
    }
    return {};
}

void requireFrameUrl(const QByteArray &url)
{
    static const QByteArrayList hosts{"https://www.youtube-nocookie.com/embed/",
                                      "https://www.google.com/maps/embed",
                                      "https://maps.google.com/maps", "https://maps.gsi.go.jp/",
                                      "https://www.openstreetmap.org/export/embed.html"};
    QByteArray read = asBrowserReads(url);
    if (const qsizetype port = read.indexOf(":/", 8); port >= 0 && port < read.indexOf('/', 8))
        read.remove(port, 1); // an empty one means the usual
    if (const qsizetype query = read.indexOf('?'); query >= 0)
        read.truncate(query);
    bool good = false;
    for (const QByteArray &host : hosts)
        good = good || QByteArray(read + '/').startsWith(host);
    require(good, "frames come from a known host", url);
}

void requireUrl(const QByteArray &element, const QByteArray &attribute, const QByteArray &url)
{
    static const QSet<QByteArray> harmless = words("http https mailto tel media");
    static const QSet<QByteArray> places = words("href src cite poster data action formaction "
                                                 "background longdesc usemap manifest ping");
    if (element == "iframe" && attribute == "src")
        requireFrameUrl(url);
    if (places.contains(attribute)) {
        const QByteArray scheme = schemeOf(url);
        require(scheme.isEmpty() || harmless.contains(scheme), "the scheme of a URL is harmless",
                url);
    }
    if (attribute == "srcset") {
        for (const QByteArray &one : url.split(',')) {
            const QByteArray scheme = schemeOf(one.simplified().split(' ').first());
            require(scheme.isEmpty() || harmless.contains(scheme), "a srcset is harmless");
        }
    }
}

class Reader
{
public:
    explicit Reader(QByteArrayView html) : m_rest(html) {}

    void read()
    {
        while (!m_rest.isEmpty()) {
            if (m_rest.front() == '<')
                tag();
            else
                text();
        }
        require(m_open.isEmpty(), "every element ends");
    }

private:
    char front() const { return m_rest.isEmpty() ? '\0' : m_rest.front(); }

    void skip(qsizetype count) { m_rest = m_rest.sliced(count); }

    bool take(QByteArrayView wanted)
    {
        const bool there = m_rest.startsWith(wanted);
        if (there)
            skip(wanted.size());
        return there;
    }

    void text()
    {
        qsizetype end = m_rest.indexOf('<');
        end = end < 0 ? m_rest.size() : end;
        decoded(m_rest.first(end));
        skip(end);
    }

    QByteArray name()
    {
        qsizetype end = 0;
        while (end < m_rest.size() && isNameChar(m_rest[end]))
            ++end;
        const QByteArray name = m_rest.first(end).toByteArray();
        skip(end);
        return name;
    }

    void tag()
    {
        static const QSet<QByteArray> ends = words("area base br col embed hr img input link meta "
                                                   "param source track wbr");
        static const QSet<QByteArray> forbidden =
            words("script style object embed applet base link meta form frame frameset noscript "
                  "template title xmp plaintext textarea select math portal");
        skip(1);
        const bool closes = take("/");
        const QByteArray element = name();
        require(!element.isEmpty(), "every < begins a tag", m_rest);
        const bool inDrawing = element == "title" && m_open.contains("svg");
        require(inDrawing || !forbidden.contains(element), "no forbidden element", element);
        if (closes) {
            require(!m_open.isEmpty() && m_open.last() == element, "elements are nested", m_rest);
            m_open.removeLast();
            require(take(">"), "an end tag holds nothing");
            return;
        }
        m_seen.clear();
        while (front() == ' ' && !m_rest.startsWith(" />"))
            attribute(element);
        const bool endsItself = take(" />") || take("/>");
        require(endsItself || take(">"), "a tag ends", m_rest);
        if (!endsItself && !ends.contains(element))
            m_open.append(element);
    }

    void attribute(const QByteArray &element)
    {
        skip(1);
        QByteArray key = name();
        while (front() == ':' || front() == '_' || (front() >= 'A' && front() <= 'Z')) {
            key += front(); // viewBox and the like
            skip(1);
            key += name();
        }
        require(!key.isEmpty(), "an attribute has a name");
        require(!m_seen.contains(key), "no attribute twice");
        m_seen.insert(key);
        const QByteArray lower = key.toLower();
        require(!lower.startsWith("on") && lower != "srcdoc" && lower != "style" &&
                    !lower.startsWith("xlink"),
                "no attribute that runs", key);
        if (!take("="))
            return;
        require(take("\""), "values are quoted");
        const qsizetype end = m_rest.indexOf('"');
        require(end >= 0, "a value ends");
        const QByteArrayView value = m_rest.first(end);
        require(!value.contains('<'), "no tag begins within a value");
        requireUrl(element, lower, decoded(value));
        skip(end + 1);
    }

    QByteArrayView m_rest;
    QByteArrayList m_open;
    QSet<QByteArray> m_seen;
};

} // namespace

void requireSafeHtml(QByteArrayView html)
{
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
    const QByteArray read = QString(utf8(html)).toUtf8();
    const auto differs = std::mismatch(read.begin(), read.end(), html.begin(), html.end()).second;
    require(read == html, "it is UTF-8",
            html.sliced(std::max<qsizetype>(0, differs - html.begin() - 40)));
    require(!html.contains('\0'), "no NUL");
    Reader(html).read();
}

} // namespace kakehashi::fuzz
