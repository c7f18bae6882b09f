#include "render/site/telephones.h"

#include "render/html.h"

#include <QRegularExpression>
#include <QSet>
#include <QString>

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace kakehashi::render {
namespace {

/// What is said before a number within so many letters says whose it is.
constexpr qsizetype labelLength = 16;

/// Not read: links lead elsewhere already, and no link may stand in the others.
constexpr std::array<std::string_view, 15> closedElements{"a",   "button", "code",  "h1",  "h2",
                                                          "h3",  "h4",     "h5",    "h6",  "option",
                                                          "pre", "script", "style", "svg", "title"};

/// The same text, unit by unit, with the digits and signs that a telephone knows.
QString plainOf(const QString &text)
{
    QString plain = text;
    for (QChar &c : plain) {
        if (c >= u'０' && c <= u'９')
            c = QChar(c.unicode() - u'０' + u'0');
        else if (c == u'－' || c == u'‐' || c == u'‑' || c == u'–' || c == u'−' || c == u'ー')
            c = u'-';
        else if (c == u'（')
            c = u'(';
        else if (c == u'）')
            c = u')';
        else if (c == u'＋')
            c = u'+';
        else if (c == u'　')
            c = u' ';
    }
    return plain.toLower();
}

/// What was said last.
QString ending(const QString &before, const QString &words)
{
    return QString(before + words).right(labelLength);
}

struct Label
{
    bool telephone = false;
    bool fax = false;
};

qsizetype lastOf(const QString &text, const QStringList &words)
{
    qsizetype last = -1;
    for (const QString &word : words)
        last = std::max(last, text.lastIndexOf(word));
    return last;
}

/// What the words before a number call it; 「電話・ファクス」 is both.
Label labelIn(const QString &words)
{
    static const QStringList telephones{QStringLiteral("電話"),   QStringLiteral("tel"),
                                        QStringLiteral("ｔｅｌ"), QStringLiteral("℡"),
                                        QStringLiteral("☎"),      QStringLiteral("phone"),
                                        QStringLiteral("携帯")};
    static const QStringList faxes{QStringLiteral("fax"),          QStringLiteral("ｆａｘ"),
                                   QStringLiteral("ファクス"),     QStringLiteral("ファックス"),
                                   QStringLiteral("ファクシミリ"), QStringLiteral("ﾌｧｸｽ"),
                                   QStringLiteral("ﾌｧｯｸｽ")};
    static const QRegularExpression both(
        QStringLiteral("(電話|tel|ｔｅｌ)(番号)?\\s*[・、，,/／&兼と.]\\s*(fax|ｆａｘ|ファ|ﾌｧ)"));
    if (both.match(words).hasMatch())
        return {true, false};
    const qsizetype telephone = lastOf(words, telephones);
    const qsizetype fax = lastOf(words, faxes);
    return {telephone > fax, fax > telephone};
}

const QRegularExpression &numberForm()
{
    // With the country, (022)211-2222, 022(211)2222, 022-211-2222; without any sign between only
    // behind a word that says so.
    static const QRegularExpression form(QStringLiteral(
        "(?<![\\w.+/-])(?:\\+81[- ]?(?:\\(0\\))?[1-9]\\d{0,3}[- ]\\d{1,4}[- ]\\d{3,4}|"
        "\\(0\\d{1,4}\\) ?\\d{1,4}-\\d{3,4}|0\\d{1,4} ?\\(\\d{1,4}\\) ?\\d{3,4}|"
        "0\\d{1,4}-\\d{1,4}-\\d{3,4}|0\\d{9,10})(?![\\w/-])"));
    return form;
}

/// "0222112222" or "+81222112222"; empty when it has not as many digits as numbers in Japan.
QString dialled(const QString &number)
{
    QString digits;
    for (const QChar c : QString(number).remove(QStringLiteral("(0)")))
        if (c.isDigit() || (c == u'+' && digits.isEmpty()))
            digits += c;
    if (digits.startsWith(u'+'))
        return digits.size() == 12 || digits.size() == 13 ? digits : QString();
    static const QRegularExpression eleven(QStringLiteral("^(0[25-9]0|0800)"));
    const bool isLong = eleven.match(digits).hasMatch();
    const bool known = digits.size() == 10 || (digits.size() == 11 && isLong);
    return known ? digits : QString();
}

/// Where the reader is within a table: headings say of a whole column or row that it is of faxes.
struct TablePlace
{
    bool inHead = false;
    bool isHeading = false;
    int row = -1;
    int column = -1;
    QSet<int> faxColumns;
    bool faxRow = false;

    bool isFax() const { return !isHeading && (faxRow || faxColumns.contains(column)); }
};

class Linker
{
public:
    explicit Linker(const std::string &html) : m_html(html) {}

    /// The document with its links; empty when there are none.
    std::string run()
    {
        size_t at = std::min(m_html.find("<body"), m_html.size());
        while (at < m_html.size()) {
            const size_t open = std::min(m_html.find('<', at), m_html.size());
            readText(at, open);
            at = open < m_html.size() ? readTag(open) : open;
        }
        if (m_copied == 0)
            return {};
        m_out.append(m_html, m_copied, std::string::npos);
        return std::move(m_out);
    }

private:
    void readText(size_t from, size_t to)
    {
        const std::string_view text = std::string_view(m_html).substr(from, to - from);
        if (text.find_first_not_of(" \n") == std::string_view::npos)
            return;
        const bool canHold = text.find('0') != std::string_view::npos ||
                             text.find("\xEF\xBC\x90") != std::string_view::npos ||
                             text.find("81") != std::string_view::npos;
        if (canHold && text.size() >= 10) {
            linkNumbers(text, from);
            return;
        }
        // Long texts before matter by their end only.
        const size_t last = text.size() > 96 ? text.size() - 96 : 0;
        m_before = ending(m_before, plainOf(fromUtf8(text.substr(last))));
    }

    void linkNumbers(std::string_view text, size_t from)
    {
        const QString whole = fromUtf8(text);
        const QString plain = plainOf(whole);
        qsizetype done = 0;
        for (auto all = numberForm().globalMatch(plain); all.hasNext();) {
            const auto match = all.next();
            const QString before = ending(m_before, plain.mid(done, match.capturedStart() - done));
            const Label label = labelIn(before);
            const bool fax = label.fax || (m_table.isFax() && !label.telephone);
            const bool bare = match.captured().size() > 9 && !match.captured().contains(u'-') &&
                              !match.captured().contains(u'(');
            const QString number = dialled(match.captured());
            if (!number.isEmpty() && !fax && (!bare || label.telephone))
                link(from, whole, match.capturedStart(), match.capturedLength(), number);
            m_before = before;
            done = match.capturedStart();
        }
        m_before = ending(m_before, plain.mid(done));
    }

    void link(size_t from, const QString &text, qsizetype at, qsizetype length,
              const QString &number)
    {
        const auto bytes = [&text](qsizetype units) {
            return static_cast<size_t>(QStringView(text).first(units).toUtf8().size());
        };
        const size_t begin = from + bytes(at);
        const size_t end = from + bytes(at + length);
        m_out.append(m_html, m_copied, begin - m_copied);
        m_out.append("<a href=\"tel:").append(utf8(number)).append("\">");
        m_out.append(m_html, begin, end - begin).append("</a>");
        m_copied = end;
    }

    /// The place behind the tag, or behind the whole element when it is one of those not read.
    size_t readTag(size_t open)
    {
        const bool closes = m_html.compare(open, 2, "</") == 0;
        const size_t name = open + (closes ? 2 : 1);
        size_t end = name;
        while (end < m_html.size() && std::isalnum(static_cast<unsigned char>(m_html[end])) != 0)
            ++end;
        const std::string_view tag = std::string_view(m_html).substr(name, end - name);
        const size_t close = std::min(m_html.find('>', open), m_html.size() - 1) + 1;
        if (!closes &&
            std::find(closedElements.begin(), closedElements.end(), tag) != closedElements.end())
            return std::min(m_html.find("</" + std::string(tag), close), m_html.size());
        readTablePart(tag, closes);
        return close;
    }

    void readTablePart(std::string_view tag, bool closes)
    {
        if (tag == "table")
            m_table = {};
        else if (tag == "thead")
            m_table.inHead = !closes;
        else if (tag == "tr" && !closes) {
            ++m_table.row;
            m_table.column = -1;
            m_table.faxRow = false;
        } else if (tag == "td" || tag == "th") {
            if (closes && tag == "th")
                noteHeading();
            if (!closes) {
                ++m_table.column;
                m_before.clear();
            }
            m_table.isHeading = !closes && tag == "th";
        }
    }

    void noteHeading()
    {
        if (!labelIn(m_before).fax)
            return;
        if (m_table.inHead || m_table.row == 0)
            m_table.faxColumns.insert(m_table.column);
        else
            m_table.faxRow = true;
    }

    const std::string &m_html;
    std::string m_out;
    size_t m_copied = 0; ///< of m_html, to m_out
    QString m_before;    ///< what was said last
    TablePlace m_table;
};

} // namespace

void linkTelephones(std::string &html)
{
    if (std::string linked = Linker(html).run(); !linked.empty())
        html = std::move(linked);
}

} // namespace kakehashi::render
