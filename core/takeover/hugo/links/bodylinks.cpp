#include "takeover/hugo/links/bodylinks.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace kakehashi::takeover {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Import)
};

/// Follows ``` and ~~~ from line to line.
class CodeLines
{
public:
    bool covers(const QString &line)
    {
        static const QRegularExpression fence(
            QStringLiteral("^[ \\t>]*(?:[-*+]\\s+|\\d+[.)]\\s+)?(`{3,}|~{3,})"));
        const auto match = fence.match(line);
        if (m_open.isEmpty()) {
            m_open = match.captured(1);
            return match.hasMatch();
        }
        const QString mark = match.captured(1);
        if (mark.startsWith(m_open) && line.trimmed().endsWith(mark))
            m_open.clear();
        return true;
    }

private:
    QString m_open;
};

/// The parts of a line that stay as they are: code between backticks, and shortcodes, which are
/// turned into blocks later, with what they name. Asked with rising positions, so that a line of
/// any length takes time in proportion to it.
class LeftAlone
{
public:
    explicit LeftAlone(const QString &line)
    {
        addCode(line);
        addShortcodes(line);
        std::sort(m_parts.begin(), m_parts.end());
    }

    bool has(qsizetype position)
    {
        while (m_at < m_parts.size() && m_parts.at(m_at).second <= position)
            ++m_at;
        return m_at < m_parts.size() && m_parts.at(m_at).first <= position;
    }

private:
    using Part = std::pair<qsizetype, qsizetype>;

    void addCode(const QString &line)
    {
        QList<Part> runs; // where, how many backticks
        for (qsizetype at = line.indexOf(QLatin1Char('`')); at >= 0;) {
            qsizetype end = at;
            while (end < line.size() && line.at(end) == QLatin1Char('`'))
                ++end;
            runs.append({at, end - at});
            at = line.indexOf(QLatin1Char('`'), end);
        }
        QHash<qsizetype, qsizetype> last; // the last run of a length: none closes after it
        for (qsizetype run = 0; run < runs.size(); ++run)
            last.insert(runs.at(run).second, run);
        for (qsizetype run = 0; run < runs.size(); ++run) {
            if (last.value(runs.at(run).second) == run)
                continue;
            const qsizetype open = run++;
            while (runs.at(run).second != runs.at(open).second)
                ++run;
            m_parts.append({runs.at(open).first, runs.at(run).first});
        }
    }

    void addShortcodes(const QString &line)
    {
        for (qsizetype at = line.indexOf(QStringLiteral("{{")); at >= 0;) {
            const qsizetype end = line.indexOf(QStringLiteral("}}"), at);
            m_parts.append({at, end < 0 ? line.size() : end});
            at = end < 0 ? -1 : line.indexOf(QStringLiteral("{{"), end);
        }
    }

    QList<Part> m_parts;
    qsizetype m_at = 0;
};

constexpr int blockGroup = 5;

/// The forms in which a target is written; one of the groups has it.
const QRegularExpression &linkForm()
{
    static const QRegularExpression form(
        QStringLiteral("\\]\\(\\s*<([^>\\n]+)>"                                   // ](<a b.jpg>)
                       "|\\]\\(\\s*((?!<)[^\\s()]+(?:\\([^\\s()]*\\)[^\\s()]*)*)" // ](a.jpg)
                       "|^ {0,3}\\[[^\\]\\n]+\\]:\\s*<?([^\\s>]+)"                // [a]: a.jpg
                       "|\\s(?:src|href)\\s*=\\s*[\"']([^\"'\\n]+)"               // src="a.jpg"
                       "|=\\s*\"?(media:[a-z0-9._-]+)")); // {src=media:a.jpg}
    return form;
}

class LineWriter
{
public:
    LineWriter(const LinkMap &links, SourcePage &page) : m_links(links), m_page(page) {}

    QString written(const QString &line, int number)
    {
        QString out;
        qsizetype copied = 0;
        LeftAlone left(line);
        auto matches = linkForm().globalMatch(line);
        while (matches.hasNext()) {
            const auto match = matches.next();
            const int group = match.lastCapturedIndex();
            const QString target = match.captured(group);
            if (target.startsWith(QStringLiteral("{{")) || left.has(match.capturedStart()))
                continue;
            const auto ours =
                group == blockGroup ? m_links.blockTarget(target) : m_links.target(target, m_page);
            if (!ours) {
                missing(target, number);
                continue;
            }
            out += line.mid(copied, match.capturedStart(group) - copied) + *ours;
            copied = match.capturedEnd(group);
        }
        return out + line.mid(copied);
    }

private:
    void missing(const QString &target, int number)
    {
        Place place;
        place.file = m_page.source.shown;
        place.line = number;
        m_page.issues.append({Severity::Should, QStringLiteral("import-link"),
                              Text::tr("The link to %1 leads nowhere.").arg(target), place});
    }

    const LinkMap &m_links;
    SourcePage &m_page;
};

} // namespace

QString withOurLinks(const QString &body, const LinkMap &links, SourcePage &page)
{
    QStringList lines = body.split(QLatin1Char('\n'));
    CodeLines code;
    LineWriter writer(links, page);
    int number = page.page.bodyLine;
    for (QString &line : lines) {
        if (!code.covers(line))
            line = writer.written(line, number);
        ++number;
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace kakehashi::takeover
