#include "content/markdown/frontmatter.h"

#include "base/encoding.h"
#include <QCoreApplication>
#include <QJsonDocument>

namespace kakehashi::content {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::FrontMatter)
};

const QLatin1String fence("---");

QString unquoted(const QString &value)
{
    if (value.size() < 2)
        return value;
    const QChar first = value.front();
    const bool quoted =
        (first == QLatin1Char('"') || first == QLatin1Char('\'')) && value.back() == first;
    if (!quoted)
        return value;
    QString inner = value.mid(1, value.size() - 2);
    if (first == QLatin1Char('\''))
        return inner.replace(QStringLiteral("''"), QStringLiteral("'"));
    return inner.replace(QStringLiteral("\\\""), QStringLiteral("\""))
        .replace(QStringLiteral("\\\\"), QStringLiteral("\\"));
}

QString quoted(QString value)
{
    value.replace(QLatin1Char('\\'), QStringLiteral("\\\\"));
    value.replace(QLatin1Char('"'), QStringLiteral("\\\""));
    value.replace(QLatin1Char('\n'), QLatin1Char(' '));
    return QLatin1Char('"') + value + QLatin1Char('"');
}

/// "2025-10-31T09:00" is meant as in Japan unless it says otherwise.
QDateTime timeFrom(const QString &text)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    if (time.isValid() && time.timeSpec() == Qt::LocalTime)
        time = QDateTime(time.date(), time.time(), japanTime());
    return time.toUTC();
}

bool isTrue(const QString &value)
{
    return value == QLatin1String("true") || value == QLatin1String("yes");
}

class Parser
{
public:
    Parser(const QString &text, const QString &fileName) : m_text(text), m_fileName(fileName) {}

    Result<MarkdownFile> parse()
    {
        QString line;
        if (m_text.startsWith(QChar(0xfeff)))
            m_at = 1;
        const qsizetype begin = m_at;
        bool isThere = nextLine(&line);
        while (isThere && line.isEmpty()) // editors leave blank lines in front
            isThere = nextLine(&line);
        if (!isThere || line != fence) {
            m_file.content.body = m_text.mid(begin);
            return m_file;
        }
        while (true) {
            if (!nextLine(&line))
                return invalid(1, Text::tr("the front matter never ends; close it with a line "
                                           "of three hyphens"));
            if (line == fence || line == QLatin1String("..."))
                break;
            if (line.isEmpty() || line.startsWith(QLatin1Char('#')))
                continue;
            if (auto taken = takeLine(line); !taken)
                return passOn(taken);
        }
        m_file.bodyLine = m_line + 1;
        m_file.content.body = m_text.mid(m_at);
        return m_file;
    }

private:
    bool nextLine(QString *line)
    {
        if (m_at >= m_text.size())
            return false;
        qsizetype end = m_text.indexOf(QLatin1Char('\n'), m_at);
        end = end < 0 ? m_text.size() : end;
        *line = m_text.mid(m_at, end - m_at).trimmed();
        m_at = end + 1;
        ++m_line;
        return true;
    }

    tl::unexpected<Error> invalid(int line, const QString &reason) const
    {
        return fail(ErrorCode::Invalid,
                    Text::tr("%1, line %2: %3.").arg(m_fileName).arg(line).arg(reason));
    }

    Result<void> takeLine(const QString &line)
    {
        const qsizetype colon = line.indexOf(QLatin1Char(':'));
        if (colon <= 0)
            return invalid(m_line, Text::tr("“%1” has no “key: value”").arg(leftOf(line, 40)));
        const QString key = line.left(colon).trimmed();
        const QString raw = line.mid(colon + 1).trimmed();
        if (key == QLatin1String("fields"))
            return takeFields(raw);
        const QString value = unquoted(raw);
        if (takeText(key, value))
            return {};
        return takeTyped(key, value);
    }

    Result<void> takeFields(const QString &raw)
    {
        QJsonParseError error;
        const QJsonDocument json = QJsonDocument::fromJson(raw.toUtf8(), &error);
        if (!json.isObject())
            return invalid(
                m_line,
                Text::tr("“fields” is no JSON object in one line (%1)").arg(error.errorString()));
        m_file.content.fields = json.object();
        return {};
    }

    bool takeText(const QString &key, const QString &value)
    {
        const QHash<QString, QString *> places{
            {QStringLiteral("title"), &m_file.content.title},
            {QStringLiteral("summary"), &m_file.content.summary},
            {QStringLiteral("kind"), &m_file.kind},
            {QStringLiteral("path"), &m_file.path},
            {QStringLiteral("picture"), &m_file.picture},
            {QStringLiteral("translationOf"), &m_file.translationOf},
            {QStringLiteral("seo.title"), &m_file.content.seo.title},
            {QStringLiteral("seo.description"), &m_file.content.seo.description},
        };
        QString *place = places.value(key);
        if (place)
            *place = value;
        return place;
    }

    Result<void> takeTyped(const QString &key, const QString &value)
    {
        PageContent &content = m_file.content;
        bool good = true;
        if (key == QLatin1String("date")) {
            content.date = QDate::fromString(value.left(10), Qt::ISODate);
            good = value.isEmpty() || content.date.isValid();
        } else if (key == QLatin1String("opens")) {
            content.window.opens = timeFrom(value);
            good = value.isEmpty() || content.window.opens.isValid();
        } else if (key == QLatin1String("closes")) {
            content.window.closes = timeFrom(value);
            good = value.isEmpty() || content.window.closes.isValid();
        } else if (key == QLatin1String("position")) {
            m_file.position = value.toInt(&good);
        } else if (key == QLatin1String("lang")) {
            content.language.tag = storedTag(value);
            good = value.isEmpty() || isLanguageTag(value);
        } else if (key == QLatin1String("noindex")) {
            content.seo.noindex = isTrue(value);
        } else {
            m_file.others.insert(key, value);
        }
        if (!good)
            return invalid(m_line, Text::tr("“%1” is no value for %2; dates are written "
                                            "2026-04-01, times 2026-04-01T09:00")
                                       .arg(value, key));
        return {};
    }

    const QString &m_text;
    const QString &m_fileName;
    MarkdownFile m_file;
    qsizetype m_at = 0;
    int m_line = 0;
};

} // namespace

Result<MarkdownFile> parseMarkdownFile(const QString &text, const QString &fileName)
{
    return Parser(text, fileName).parse();
}

QString writeMarkdownFile(const MarkdownFile &file)
{
    const PageContent &content = file.content;
    QString out = fence + QLatin1Char('\n');
    const auto put = [&out](QLatin1String key, const QString &value, bool needed = false) {
        if (needed || !value.isEmpty())
            out += key + QStringLiteral(": ") + value + QLatin1Char('\n');
    };
    const auto putText = [&put](QLatin1String key, const QString &value, bool needed = false) {
        put(key, value.isEmpty() && !needed ? QString() : quoted(value));
    };
    putText(QLatin1String("title"), content.title, true);
    put(QLatin1String("kind"), file.kind);
    put(QLatin1String("path"), file.path);
    put(QLatin1String("date"), content.date.toString(Qt::ISODate));
    putText(QLatin1String("summary"), content.summary);
    put(QLatin1String("picture"), file.picture);
    if (file.position != -1)
        put(QLatin1String("position"), QString::number(file.position));
    put(QLatin1String("opens"), toStored(content.window.opens));
    put(QLatin1String("closes"), toStored(content.window.closes));
    putText(QLatin1String("seo.title"), content.seo.title);
    putText(QLatin1String("seo.description"), content.seo.description);
    put(QLatin1String("lang"), content.language.tag);
    put(QLatin1String("translationOf"), file.translationOf);
    if (content.seo.noindex)
        put(QLatin1String("noindex"), QStringLiteral("true"));
    if (!content.fields.isEmpty())
        put(QLatin1String("fields"),
            QString::fromUtf8(QJsonDocument(content.fields).toJson(QJsonDocument::Compact)));
    for (auto other = file.others.cbegin(); other != file.others.cend(); ++other)
        out += other.key() + QStringLiteral(": ") + quoted(other.value()) + QLatin1Char('\n');
    return out + fence + QLatin1Char('\n') + content.body;
}

} // namespace kakehashi::content
