#include "takeover/hugo/matter/yamlquotes.h"

#include <QRegularExpression>

namespace kakehashi::takeover {
namespace {

bool isStumblingBlock(const QString &value, bool isInList)
{
    static const QRegularExpression first(QStringLiteral("\\A[%@`]"));
    return first.match(value).hasMatch() || (isInList && value.contains(u'?'));
}

QString quoted(const QString &value)
{
    const QString inner = QString(value).replace(u'\'', QStringLiteral("''"));
    return QString(u'\'' + inner + u'\'');
}

/// Goes over the text once; outside lists in brackets a line is a key and its value.
class Quoter
{
public:
    explicit Quoter(const QString &yaml) : m_lines(yaml.split(u'\n')) {}

    QString run()
    {
        for (QString &line : m_lines) {
            if (m_depth > 0)
                line = withinBrackets(line);
            else if (!isInBlock(line))
                line = keyAndValue(line);
        }
        return m_lines.join(u'\n');
    }

private:
    static qsizetype indentOf(const QString &line)
    {
        qsizetype at = 0;
        while (at < line.size() && line.at(at) == u' ')
            ++at;
        return at;
    }

    /// Of a text after "|" or ">", which is nobody's to change.
    bool isInBlock(const QString &line)
    {
        if (m_block >= 0 && (line.trimmed().isEmpty() || indentOf(line) > m_block))
            return true;
        m_block = -1;
        return false;
    }

    QString keyAndValue(const QString &line)
    {
        static const QRegularExpression form(
            QStringLiteral("\\A(\\s*(?:-\\s+)*(?:[^\\s#'\"\\[{][^:]*:\\s+)?)(\\S.*)?\\z"));
        const auto match = form.match(line);
        const QString value = match.captured(2);
        if (value.isEmpty() || value.startsWith(u'#'))
            return line;
        if (value.startsWith(u'|') || value.startsWith(u'>'))
            m_block = indentOf(line);
        if (value.startsWith(u'[') || value.startsWith(u'{'))
            return match.captured(1) + withinBrackets(value);
        const QString plain = value.section(QStringLiteral(" #"), 0, 0).trimmed();
        return isStumblingBlock(plain, false) ? match.captured(1) + quoted(plain) : line;
    }

    QString withinBrackets(const QString &line)
    {
        QString out;
        qsizetype at = 0;
        while (at < line.size()) {
            const QChar c = line.at(at);
            const bool isQuote = c == u'"' || c == u'\'';
            if (m_quote.isNull() && !isQuote && !QStringLiteral("[]{},: \t").contains(c)) {
                out += plainItem(line, at);
                continue;
            }
            if (m_quote == u'"' && c == u'\\')
                out += line.at(at++);
            else if (!m_quote.isNull())
                m_quote = c == m_quote ? QChar() : m_quote;
            else if (isQuote)
                m_quote = c;
            else if (c == u'[' || c == u'{')
                ++m_depth;
            else if (c == u']' || c == u'}')
                --m_depth;
            out += line.mid(at++, 1);
            if (m_depth == 0)
                return out + line.mid(at); // a comment, or what is no list after all
        }
        return out;
    }

    /// Up to what ends it; `at` is moved there.
    static QString plainItem(const QString &line, qsizetype &at)
    {
        static const QRegularExpression end(QStringLiteral("[,\\[\\]{}]|:(?=\\s|\\z)"));
        const auto match = end.match(line, at);
        const qsizetype stop = match.hasMatch() ? match.capturedStart() : line.size();
        const QString item = line.mid(at, stop - at);
        at = stop;
        const QString value = item.trimmed();
        return isStumblingBlock(value, true) ? quoted(value) : item;
    }

    QStringList m_lines;
    int m_depth = 0;
    qsizetype m_block = -1; ///< indent of the line that a block of text hangs on
    QChar m_quote;
};

} // namespace

QString withQuotes(const QString &yaml)
{
    return Quoter(yaml).run();
}

} // namespace kakehashi::takeover
