#include "takeover/hugo/sourcepage.h"

#include "base/cleantext.h"
#include "base/encoding.h"
#include "base/file.h"
#include "content/page/cleancontent.h"
#include "takeover/hugo/pagematter.h"
#include "takeover/hugo/place/permalink.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

namespace kakehashi::takeover {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Import)
};

constexpr qint64 largestFile = 4'000'000;

/// A file without a title has one in its text, or in its name.
void settleTitle(SourcePage &page)
{
    content::PageContent &content = page.page.content;
    if (!cleanedLine(content.title).trimmed().isEmpty())
        return;
    static const QRegularExpression heading(QStringLiteral("\\A\\s*#[ \t]+([^\n]+?)[ \t#]*\n"));
    const auto match = heading.match(content.body);
    if (match.hasMatch() && content.format == content::BodyFormat::Markdown) {
        content.title = match.captured(1);
        page.page.bodyLine += int(match.captured().count(QLatin1Char('\n')));
        content.body = content.body.mid(match.capturedEnd());
        page.notes.append(Text::tr("The title comes from the first heading."));
        return;
    }
    const QFileInfo info(page.source.key);
    const bool index = info.completeBaseName() == QLatin1String("index") ||
                       info.completeBaseName() == QLatin1String("_index");
    content.title = index ? QFileInfo(info.path()).fileName() : info.completeBaseName();
    if (content.title.isEmpty() || content.title == QLatin1String("."))
        content.title = Text::tr("Home");
    page.notes.append(Text::tr("The title comes from the file's name."));
}

/// "%e7%9c%8c", as WordPress names pages, is 県. A lone % is one.
QString decodedName(const QString &name)
{
    static const QRegularExpression encoded(QStringLiteral("%[89a-fA-F][0-9a-fA-F]"));
    const QString plain = QUrl::fromPercentEncoding(name.toUtf8());
    const bool isText = !plain.contains(QChar(QChar::ReplacementCharacter));
    return isText && name.contains(encoded) ? plain : name;
}

/// A permalink may be a whole address, or one with a query, as url: is.
void settleAddress(SourcePage &page)
{
    static const QRegularExpression whole(QStringLiteral("^https?://|[?]"));
    page.slug = decodedName(page.slug);
    if (!page.permalink.contains(whole)) {
        page.permalink = decodedName(page.permalink);
        return;
    }
    if (page.url.isEmpty())
        page.url = page.permalink;
    page.permalink.clear();
}

void tellOfUnfit(SourcePage &page, const QString &text, std::optional<char32_t> unfit)
{
    const qsizetype at = unfitAt(text);
    if (at < 0 && !unfit)
        return;
    const QString note = Text::tr("Characters that no page can show, as %1, were left out.")
                             .arg(codePointName(at < 0 ? *unfit : text[at].unicode()));
    Place place;
    place.file = page.source.shown;
    place.line = at < 0 ? 1 : int(text.left(at).count(u'\n')) + 1;
    page.notes.append(note);
    page.issues.append({Severity::Should, QStringLiteral("import-text"), note, place});
}

void tellOfLost(SourcePage &page, const QString &text)
{
    const Issues lost = lostLetters(text, page.source.shown);
    for (const Issue &issue : lost)
        page.notes.append(issue.text);
    page.issues += lost;
}

} // namespace

Issues lostLetters(const QString &text, const QString &file)
{
    const qsizetype at = text.indexOf(QChar(QChar::ReplacementCharacter));
    if (at < 0)
        return {};
    Place place;
    place.file = file;
    place.line = int(text.left(at).count(u'\n')) + 1;
    const int count = int(text.count(QChar(QChar::ReplacementCharacter)));
    const QString note =
        Text::tr("%n letter(s) were lost before the file came here (U+FFFD), the first in line %1. "
                 "Type them anew.",
                 nullptr, count)
            .arg(place.line);
    return {{Severity::Should, QStringLiteral("import-text"), note, place}};
}

int SourcePage::lineOf(const QString &key) const
{
    const QStringList lines = head.split(QLatin1Char('\n'));
    for (qsizetype at = 0; at < lines.size(); ++at) {
        QString line = lines.at(at).trimmed().toLower();
        if (line.remove(QLatin1Char('"')).startsWith(key.toLower()))
            return headLine + int(at);
    }
    return 1;
}

Result<SourcePage> readSourcePage(const SourceFile &file, bool isOwnExport)
{
    auto bytes = readFile(file.disk, largestFile);
    if (!bytes)
        return passOn(bytes);
    auto text = decodedText(*bytes, file.shown);
    if (!text)
        return passOn(text);
    return sourcePageOf(*text, file, isOwnExport);
}

Result<SourcePage> sourcePageOf(const DecodedText &text, const SourceFile &file, bool isOwnExport)
{
    auto matter = readMatter(text.text, file.shown);
    if (!matter)
        return passOn(matter);
    SourcePage page;
    page.source = file;
    page.page.content.body = matter->body;
    page.page.bodyLine = matter->bodyLine;
    page.head = matter->head;
    page.headLine = matter->bodyLine - 1 - int(matter->head.count(u'\n'));
    page.page.content.language.tag = languageInName(file.key);
    const QString suffix = QFileInfo(file.key).suffix().toLower();
    if (suffix.startsWith(QStringLiteral("htm"))) {
        if (!matter->given)
            return fail(ErrorCode::Unsupported,
                        Text::tr("%1 has no front matter: it is a finished HTML file, not a page "
                                 "to be made.")
                            .arg(file.shown));
        page.page.content.format = content::BodyFormat::Html;
    }
    takeMatter(*matter, isOwnExport, page);
    const auto unfit = content::unfitIn(page.page.content); // of escapes like "\\u000b", too
    settleAddress(page);
    if (isJekyllPost(file.key))
        withoutDate(QFileInfo(file.key).completeBaseName(), &page.page.content.date);
    if (!isOwnExport)
        settleTitle(page);
    if (!text.isUtf8())
        page.notes.append(Text::tr("It was in %1 and is UTF-8 now.").arg(text.encoding));
    tellOfUnfit(page, text.text, unfit);
    tellOfLost(page, text.text);
    return page;
}

} // namespace kakehashi::takeover
