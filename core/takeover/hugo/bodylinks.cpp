#include "takeover/hugo/bodylinks.h"

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

/// Whether a position of a line is between backticks.
bool isInCode(const QString &line, qsizetype position)
{
    static const QRegularExpression span(QStringLiteral("(`+)(?!`).*?(?<!`)\\1(?!`)"));
    auto spans = span.globalMatch(line);
    while (spans.hasNext()) {
        const auto match = spans.next();
        if (position >= match.capturedStart() && position < match.capturedEnd())
            return true;
    }
    return false;
}

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

/// Shortcodes are turned into blocks later, and what they name with them.
bool isLeft(const QString &line, qsizetype position, const QString &target)
{
    const bool shortcode = target.startsWith(QStringLiteral("{{")) ||
                           QStringView(line).left(position).count(QStringLiteral("{{")) >
                               QStringView(line).left(position).count(QStringLiteral("}}"));
    return shortcode || isInCode(line, position);
}

class LineWriter
{
public:
    LineWriter(const LinkMap &links, SourcePage &page) : m_links(links), m_page(page) {}

    QString written(const QString &line, int number)
    {
        QString out;
        qsizetype copied = 0;
        auto matches = linkForm().globalMatch(line);
        while (matches.hasNext()) {
            const auto match = matches.next();
            const int group = match.lastCapturedIndex();
            const QString target = match.captured(group);
            if (isLeft(line, match.capturedStart(), target))
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
