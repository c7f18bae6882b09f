#include "render/theme/csstokens.h"

#include <QRegularExpression>

namespace kakehashi::render {
namespace {

struct Pair
{
    const char *front;
    const char *ground;
    double wanted;
};

/// What stands on what in the default theme.
constexpr Pair pairs[] = {
    {"--text", "--bg", textContrast},
    {"--text", "--surface", textContrast},
    {"--text", "--soft", textContrast},
    {"--text", "--accent-soft", textContrast},
    {"--muted", "--bg", textContrast},
    {"--muted", "--soft", textContrast},
    {"--link", "--bg", textContrast},
    {"--link", "--soft", textContrast},
    {"--visited", "--bg", textContrast},
    {"--hover", "--bg", textContrast},
    {"--on-accent", "--accent", textContrast},
    {"--on-accent", "--accent-strong", textContrast},
    {"--accent-strong", "--accent-soft", textContrast},
    {"--info", "--info-soft", textContrast},
    {"--success", "--success-soft", textContrast},
    {"--warning", "--warning-soft", controlContrast}, // a border and a sign
    {"--error", "--error-soft", textContrast},
    {"--accent", "--bg", controlContrast},
    {"--line-strong", "--bg", controlContrast},
    {"--focus", "--bg", controlContrast},
};

std::optional<QColor> colorOf(const QString &value)
{
    static const QRegularExpression form(
        QStringLiteral("\\A#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})\\z"));
    return form.match(value).hasMatch() ? QColor(value) : std::optional<QColor>();
}

/// The end of the block whose opening brace is at `open`.
qsizetype endOfBlock(const QString &css, qsizetype open)
{
    int depth = 0;
    for (qsizetype at = open; at < css.size(); ++at) {
        if (css.at(at) == QLatin1Char('{'))
            ++depth;
        else if (css.at(at) == QLatin1Char('}') && --depth == 0)
            return at;
    }
    return css.size();
}

/// Comments become blanks: places and lines stay.
QString withoutComments(QString css)
{
    for (qsizetype at = css.indexOf(QLatin1String("/*")); at >= 0;
         at = css.indexOf(QLatin1String("/*"), at)) {
        qsizetype end = css.indexOf(QLatin1String("*/"), at + 2);
        end = end < 0 ? css.size() : end + 2;
        for (; at < end; ++at) {
            if (css.at(at) != QLatin1Char('\n'))
                css[at] = QLatin1Char(' ');
        }
    }
    return css;
}

class TokenReader
{
public:
    explicit TokenReader(const QByteArray &css) : m_css(withoutComments(QString::fromUtf8(css))) {}

    CssTokens read()
    {
        static const QRegularExpression opening(QStringLiteral("([^{};]*)\\{"));
        qsizetype at = 0;
        while (true) {
            const auto match = opening.match(m_css, at);
            if (!match.hasMatch())
                break;
            const qsizetype open = match.capturedEnd() - 1;
            const QString head = match.captured(1).simplified();
            const bool media = head.startsWith(QLatin1String("@media"));
            if (!media)
                readBlock(head, open, false);
            else if (!head.contains(QLatin1String("print")))
                readMedia(open, head.contains(QLatin1String("prefers-color-scheme: dark")) ||
                                    head.contains(QLatin1String("prefers-color-scheme:dark")));
            at = endOfBlock(m_css, open) + 1;
        }
        return m_tokens;
    }

private:
    void readMedia(qsizetype open, bool dark)
    {
        static const QRegularExpression opening(QStringLiteral("([^{};]*)\\{"));
        const qsizetype end = endOfBlock(m_css, open);
        qsizetype at = open + 1;
        while (dark && at < end) {
            const auto match = opening.match(m_css, at);
            if (!match.hasMatch() || match.capturedStart() >= end)
                break;
            readBlock(match.captured(1).simplified(), match.capturedEnd() - 1, true);
            at = endOfBlock(m_css, match.capturedEnd() - 1) + 1;
        }
    }

    void readBlock(const QString &selector, qsizetype open, bool dark)
    {
        if (selector != QLatin1String(":root"))
            return;
        static const QRegularExpression value(QStringLiteral("(--[a-z0-9-]+)\\s*:\\s*([^;}]+)"));
        const qsizetype end = endOfBlock(m_css, open);
        auto values = value.globalMatch(m_css.mid(open, end - open));
        while (values.hasNext()) {
            const auto match = values.next();
            const auto color = colorOf(match.captured(2).trimmed());
            if (!color)
                continue;
            (dark ? m_tokens.dark : m_tokens.light).insert(match.captured(1), *color);
            if (!dark)
                m_tokens.lines.insert(
                    match.captured(1),
                    int(m_css.left(open + match.capturedStart()).count(QLatin1Char('\n'))) + 1);
        }
    }

    QString m_css;
    CssTokens m_tokens;
};

void addWeak(const CssTokens &tokens, bool dark, QList<WeakPair> &found)
{
    QHash<QString, QColor> colors = tokens.light;
    if (dark)
        colors.insert(tokens.dark);
    for (const Pair &pair : pairs) {
        const QString front = QLatin1String(pair.front);
        const QString ground = QLatin1String(pair.ground);
        if (!colors.contains(front) || !colors.contains(ground))
            continue;
        const double ratio = contrast(colors.value(front), colors.value(ground));
        if (ratio < pair.wanted)
            found.append({front, ground, dark, ratio, pair.wanted, tokens.lines.value(front)});
    }
}

QByteArray rule(const PaletteColors &colors, const QHash<QString, QString> &variables)
{
    QMap<QString, QString> lines; // in one order, so that the file's hash is one
    for (auto color = colors.begin(); color != colors.end(); ++color) {
        if (variables.contains(color.key()))
            lines.insert(variables.value(color.key()), color.value().name());
    }
    QByteArray text;
    for (auto line = lines.cbegin(); line != lines.cend(); ++line)
        text += line.key().toUtf8() + ':' + line.value().toUtf8() + ';';
    return ":root{" + text + '}';
}

} // namespace

CssTokens cssTokens(const QByteArray &css)
{
    return TokenReader(css).read();
}

QList<WeakPair> weakPairs(const CssTokens &tokens)
{
    QList<WeakPair> found;
    addWeak(tokens, false, found);
    if (!tokens.dark.isEmpty())
        addWeak(tokens, true, found);
    return found;
}

QByteArray recolouring(const Palette &palette, const QHash<QString, QString> &variables)
{
    return "\n" + rule(palette.light, variables) +
           "\n@media screen and (prefers-color-scheme:dark){" + rule(palette.dark, variables) +
           "}\n";
}

} // namespace kakehashi::render
