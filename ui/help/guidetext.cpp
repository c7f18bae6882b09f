#include "ui/help/guidetext.h"

#include "ui/style/style.h"

#include <QTextBlock>
#include <QTextBrowser>
#include <QTextTable>

namespace kakehashi::ui {
namespace {

constexpr double headingScales[] = {1.6, 1.25, 1.1};

void setHeading(QTextBlock block, double basePoints, int level)
{
    QTextCursor cursor(block);
    cursor.select(QTextCursor::BlockUnderCursor);
    QTextCharFormat letters;
    letters.setFontPointSize(basePoints * headingScales[std::clamp(level, 1, 3) - 1]);
    letters.setFontWeight(QFont::DemiBold);
    letters.clearProperty(QTextFormat::FontSizeAdjustment);
    cursor.mergeCharFormat(letters);
}

void setBlock(QTextBlock block, double basePoints)
{
    QTextBlockFormat format = block.blockFormat();
    const int level = format.headingLevel();
    const bool inTable = QTextCursor(block).currentTable() != nullptr;
    const bool code = format.property(QTextFormat::BlockCodeFence).isValid() ||
                      format.property(QTextFormat::BlockCodeLanguage).isValid();
    format.setLineHeight(level > 0 || code ? 120 : 145, QTextBlockFormat::ProportionalHeight);
    format.setTopMargin(inTable || code ? 0 : level > 0 ? 18 : 2);
    format.setBottomMargin(inTable || code ? 0 : 6);
    if (code) {
        format.setBackground(style::tokens().sunken);
        format.setLeftMargin(style::gap);
    }
    QTextCursor(block).setBlockFormat(format);
    if (level > 0)
        setHeading(block, basePoints, level);
}

void setTable(QTextTable &table)
{
    QTextTableFormat format = table.format();
    format.setBorderCollapse(true);
    format.setBorder(1);
    format.setBorderBrush(style::tokens().line);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setCellSpacing(0);
    format.setCellPadding(6);
    format.setTopMargin(style::hairGap);
    format.setBottomMargin(style::gap);
    table.setFormat(format);
}

} // namespace

void showGuideText(QTextBrowser &browser, const QString &markdown)
{
    browser.setMarkdown(markdown);
    QTextDocument &document = *browser.document();
    document.setDocumentMargin(2 * style::margin);
    const double points = browser.font().pointSizeF();
    QTextCursor whole(&document);
    whole.beginEditBlock();
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        setBlock(block, points);
    whole.endEditBlock();
    const QList<QTextFrame *> frames = document.rootFrame()->childFrames();
    for (QTextFrame *frame : frames) {
        if (auto *table = qobject_cast<QTextTable *>(frame))
            setTable(*table);
    }
    browser.moveCursor(QTextCursor::Start);
}

} // namespace kakehashi::ui
