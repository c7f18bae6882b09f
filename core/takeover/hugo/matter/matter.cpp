#include "takeover/hugo/matter/matter.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace kakehashi::takeover {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Import)
};

/// A page's front matter is some hundred characters; a table of data belongs into the body.
constexpr qsizetype largestMatter = 200'000;

using Reader = Result<QJsonObject> (*)(const QString &, const QString &, int);

/// The position after the JSON object at the start of the text, or -1 when it never ends.
qsizetype endOfObject(const QString &text)
{
    int depth = 0;
    bool quoted = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text.at(at);
        if (quoted) {
            if (c == QLatin1Char('\\'))
                ++at;
            else if (c == QLatin1Char('"'))
                quoted = false;
        } else if (c == QLatin1Char('"')) {
            quoted = true;
        } else if (c == QLatin1Char('{')) {
            ++depth;
        } else if (c == QLatin1Char('}') && --depth == 0) {
            return at + 1;
        }
    }
    return -1;
}

QString firstLineOf(const QString &text)
{
    return text.left(text.indexOf(QLatin1Char('\n')));
}

Matter asBody(const QString &text)
{
    Matter matter;
    matter.body = text;
    return matter;
}

Result<Matter> readJsonMatter(const QString &text, const QString &fileName)
{
    const qsizetype end = endOfObject(text);
    if (end < 0)
        return asBody(text); // a text may begin with a brace
    QJsonParseError error;
    const QByteArray bytes = text.left(end).toUtf8();
    const QJsonDocument json = QJsonDocument::fromJson(bytes, &error);
    if (!json.isObject())
        return badMatter(fileName, int(bytes.left(error.offset).count('\n')) + 1,
                         error.errorString());
    Matter matter;
    matter.values = json.object();
    matter.given = true;
    matter.head = text.left(end);
    const qsizetype next = text.indexOf(QLatin1Char('\n'), end);
    matter.body = next < 0 ? QString() : text.mid(next + 1);
    matter.bodyLine =
        int(QStringView(text).left(next < 0 ? end : next + 1).count(QLatin1Char('\n'))) + 1;
    return matter;
}

/// YAML may end its document by three dots as well.
bool closes(QStringView line, QLatin1String fence)
{
    return line == fence || (fence == QLatin1String("---") && line == QLatin1String("..."));
}

struct Opening
{
    QString matter; ///< from the fence on
    QString fence;  ///< the first line
    int line = 1;
};

Opening openingOf(const QString &text)
{
    // Editors leave blank lines in front.
    const auto first = std::find_if_not(text.cbegin(), text.cend(),
                                        [](QChar c) { return c.isSpace() || c == QChar(0xFEFF); });
    const qsizetype begin =
        text.lastIndexOf(QLatin1Char('\n'), first - text.cbegin() - text.size());
    const QString matter = begin < 0 ? text : text.mid(begin + 1);
    const int line = 1 + int(QStringView(text).left(begin + 1).count(QLatin1Char('\n')));
    return {matter, firstLineOf(matter).trimmed(), line};
}

Result<Matter> readFenced(const QString &text, const QString &fileName, QLatin1String fence,
                          Reader reader, int firstLine)
{
    const qsizetype begin = text.indexOf(QLatin1Char('\n')) + 1;
    qsizetype at = begin;
    int line = firstLine + 1;
    while (begin > 0 && at < text.size() && at < largestMatter) {
        qsizetype end = text.indexOf(QLatin1Char('\n'), at);
        end = end < 0 ? text.size() : end;
        if (closes(QStringView(text).mid(at, end - at).trimmed(), fence)) {
            auto values = reader(text.mid(begin, at - begin), fileName, firstLine + 1);
            if (!values)
                return passOn(values);
            return Matter{*values, text.mid(begin, at - begin), text.mid(end + 1), line + 1, true};
        }
        at = end + 1;
        ++line;
    }
    return badMatter(
        fileName, firstLine,
        at >= largestMatter
            ? Text::tr("the front matter is too long")
            : Text::tr("the front matter never ends; close it with a line %1").arg(fence));
}

} // namespace

Result<Matter> readMatter(const QString &text, const QString &fileName)
{
    const Opening opening = openingOf(text);
    if (opening.fence == QLatin1String("---"))
        return readFenced(opening.matter, fileName, QLatin1String("---"), &yamlMatter,
                          opening.line);
    if (opening.fence == QLatin1String("+++"))
        return readFenced(opening.matter, fileName, QLatin1String("+++"), &tomlMatter,
                          opening.line);
    if (text.startsWith(QLatin1Char('{')) && !text.startsWith(QStringLiteral("{{")))
        return readJsonMatter(text, fileName);
    return asBody(text);
}

bool hasOpenFence(const QString &text)
{
    const Opening opening = openingOf(text);
    for (const auto &fence : {QLatin1String("---"), QLatin1String("+++")}) {
        if (opening.fence != fence)
            continue;
        const QStringList lines = opening.matter.split(QLatin1Char('\n')).mid(1);
        return std::none_of(lines.cbegin(), lines.cend(), [&](const QString &line) {
            return closes(QStringView(line).trimmed(), fence);
        });
    }
    return false;
}

tl::unexpected<Error> badMatter(const QString &fileName, int line, const QString &reason)
{
    return fail(ErrorCode::Invalid,
                Text::tr("%1, line %2: %3.").arg(fileName).arg(line).arg(reason));
}

} // namespace kakehashi::takeover
