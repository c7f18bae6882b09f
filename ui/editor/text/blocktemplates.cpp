#include "ui/editor/text/blocktemplates.h"

#include <QCoreApplication>

namespace kakehashi::ui {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::ui::BlockTemplates)
};

} // namespace

QList<BlockTemplate> blockTemplates()
{
    return {
        {QStringLiteral("notice"), Text::tr("Notice"),
         QStringLiteral(
             "::: notice {level=info title=\"お知らせ\"}\n¦ここに本文を書きます。¦\n:::")},
        {QStringLiteral("figure"), Text::tr("Picture with caption"),
         QStringLiteral("::: figure {src=media:¦写真.jpg¦ alt=\"\" caption=\"\"}\n:::")},
        {QStringLiteral("gallery"), Text::tr("Gallery"),
         QStringLiteral("::: gallery\n![¦写真の説明¦](media:photo-1.jpg)\n"
                        "![写真の説明](media:photo-2.jpg)\n:::")},
        {QStringLiteral("button"), Text::tr("Button"),
         QStringLiteral("::: button {href=/kenmin/ style=primary}\n¦申し込む¦\n:::")},
        {QStringLiteral("columns"), Text::tr("Columns"),
         QStringLiteral("::: columns\n¦左の段¦\n+++\n右の段\n:::")},
        {QStringLiteral("cards"), Text::tr("Cards"),
         QStringLiteral("::: cards {kind=¦topic¦ limit=6}\n:::")},
        {QStringLiteral("pages"), Text::tr("List of pages"),
         QStringLiteral("::: pages {kind=¦topic¦ limit=10}\n:::")},
        {QStringLiteral("table"), Text::tr("Table with caption"),
         QStringLiteral("::: table {caption=\"¦表の題名¦\"}\n| 項目 | 内容 |\n| --- | --- |\n"
                        "| 日時 |  |\n| 会場 |  |\n:::")},
        {QStringLiteral("file"), Text::tr("File to download"),
         QStringLiteral("::: file {src=media:¦file.pdf¦ label=\"資料\"}\n:::")},
        {QStringLiteral("details"), Text::tr("Question and answer"),
         QStringLiteral("::: details {summary=\"¦よくある質問¦\"}\n答えを書きます。\n:::")},
        {QStringLiteral("embed"), Text::tr("Video or map"),
         QStringLiteral("::: embed {youtube=¦動画のID¦ title=\"動画の題名\"}\n:::")},
        {QStringLiteral("toc"), Text::tr("Table of contents"), QStringLiteral("::: toc\n:::")},
        {QStringLiteral("chart"), Text::tr("Figures from statistics"),
         QStringLiteral("::: chart {series=¦members-individual¦ period=24m}\n:::")},
        {QStringLiteral("html"), Text::tr("HTML"), QStringLiteral("::: html\n¦<p></p>¦\n:::")},
    };
}

} // namespace kakehashi::ui
