#include "takeover/paste/pastereader.h"

#include "takeover/paste/htmlnode.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace kakehashi::takeover {
namespace {

constexpr int firstHeading = 2; // a page has one heading of level 1: its title
constexpr int lastHeading = 6;

bool isBlock(const QByteArray &name)
{
    static const QSet<QByteArray> names{
        "p",       "div",    "h1",     "h2",    "h3",         "h4",      "h5",     "h6",
        "ul",      "ol",     "li",     "table", "blockquote", "pre",     "hr",     "section",
        "article", "header", "footer", "main",  "nav",        "aside",   "figure", "figcaption",
        "dl",      "dt",     "dd",     "body",  "html",       "details", "center", "address",
        "summary", "form",   "tbody",  "thead", "tr",         "td",      "th",     "fieldset"};
    return names.contains(name);
}

bool hasBlocks(const GumboNode &node)
{
    const GumboVector *children = childrenOf(node);
    for (unsigned i = 0; children && i < children->length; ++i) {
        const GumboNode &child = *childAt(*children, i);
        if (isBlock(nameOf(child)) || hasBlocks(child))
            return true;
    }
    return false;
}

int headingLevel(const GumboNode &node, const QByteArray &name)
{
    if (name.size() == 2 && name.at(0) == 'h' && name.at(1) >= '1' && name.at(1) <= '6')
        return name.at(1) - '0';
    if (hasClass(node, QLatin1String("MsoTitle")))
        return 1;
    const int outline = styleOf(node, QLatin1String("mso-outline-level")).toInt();
    return outline >= 1 && outline <= lastHeading ? outline : 0;
}

int topHeadingUnder(const GumboNode &node)
{
    int top = headingLevel(node, nameOf(node));
    const GumboVector *children = childrenOf(node);
    for (unsigned i = 0; children && i < children->length; ++i) {
        const int level = topHeadingUnder(*childAt(*children, i));
        if (level > 0 && (top == 0 || level < top))
            top = level;
    }
    return top;
}

QString indented(const QString &text, qsizetype by)
{
    const QString air(by, u' ');
    QStringList lines = text.split(u'\n');
    for (qsizetype i = 1; i < lines.size(); ++i) {
        if (!lines.at(i).isEmpty())
            lines[i].prepend(air);
    }
    return lines.join(u'\n');
}

QString joined(const QStringList &blocks, const QList<bool> &tight)
{
    QString text;
    for (qsizetype i = 0; i < blocks.size(); ++i) {
        if (i > 0)
            text += tight.at(i) ? QStringLiteral("\n") : QStringLiteral("\n\n");
        text += blocks.at(i);
    }
    return text;
}

} // namespace

PastedMarkdown PasteReader::read(const GumboNode &root)
{
    m_topHeading = topHeadingUnder(root);
    blocks(root);
    flush();
    m_paste.markdown = joined(m_blocks, m_tight);
    m_paste.isInline = m_blocks.size() == 1 && !m_paste.markdown.contains(u'\n') &&
                       !m_paste.markdown.startsWith(u'|') && !m_paste.markdown.startsWith(u'#');
    m_paste.leftOut = losses();
    return std::move(m_paste);
}

void PasteReader::addBlock(const QString &markdown, bool staysTight)
{
    if (markdown.isEmpty())
        return;
    m_blocks << markdown;
    m_tight << staysTight;
}

void PasteReader::flush()
{
    const InlineRuns runs = std::exchange(m_bare, {});
    m_paste.isRich = m_paste.isRich || runs.isRich();
    if (!runs.isEmpty())
        addBlock(runs.toMarkdown(InlineRuns::Context::Paragraph));
}

void PasteReader::blocks(const GumboNode &node)
{
    const GumboVector *children = childrenOf(node);
    if (node.type == GUMBO_NODE_DOCUMENT)
        children = &node.v.document.children;
    for (unsigned i = 0; children && i < children->length; ++i) {
        const GumboNode &child = *childAt(*children, i);
        const QByteArray name = nameOf(child);
        if (isSkipped(child, name))
            continue;
        if (isBlock(name)) {
            flush();
            block(child, name);
            flush();
        } else if (hasBlocks(child)) {
            blocks(child); // Google Docs puts everything into one <b>
        } else {
            words(child, m_bare, {});
        }
    }
}

void PasteReader::block(const GumboNode &node, const QByteArray &name)
{
    if (const auto item = officeListItem(node))
        return officeItem(node, *item);
    if (const int level = headingLevel(node, name); level > 0 && !hasBlocks(node))
        return paragraph(node, level);
    if (name == "ul" || name == "ol")
        return list(node, name == "ol");
    if (name == "table")
        return table(node);
    if (name == "blockquote")
        return quote(node);
    if (name == "pre")
        return code(node);
    if (name == "hr") {
        m_paste.isRich = true;
        return addBlock(QStringLiteral("---"));
    }
    if (hasBlocks(node))
        return blocks(node);
    paragraph(node, 0);
}

void PasteReader::paragraph(const GumboNode &node, int level)
{
    InlineRuns runs;
    words(node, runs, {});
    if (runs.isEmpty())
        return;
    if (level == 0) {
        m_paste.isRich = m_paste.isRich || runs.isRich();
        return addBlock(runs.toMarkdown(InlineRuns::Context::Paragraph));
    }
    m_paste.isRich = true;
    runs.dropBold();
    const int shift = m_topHeading < firstHeading ? firstHeading - m_topHeading : 0;
    const int shown = std::min(level + shift, lastHeading);
    addBlock(QString(shown, u'#') + u' ' + runs.toMarkdown(InlineRuns::Context::Heading));
}

/// What a container would give on its own.
QStringList PasteReader::insideOf(const GumboNode &node)
{
    flush();
    const QStringList before = std::exchange(m_blocks, {});
    const QList<bool> tight = std::exchange(m_tight, {});
    blocks(node);
    flush();
    m_tight = tight;
    return std::exchange(m_blocks, before);
}

void PasteReader::list(const GumboNode &node, bool isNumbered)
{
    m_paste.isRich = true;
    bool isNumber = false;
    const int start = attributeOf(node, "start").toInt(&isNumber);
    int number = isNumber && start >= 0 ? start : 1;
    const QStringList before = std::exchange(m_blocks, {});
    const QList<bool> tight = std::exchange(m_tight, {});
    const GumboVector &children = *childrenOf(node);
    for (unsigned i = 0; i < children.length; ++i) {
        const GumboNode &child = *childAt(children, i);
        const QByteArray name = nameOf(child);
        if (isSkipped(child, name) || (name.isEmpty() && textUnder(child).trimmed().isEmpty()))
            continue;
        const QString marker =
            isNumbered ? QString::number(number) + QStringLiteral(". ") : QStringLiteral("- ");
        if (name != "ul" && name != "ol") {
            const qsizetype count = m_blocks.size();
            listItem(child, marker);
            number += m_blocks.size() > count ? 1 : 0;
        } else if (m_blocks.isEmpty()) {
            blocks(node); // a list in a list without an item before it
            break;
        } else {
            // Google Docs and old HTML put the inner list beside its item.
            const QStringList items = std::exchange(m_blocks, {});
            const QList<bool> itemsTight = std::exchange(m_tight, {});
            list(child, name == "ol");
            const QStringList inner = std::exchange(m_blocks, items);
            m_tight = itemsTight;
            const qsizetype width = isNumbered ? marker.size() : 2;
            for (const QString &text : inner)
                m_blocks.last() += u'\n' + QString(width, u' ') + indented(text, width);
        }
    }
    const QString text = joined(m_blocks, m_tight);
    m_blocks = before;
    m_tight = tight;
    addBlock(text);
}

void PasteReader::listItem(const GumboNode &node, const QString &marker)
{
    const QStringList before = std::exchange(m_blocks, {});
    const QList<bool> tight = std::exchange(m_tight, {});
    const InlineRuns bare = std::exchange(m_bare, {});
    if (hasBlocks(node))
        blocks(node);
    else
        words(node, m_bare, {});
    flush();
    QStringList inside = std::exchange(m_blocks, before);
    m_tight = tight;
    m_bare = bare;
    if (inside.isEmpty())
        return;
    QString text = inside.takeFirst();
    static const QRegularExpression innerList(QStringLiteral("\\A(-|[0-9]+\\.) "));
    for (const QString &more : std::as_const(inside)) {
        text += innerList.match(more).hasMatch() ? QStringLiteral("\n") : QStringLiteral("\n\n");
        text += more;
    }
    addBlock(marker + indented(text, marker.size()), !m_blocks.isEmpty());
}

/// Word's items are paragraphs one after the other; only their level says what lies in what.
void PasteReader::officeItem(const GumboNode &node, const OfficeListItem &item)
{
    InlineRuns runs;
    words(node, runs, {});
    if (runs.isEmpty())
        return;
    m_paste.isRich = true;
    constexpr int step = 4; // enough for "9. " and for "10. "
    const QString marker = item.isNumbered ? QString::number(item.number) + QStringLiteral(". ")
                                           : QStringLiteral("- ");
    const QString text = runs.toMarkdown(InlineRuns::Context::Paragraph);
    static const QRegularExpression anyItem(QStringLiteral("\\A *(-|[0-9]+\\.) "));
    const bool follows = !m_blocks.isEmpty() && anyItem.match(m_blocks.constLast()).hasMatch();
    // One level deeper at most than the item before: else it would be text of that one.
    m_officeLevel = follows ? std::min(item.level, m_officeLevel + 1) : 1;
    const QString air((m_officeLevel - 1) * step, u' ');
    addBlock(air + marker + indented(text, air.size() + marker.size()), follows);
}

void PasteReader::quote(const GumboNode &node)
{
    m_paste.isRich = true;
    QStringList lines = insideOf(node).join(QStringLiteral("\n\n")).split(u'\n');
    for (QString &line : lines)
        line = line.isEmpty() ? QStringLiteral(">") : QString(QStringLiteral("> ") + line);
    if (lines != QStringList{QStringLiteral(">")})
        addBlock(lines.join(u'\n'));
}

void PasteReader::code(const GumboNode &node)
{
    QString text = textUnder(node);
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    while (text.endsWith(u'\n'))
        text.chop(1);
    if (text.trimmed().isEmpty())
        return;
    m_paste.isRich = true;
    QString fence = QStringLiteral("```");
    while (text.contains(fence))
        fence += u'`';
    addBlock(fence + u'\n' + text + u'\n' + fence);
}

} // namespace kakehashi::takeover
