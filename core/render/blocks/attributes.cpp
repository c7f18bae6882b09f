#include "render/blocks/attributes.h"

#include "render/html.h"

#include <QCoreApplication>

#include <algorithm>
#include <charconv>

namespace kakehashi::render {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Render)
};

void reportValue(const BlockNode &block, BodyWriter &body, std::string_view attribute,
                 const QString &allowed)
{
    body.report(Severity::Should, "block-value",
                Text::tr("%1=%2 in the block \"%3\" is not understood. Possible is: %4.")
                    .arg(fromUtf8(attribute), fromUtf8(block.attribute(attribute)),
                         fromUtf8(block.name), allowed),
                block.line);
}

} // namespace

std::string_view choiceOf(const BlockNode &block, BodyWriter &body, std::string_view attribute,
                          std::initializer_list<std::string_view> allowed)
{
    const std::string_view given = block.attribute(attribute);
    const auto found = std::find(allowed.begin(), allowed.end(), given);
    if (found != allowed.end())
        return *found;
    if (!given.empty()) {
        QStringList names;
        for (const std::string_view name : allowed)
            if (!name.empty())
                names.append(fromUtf8(name));
        reportValue(block, body, attribute, names.join(QStringLiteral(", ")));
    }
    return *allowed.begin();
}

std::string_view requiredOf(const BlockNode &block, BodyWriter &body, std::string_view attribute)
{
    const std::string_view given = block.attribute(attribute);
    if (given.empty())
        body.report(Severity::Must, "block-missing-value",
                    Text::tr("The block \"%1\" needs %2=\"…\".")
                        .arg(fromUtf8(block.name), fromUtf8(attribute)),
                    block.line);
    return given;
}

int numberOf(const BlockNode &block, BodyWriter &body, std::string_view attribute, int standard,
             int most)
{
    const std::string_view given = block.attribute(attribute);
    if (given.empty())
        return standard;
    int number = 0;
    const auto read = std::from_chars(given.data(), given.data() + given.size(), number);
    if (read.ec == std::errc() && read.ptr == given.data() + given.size() && number >= 1 &&
        number <= most)
        return number;
    reportValue(block, body, attribute, QStringLiteral("1–%1").arg(most));
    return standard;
}

void openBlock(std::string &out, std::string_view tag, std::string_view cssClass,
               const BlockNode &block, const BodyWriter &body)
{
    out.append("<").append(tag);
    if (!cssClass.empty())
        appendAttribute(out, "class", cssClass);
    out.append(body.marks(block));
}

NewestPages newestFor(const BodyWriter &body, const QString &kind)
{
    const content::Language &own = body.page().content.language;
    const PageList &pages = body.index().ofKind(kind, own.tag);
    if (!pages.empty() || content::isSiteLanguage(own))
        return {pages, own};
    return {body.index().ofKind(kind), {}};
}

std::string langMark(const BodyWriter &body, const content::Language &language)
{
    const QString tag = content::tagOf(language);
    return tag == content::tagOf(body.page().content.language) ? std::string()
                                                               : " lang=\"" + escaped(tag) + "\"";
}

} // namespace kakehashi::render
