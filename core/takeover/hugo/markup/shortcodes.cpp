#include "takeover/hugo/markup/shortcodes.h"

#include "base/encoding.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace kakehashi::takeover {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Import)
};

struct Shortcode
{
    QString name;
    bool closes = false;
    QStringList positional;
    QHash<QString, QString> named;

    QString value(const QString &key, int position = -1) const
    {
        const QString text = named.value(key);
        return text.isEmpty() && position >= 0 ? positional.value(position) : text;
    }
};

QString unquoted(const QString &word)
{
    if (word.size() < 2)
        return word;
    if (word.startsWith(QLatin1Char('`')))
        return word.mid(1, word.size() - 2);
    if (!word.startsWith(QLatin1Char('"')))
        return word;
    return word.mid(1, word.size() - 2).replace(QStringLiteral("\\\""), QStringLiteral("\""));
}

Shortcode parse(QString inside)
{
    Shortcode code;
    inside = inside.trimmed();
    if (inside.endsWith(QLatin1Char('/')))
        inside = inside.chopped(1).trimmed();
    if (inside.startsWith(QLatin1Char('/'))) {
        code.closes = true;
        inside = inside.mid(1).trimmed();
    }
    static const QRegularExpression word(QStringLiteral(
        "(?:([A-Za-z_][\\w-]*)\\s*=\\s*)?(\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`|[^\\s\"`]+)"));
    auto words = word.globalMatch(inside);
    while (words.hasNext()) {
        const auto match = words.next();
        const QString text = unquoted(match.captured(2));
        if (code.name.isEmpty())
            code.name = text;
        else if (match.captured(1).isEmpty())
            code.positional.append(text);
        else
            code.named.insert(match.captured(1).toLower(), text);
    }
    return code;
}

/// ` key="value"` of a block; its values cannot hold the quote.
QString attribute(const QString &key, QString value)
{
    if (value.isEmpty())
        return {};
    value.replace(QLatin1Char('"'), QStringLiteral("”"))
        .replace(QLatin1Char('\n'), QLatin1Char(' '));
    return QLatin1Char(' ') + key + QStringLiteral("=\"") + value + QLatin1Char('"');
}

/// What shortcodes of many themes are called → the level of our notice.
QString noticeLevel(const Shortcode &code)
{
    static const QHash<QString, QString> levels{
        {QStringLiteral("note"), QStringLiteral("info")},
        {QStringLiteral("info"), QStringLiteral("info")},
        {QStringLiteral("tip"), QStringLiteral("success")},
        {QStringLiteral("success"), QStringLiteral("success")},
        {QStringLiteral("warning"), QStringLiteral("warning")},
        {QStringLiteral("danger"), QStringLiteral("error")},
        {QStringLiteral("error"), QStringLiteral("error")},
    };
    static const QStringList boxes{QStringLiteral("notice"), QStringLiteral("alert"),
                                   QStringLiteral("admonition"), QStringLiteral("callout"),
                                   QStringLiteral("hint")};
    if (levels.contains(code.name))
        return levels.value(code.name);
    if (!boxes.contains(code.name))
        return {};
    QString type = code.value(QStringLiteral("type"));
    type = type.isEmpty() ? code.value(QStringLiteral("context"), 0) : type;
    return levels.value(type, QStringLiteral("info"));
}

class Converter
{
public:
    Converter(const LinkMap &links, SourcePage &page) : m_links(links), m_page(page) {}

    QString convert(const QString &body)
    {
        static const QRegularExpression form(QStringLiteral("\\{\\{([<%])(.{0,4000}?)[>%]\\}\\}"),
                                             QRegularExpression::DotMatchesEverythingOption);
        QString out;
        qsizetype copied = 0;
        qsizetype counted = 0;
        m_line = m_page.page.bodyLine;
        auto matches = form.globalMatch(body);
        while (matches.hasNext()) {
            const auto match = matches.next();
            out += QStringView(body).mid(copied, match.capturedStart() - copied);
            m_line += int(QStringView(body)
                              .mid(counted, match.capturedStart() - counted)
                              .count(QLatin1Char('\n')));
            counted = match.capturedStart();
            const QString inside = match.captured(2);
            out += inside.trimmed().startsWith(QStringLiteral("/*"))
                       ? shown(match.captured())
                       : replacement(parse(inside), match.captured());
            copied = match.capturedEnd();
        }
        return out + body.mid(copied);
    }

private:
    /// {{</* figure */>}} shows how a shortcode is written.
    static QString shown(QString written)
    {
        return written.replace(QStringLiteral("/*"), QString())
            .replace(QStringLiteral("*/"), QString());
    }

    QString replacement(const Shortcode &code, const QString &written)
    {
        if (code.name == QLatin1String("ref") || code.name == QLatin1String("relref"))
            return reference(code, written);
        if (code.name == QLatin1String("figure"))
            return figure(code, written);
        if (code.name == QLatin1String("youtube"))
            return video(code);
        if (code.name == QLatin1String("highlight"))
            return code.closes ? QStringLiteral("\n```\n")
                               : QString(QStringLiteral("\n```") + code.positional.value(0) +
                                         QLatin1Char('\n'));
        if (code.name == QLatin1String("details") || code.name == QLatin1String("expand"))
            return paired(code, QStringLiteral("details"),
                          attribute(QStringLiteral("summary"), titleOf(code)));
        if (const QString level = noticeLevel(code); !level.isEmpty())
            return paired(
                code, QStringLiteral("notice"),
                QStringLiteral(" level=") + level +
                    attribute(QStringLiteral("title"), code.value(QStringLiteral("title"))));
        unknown(code, written);
        return written;
    }

    static QString titleOf(const Shortcode &code)
    {
        for (const auto *key : {"summary", "title"}) {
            const QString text = code.value(QLatin1String(key));
            if (!text.isEmpty())
                return text;
        }
        return code.positional.isEmpty() ? Text::tr("Details") : code.positional.first();
    }

    static QString paired(const Shortcode &code, const QString &block, const QString &attributes)
    {
        if (code.closes)
            return QStringLiteral("\n:::\n");
        return QStringLiteral("\n::: ") + block + QStringLiteral(" {") + attributes.trimmed() +
               QStringLiteral("}\n");
    }

    QString reference(const Shortcode &code, const QString &written)
    {
        const QString wanted = code.value(QStringLiteral("path"), 0);
        if (const auto path = m_links.reference(wanted, m_page))
            return *path;
        report(Text::tr("The link to %1 leads nowhere.").arg(wanted));
        return written;
    }

    QString figure(const Shortcode &code, const QString &written)
    {
        const QString source = code.value(QStringLiteral("src"), 0);
        const auto name = m_links.mediaName(source, m_page);
        if (code.closes)
            return {};
        if (!name) {
            report(Text::tr("The picture %1 is not there.").arg(source));
            return written;
        }
        QString caption = code.value(QStringLiteral("caption"));
        if (caption.isEmpty())
            caption = code.value(QStringLiteral("title"));
        return QStringLiteral("\n::: figure {src=media:") + *name +
               attribute(QStringLiteral("alt"), code.value(QStringLiteral("alt"))) +
               attribute(QStringLiteral("caption"), caption) + QStringLiteral("}\n:::\n");
    }

    static QString video(const Shortcode &code)
    {
        QString title = code.value(QStringLiteral("title"));
        if (title.isEmpty())
            title = QStringLiteral("動画"); // text of the site, not of the program
        return QStringLiteral("\n::: embed {youtube=") + code.value(QStringLiteral("id"), 0) +
               attribute(QStringLiteral("title"), title) + QStringLiteral("}\n:::\n");
    }

    void unknown(const Shortcode &code, const QString &written)
    {
        if (!code.closes)
            report(Text::tr("The shortcode %1 is not known here. It stays in the text as %2; "
                            "replace it by a block.")
                       .arg(code.name, leftOf(written.simplified(), 60)));
    }

    void report(const QString &text)
    {
        Place place;
        place.file = m_page.source.shown;
        place.line = m_line;
        m_page.issues.append({Severity::Should, QStringLiteral("import-shortcode"), text, place});
    }

    const LinkMap &m_links;
    SourcePage &m_page;
    int m_line = 0;
};

} // namespace

QString withoutShortcodes(const QString &body, const LinkMap &links, SourcePage &page)
{
    if (!body.contains(QStringLiteral("{{")))
        return body;
    return Converter(links, page).convert(body);
}

} // namespace kakehashi::takeover
