#include "check/rules/structure/structurerules.h"

#include <QRegularExpression>

namespace kakehashi::check {
namespace {

int levelOf(const Element &element)
{
    const std::string_view name = element.name();
    const bool heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
    return heading ? name[1] - '0' : 0;
}

std::vector<Element> headingsOf(const Document &document)
{
    std::vector<Element> headings;
    for (const Element &element : document.elements()) {
        if (levelOf(element) > 0)
            headings.push_back(element);
    }
    return headings;
}

/// The "###" of a heading that is written with them.
std::optional<Range> hashesOf(const PageView &page, const Element &heading)
{
    static const QRegularExpression hashes(QStringLiteral("^ {0,3}(#{1,6})(?=\\s)"));
    if (heading.line() == 0 || page.page.content.format != content::BodyFormat::Markdown ||
        !heading.has("data-line"))
        return {};
    const Range line = page.body().lines(heading.line(), heading.line());
    const auto match = hashes.match(page.body().view(line).toString());
    if (!match.hasMatch() || match.capturedLength(1) != levelOf(heading))
        return {};
    return Range{line.begin + match.capturedStart(1), match.capturedLength(1)};
}

} // namespace

/// One h1: what the page is about.
void headingOne(const PageView &page, Report &report)
{
    const std::vector<Element> &found = page.document.all("h1");
    if (found.empty() && page.document.main())
        report.page(StructureRules::tr("The page has no main heading (h1)."));
    for (size_t i = 1; i < found.size(); ++i)
        report.at(found[i],
                  StructureRules::tr("\"%1\" is a second main heading (h1). Use level 2 (##).")
                      .arg(excerpt(found[i].text())));
}

/// Levels go down one at a time, so that the outline can be followed (WCAG 1.3.1, 2.4.6).
void headingOrder(const PageView &page, Report &report)
{
    int before = 0;
    for (const Element &heading : headingsOf(page.document)) {
        const int level = levelOf(heading);
        if (before > 0 && level > before + 1) {
            const QString message =
                StructureRules::tr("The heading \"%1\" has level %2 after level %3.")
                    .arg(excerpt(heading.text()), QString::number(level), QString::number(before));
            if (const auto hashes = hashesOf(page, heading))
                report.at(page.body(), *hashes, message, QString(before + 1, u'#'),
                          StructureRules::tr("Make it level %1").arg(before + 1));
            else
                report.at(heading, message);
        }
        before = level;
    }
}

void headingEmpty(const PageView &page, Report &report)
{
    for (const Element &heading : headingsOf(page.document)) {
        if (heading.text().isEmpty())
            report.at(heading, StructureRules::tr("A heading has no words."));
    }
}

/// A paragraph all in bold, without a full stop, that another paragraph follows: a heading that
/// only looks like one.
void headingFake(const PageView &page, Report &report)
{
    constexpr qsizetype longestHeading = 40;
    const Element main = page.document.main();
    if (!main)
        return;
    for (const Element &strong : main.descendants("strong")) {
        const Element paragraph = strong.parent();
        if (!paragraph.is("p") || !paragraph.has("data-line"))
            continue;
        const QString words = strong.text();
        const Element next = paragraph.adjacent();
        if (words.isEmpty() || words != paragraph.text() || words.size() > longestHeading ||
            words.endsWith(u'。') || !next || levelOf(next) > 0)
            continue;
        report.at(paragraph,
                  StructureRules::tr("Is \"%1\" a heading? Then mark it as one (## …).").arg(words),
                  words);
    }
}

} // namespace kakehashi::check
