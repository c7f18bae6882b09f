#include "render/body/bodywriter.h"
#include "render/html.h"
#include "render/markdown/markdownwriter.h"
#include "render/markdown/parse.h"
#include "render/markdown/plainblocks.h"
#include "support/sitefixture.h"

#include <QDirIterator>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <regex>

using namespace kakehashi;
using namespace kakehashi::render;
using namespace kakehashi::test;

namespace {

struct Written
{
    std::string html;
    QStringList issues;
};

QString differing(const std::string &text, const std::string &ours, const std::string &judge)
{
    const auto at = std::mismatch(ours.begin(), ours.end(), judge.begin(), judge.end());
    return fromUtf8(text).left(400) + QStringLiteral("\n-- in stretches\n") +
           fromUtf8(std::string(at.first, ours.end())).left(200) +
           QStringLiteral("\n-- by cmark\n") +
           fromUtf8(std::string(at.second, judge.end())).left(200);
}

QStringList told(const Issues &issues)
{
    QStringList all;
    for (const Issue &issue : issues)
        all.append(
            QStringLiteral("%1 %2 %3").arg(issue.rule).arg(issue.place.line).arg(issue.text));
    return all;
}

/// cmark counts the blank lines behind a list to it and to its last item.
std::string withoutEndsOfLists(const std::string &html)
{
    static const std::regex ends("(<(ul|li) data-line=\"[0-9]+\") data-end=\"[0-9]+\"");
    return std::regex_replace(html, ends, "$1");
}

/// Markdown written stretch by stretch, and as one by cmark.
class Pair
{
public:
    Pair()
    {
        m_site.page(QStringLiteral("/topics/t1/"), {.title = QStringLiteral("お知らせ")});
        m_page.path = QStringLiteral("/body/");
        m_page.kind = QStringLiteral("page");
        m_preview.preview = true;
    }

    void compare(const std::string &text, bool preview) const
    {
        const SiteIndex index(m_site.snapshot(), m_site.theme(), preview ? m_preview : m_published);
        Written stretches;
        BodyWriter writer(index, m_page);
        writer.writeMarkdown(text, 3, stretches.html);
        stretches.issues = told(writer.issues());

        Written whole;
        BodyWriter judge(index, m_page);
        const Document document = parseMarkdown(text);
        MarkdownWriter(judge, 3, whole.html).write(document.get(), text);
        whole.issues = told(judge.issues());
        stretches.html = withoutEndsOfLists(stretches.html);
        whole.html = withoutEndsOfLists(whole.html);
        QVERIFY2(stretches.html == whole.html,
                 qPrintable(differing(text, stretches.html, whole.html)));
        QVERIFY2(stretches.issues == whole.issues,
                 qPrintable(fromUtf8(text) + (stretches.issues + whole.issues).join(u'\n')));
    }

    void compare(const std::string &text) const
    {
        compare(text, false);
        compare(text, true);
    }

private:
    SiteFixture m_site;
    PageValue m_page;
    RenderOptions m_preview;
    RenderOptions m_published;
};

/// What lines of pages and their surprises are made of.
const std::vector<std::string> &lines()
{
    static const std::vector<std::string> all{
        "",
        "",
        "",
        "",
        "県民会議の取組です。",
        "今年度の**実行計画**では、広げます。",
        "県内の**対象**と**期間**は次のとおり",
        "続き（仮）",
        "words in English, plain.",
        "a **b** c",
        "x**y**z and w**v**",
        "一つの**だけ",
        "**全部**",
        "、**読点**、",
        "　字下げの段落",
        "終わりの空白 ",
        "強い改行  ",
        "## 第1節　取組の状況",
        "### a {#b}",
        "# 一番",
        "#見出しでない",
        "####### 七つ",
        "## 末尾 ##",
        "##  空白二つ",
        "## **太**字の計**画**",
        "| 圏域 | 人 |",
        "|---|--:|",
        "| 仙南 | 4051 |",
        "|:-:|:--|",
        "| a | b | c |",
        "|a|",
        "| **太** | 計の**画**は |",
        "|  |  |",
        "| a \\| b | c |",
        "| a | b",
        "a | b",
        "--- | ---",
        "- 対象：県内の事業者",
        "- 期間：10月1日から",
        "- 方法：[前の記事](/topics/t1/)をご覧ください。",
        "* 別の印",
        "+ 別の印",
        "-",
        "- ",
        "-  空白二つ",
        "- - 二重",
        "- 1. 番号",
        "- # 見出し",
        "- a **b** c",
        "  続き",
        "    コード",
        "  - 入れ子",
        "1. 一",
        "2) 二",
        "10月1日から",
        "> 引用",
        "---",
        "===",
        "***",
        "___",
        "[前の記事](/topics/t1/)をご覧ください。",
        "詳細は[前の記事](/topics/t1/)と[次](/nai/ \"題\")へ",
        "![図](media:nai.jpg)の説明",
        "見て[国](https://www.example.com/a_b?c=d&e=f)",
        "[a]",
        "と[b][a]",
        "空[](/topics/t1/)",
        "括弧[あ](/a(b)c)と[い](<c d>)",
        "[**太**字](/topics/t1/)",
        "計[の**画**は](/topics/t1/)",
        "計**画[の](/topics/t1/)計**画",
        "[う](javascript:alert(1))",
        "あ[x](/topics/t1/)",
        "- [x] 済み",
        "- [済み](/topics/t1/)",
        "- [x](/topics/t1/)",
        "https://example.jp/a をご覧ください",
        "連絡はa@example.jpへ",
        "www.example.jpへ",
        "10~20人",
        "~~取消~~",
        "a_b_c",
        "`code`",
        "a & b &amp; c",
        "\"引用\" 'それ' -- ...",
        "改行\\",
        "タブ\t入り",
        "文字！",
        "画像![",
        "見出し\n===",
        "見出し\n---",
        "abc\ndef",
        "あいう\nえお",
        "[^1]",
        "[^1]: 注",
        "[a]: /topics/t1/",
        "```",
        "<b>x</b>",
        "<div>",
        "\xC2\xA0空白",
        "\xEF\xBB\xBF順序",
        "ア**い\xC2\xA0**う",
        "ア**い　**う",
        "a**い→**う",
        "ア**い。**う",
        "**\xC2\xA0あ**",
        "あ**→**い",
        "ア**・イ**ウ",
    };
    return all;
}

} // namespace

/// Plain paragraphs, headings and tables are written without a parser. cmark is the judge.
class TestPlainBlocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesWhatPeopleWrite();
    void linesInAnyOrderAreWrittenAsByCmark();
    void samplePagesAreWrittenAsByCmark();
    void specificationIsWrittenAsByCmark();
};

void TestPlainBlocks::takesWhatPeopleWrite()
{
    using Kind = Stretch::Kind;
    const auto stretches = stretchesOf("取組です。\n二行目\n\n## 第1節\n続きの**太字**は\n\n"
                                       "| 年 | 人 |\n|---|--:|\n| 1 | 2 |\n\n> 引用\n\n終わり\n");
    const std::vector<std::pair<Kind, int>> expected{{Kind::Paragraph, 1}, {Kind::Heading, 4},
                                                     {Kind::Paragraph, 5}, {Kind::Table, 7},
                                                     {Kind::Markdown, 11}, {Kind::Paragraph, 13}};
    QCOMPARE(stretches.size(), expected.size());
    for (size_t at = 0; at < expected.size(); ++at) {
        QCOMPARE(stretches[at].kind, expected[at].first);
        QCOMPARE(stretches[at].line, expected[at].second);
    }
}

void TestPlainBlocks::linesInAnyOrderAreWrittenAsByCmark()
{
    const Pair pair;
    for (const std::string &line : lines()) {
        pair.compare(line);
        pair.compare("前の段落\n\n" + line + "\n\n次の段落\n");
    }
    QRandomGenerator random(2026);
    for (int round = 0; round < 30000 && !QTest::currentTestFailed(); ++round) {
        std::string text;
        for (int count = 1 + random.bounded(9); count > 0; --count)
            text += lines()[random.bounded(quint32(lines().size()))] + '\n';
        pair.compare(text);
    }
}

void TestPlainBlocks::samplePagesAreWrittenAsByCmark()
{
    const Pair pair;
    QDirIterator pages(QStringLiteral(KAKEHASHI_SOURCE_DIR "/resources/sample/pages"),
                       {QStringLiteral("*.md")}, QDir::Files, QDirIterator::Subdirectories);
    int count = 0;
    for (; pages.hasNext(); ++count) {
        QFile file(pages.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const std::string text = file.readAll().toStdString();
        pair.compare(text.substr(text.find("\n---\n") + 5));
    }
    QVERIFY(count > 40);
}

void TestPlainBlocks::specificationIsWrittenAsByCmark()
{
    const Pair pair;
    QFile file(QStringLiteral(KAKEHASHI_SOURCE_DIR "/tests/render/spec/commonmark-0.31.2.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll()).replace(u'→', u'\t');
    for (const QString &example : text.split(QString(32, u'`')))
        pair.compare(utf8(example));
}

QTEST_GUILESS_MAIN(TestPlainBlocks)
#include "test_plainblocks.moc"
