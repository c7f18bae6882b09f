#include "takeover/paste/officelist.h"

#include "takeover/paste/htmlnode.h"

#include <QRegularExpression>

#include <algorithm>

namespace kakehashi::takeover {
namespace {

constexpr int deepestLevel = 9;

const GumboNode *signUnder(const GumboNode &node)
{
    if (isOfficeListSign(node))
        return &node;
    if (const GumboVector *children = childrenOf(node)) {
        for (unsigned i = 0; i < children->length; ++i) {
            if (const GumboNode *sign = signUnder(*childAt(*children, i)))
                return sign;
        }
    }
    return nullptr;
}

} // namespace

bool isOfficeListSign(const GumboNode &node)
{
    return styleOf(node, QLatin1String("mso-list")) == QLatin1String("ignore");
}

std::optional<OfficeListItem> officeListItem(const GumboNode &paragraph)
{
    static const QRegularExpression levelPattern(QStringLiteral("level([0-9]+)"));
    static const QRegularExpression numberPattern(
        QStringLiteral("\\A[(（]?([0-9０-９]{1,9})[.)．）、:：]?\\z"));
    static const QRegularExpression circled(QStringLiteral("\\A[①-⑳]\\z"));
    const QString list = styleOf(paragraph, QLatin1String("mso-list"));
    const auto level = levelPattern.match(list);
    if (!level.hasMatch())
        return std::nullopt;
    OfficeListItem item;
    item.level = std::clamp(level.captured(1).toInt(), 1, deepestLevel);
    const GumboNode *sign = signUnder(paragraph);
    if (!sign)
        return item;
    QString text = textUnder(*sign);
    text.replace(QChar(u'\u00a0'), u' ');
    text = text.simplified().section(u' ', 0, 0);
    if (const auto match = numberPattern.match(text.normalized(QString::NormalizationForm_KC));
        match.hasMatch()) {
        item.isNumbered = true;
        item.number = match.captured(1).toInt();
    } else if (circled.match(text).hasMatch()) {
        item.isNumbered = true;
        item.number = text.front().unicode() - u'①' + 1;
    }
    return item;
}

} // namespace kakehashi::takeover
