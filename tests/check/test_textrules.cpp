#include "checking.h"

#include "check/rules/rule.h"

#include <QElapsedTimer>
#include <QTest>

using namespace checking;

namespace {

struct Case
{
    const char *rule;
    QString body;
    QString fixed; ///< empty: found, but there is no certain fix
};

QString s(const char16_t *text)
{
    return QString::fromUtf16(text);
}

QList<Case> planted()
{
    return {
        {"half-width-kana", s(u"ｶﾞｲﾄﾞをどうぞ。"), s(u"ガイドをどうぞ。")},
        {"half-width-kana", s(u"- 会員の｢ﾎﾟｲﾝﾄ｣"), s(u"- 会員の「ポイント」")},
        {"half-width-kana", s(u"| ｴｺ | 値 |\n|--|--|\n| a | b |"),
         s(u"| エコ | 値 |\n|--|--|\n| a | b |")},
        {"full-width-alnum", s(u"ＺＥＨの補助"), s(u"ZEHの補助")},
        {"full-width-alnum", s(u"定員は５０人"), s(u"定員は50人")},
        {"full-width-alnum", s(u"## ２０３０年度"), s(u"## 2030年度")},
        {"dependent-character", s(u"面積は30㎡です。"), s(u"面積は30平方メートルです。")},
        {"dependent-character", s(u"㈱みどり電力"), s(u"（株）みどり電力")},
        {"dependent-character", s(u"①申込書"), s(u"(1)申込書")},
        {"broken-character", s(u"文字\xFFFDが"), {}},
        {"broken-character", s(u"外字\xE000です"), {}},
        {"broken-character", s(u"制御\x0007文字"), {}},
        {"broken-character", s(u"制御\x000Bの"), {}},
        {"broken-character", s(u"申請書\x202Egpj.exe"), {}},
        {"broken-character", s(u"申請書\x2067の"), {}},
        {"space-in-word", s(u"日　時：4月1日"), s(u"日時：4月1日")},
        {"space-in-word", s(u"開きます。日　時は4月1日"), s(u"開きます。日時は4月1日")},
        {"space-in-word", s(u"- 場 所"), s(u"- 場所")},
        {"space-in-word", s(u"| 氏　　名 | 住 所 |\n|--|--|"), s(u"| 氏名 | 住所 |\n|--|--|")},
        {"repeated-spaces", s(u"会場  仙台市"), s(u"会場 仙台市")},
        {"repeated-spaces", s(u"　段落の字下げです。"), s(u"段落の字下げです。")},
        {"repeated-spaces", s(u"午前　　午後"), s(u"午前 午後")},
        {"ideographic-space", s(u"ZEH　とは"), s(u"ZEH とは")},
        {"ideographic-space", s(u"電話　022-000-0000"), s(u"電話 022-000-0000")},
        {"ideographic-space", s(u"A　B"), s(u"A B")},
        {"date-form", s(u"2025/4/1から"), s(u"令和7年4月1日（火曜日）から")},
        {"date-form", s(u"締切は2025.10.31（金）です"), s(u"締切は令和7年10月31日（金曜日）です")},
        {"date-form", s(u"R7.4.1 公開"), s(u"令和7年4月1日（火曜日） 公開")},
        {"date-form", s(u"2025-04-01"), s(u"令和7年4月1日（火曜日）")},
        {"date-form", s(u"1/18(土)の催し"), s(u"1月18日（土曜日）の催し")},
        {"date-form", s(u"2025/4/1（水）"), {}},
        {"weekday-form", s(u"令和7年1月18日（土）"), s(u"令和7年1月18日（土曜日）")},
        {"weekday-form", s(u"10月31日(金)"), s(u"10月31日（金曜日）")},
        {"weekday-form", s(u"1月12日（月・祝）"), s(u"1月12日（月曜日・祝日）")},
        {"weekday-wrong", s(u"令和7年4月1日（水曜日）"), {}},
        {"weekday-wrong", s(u"2025年4月1日（月）"), {}},
        {"weekday-wrong", s(u"令和7年2月30日（日曜日）"), {}},
        {"time-form", s(u"9:00～17:00"), s(u"9時から17時")},
        {"time-form", s(u"開始は13:30です"), s(u"開始は13時30分です")},
        {"time-form", s(u"10：00-11：30"), s(u"10時から11時30分")},
        {"time-form", s(u"10:30〜 式典"), s(u"10時30分から 式典")},
        {"wave-dash", s(u"4月～6月"), s(u"4月から6月")},
        {"wave-dash", s(u"10〜20人"), s(u"10から20人")},
        {"wave-dash", s(u"午前9時 ～ 午後5時"), s(u"午前9時から午後5時")},
        {"digit-hyphen", s(u"春日町2−1"), s(u"春日町2-1")},
        {"digit-hyphen", s(u"022ー000―0000"), s(u"022-000-0000")},
        {"digit-hyphen", s(u"一番町3－4"), s(u"一番町3-4")},
        {"phone-form", s(u"022(000)0000"), s(u"022-000-0000")},
        {"phone-form", s(u"（022）000-0000"), s(u"022-000-0000")},
        {"phone-form", s(u"電話 0220（00）0000"), s(u"電話 0220-00-0000")},
        {"term", s(u"会員の取り組みを紹介"), s(u"会員の取組を紹介")},
        {"term", s(u"県内の取組み\n\n今年の取り組み"), s(u"県内の取組\n\n今年の取組")},
        {"term", s(u"御参加ください"), s(u"ご参加ください")},
        {"term", s(u"地域と共生した生可能エネルギー"), s(u"地域と共生した再生可能エネルギー")},
        {"term", s(u"お問合せください。見て下さい。"), s(u"お問い合わせください。見てください。")},
        {"footnote", s(u"本文\n\n[^unused]: 大事な注"), {}},
        {"footnote", s(u"本文[^none]です"), {}},
        {"footnote", s(u"> 本文[^1]\n\n> [^2]: 注"), {}},
        {"typed-bullet", s(u"・申込書\n・図面"), s(u"- 申込書\n- 図面")},
        {"typed-bullet", s(u"本文\n\n● 対象者"), s(u"本文\n\n- 対象者")},
        {"typed-bullet", s(u"■内容"), s(u"- 内容")},
        {"character-art", s(u"┌──┐"), {}},
        {"character-art", s(u"────────"), {}},
        {"character-art", s(u"├── 会議"), {}},
        {"sensory-words", s(u"赤字の項目は必須です。"), {}},
        {"sensory-words", s(u"右の図をご覧ください。"), {}},
        {"sensory-words", s(u"色で示した地域"), {}},
        {"mail-address", s(u"taro.yamada@example.com まで"), {}},
        {"mail-address", s(u"[連絡](mailto:hanako@example.com)"), {}},
        {"mail-address", s(u"info＠example.com"), {}},
        {"phone-number", s(u"担当 090-0000-1234"), {}},
        {"phone-number", s(u"電話08000001234"), {}},
        {"phone-number", s(u"0229-00-0000"), {}},
        {"my-number", s(u"番号 1234 5678 9018"), {}},
        {"my-number", s(u"123456789018"), {}},
        {"my-number", s(u"1234-5678-9018です"), {}},
    };
}

/// Good texts, each of which some rule is close to.
QStringList clean()
{
    return {
        s(u"## 会員の募集\n\n令和7年4月1日（火曜日）午前9時から午後5時まで、仙台市で開催します。"),
        s(u"ガイド「エコ」をどうぞ。ZEHとは、2030年度の50％減です。"),
        s(u"宮城県 環境生活部 環境政策課"),
        s(u"参加する取組を進め、皆で取り組み、取り組みます。取り組みやすい方法です。"),
        s(u"~みやぎゼロカーボン学生アンバサダーとは?~"),
        s(u"～2050年の暮らし～"),
        s(u"比率は1:2、画面は16:9です。"),
        s(u"`2025/4/1` と `９` は符号です。"),
        s(u"```\n2025/4/1 ｶﾅ\n```\n\n    ９:00～17:00"),
        s(u"[様式](media:r7.4.1-form.pdf)と<https://example.jp/2025/4/1/>"),
        s(u"https://example.jp/2025/04/01/ をご覧ください。"),
        s(u"![会場](media:2025-04-01.jpg)"),
        s(u"| 区分  | 人数  |\n|:--|--:|\n| 個人会員   | 9,174  |"),
        s(u"- 項目\n    - 四つ下げた項目\n\n1. 一つ目\n2. 二つ目"),
        s(u"::: notice {level=info "
          u"title=\"お知らせ\"}\n応募は令和7年10月31日（金曜日）までです。\n:::"),
        s(u"行の終わり  \n次の行"),
        s(u"会員数は1,234人・団体は56者・合計は1,290です。"),
        s(u"kankyo@example.jp、電話022-000-0000へお問い合わせください。"),
        s(u"整理番号 1234 5678 9012、郵便番号980-0000"),
        s(u"| 環境政策課 | 022-000-0001 |\n|--|--|\n| 会場のホール | 0229-00-0000 |"),
        s(u"再生可能エネルギーの出来事を、頂上で話します。"),
        s(u"平成31年4月30日（火曜日）と令和元年5月1日（水曜日）"),
        s(u"本文[^1]と[^別]\n\n[^1]: 注\n\n[^別]: 別の注"),
        s(u"`[^x]`は符号です。\n\n```\n[^y]: z\n```"),
        s(u"1．はじめに\n\nコーヒー2杯、ページ3ー"),
    };
}

const QStringList &textRules()
{
    static const QStringList ids = [] {
        QStringList list;
        for (const Case &each : planted()) {
            if (!list.contains(QLatin1String(each.rule)))
                list.append(QString::fromLatin1(each.rule));
        }
        return list;
    }();
    return ids;
}

} // namespace

class TestTextRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsWhatIsPlanted_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("fixed");
        int number = 0;
        for (const Case &each : planted())
            QTest::addRow("%s %d", each.rule, ++number)
                << QString::fromLatin1(each.rule) << each.body << each.fixed;
    }

    void findsWhatIsPlanted()
    {
        QFETCH(QString, rule);
        QFETCH(QString, body);
        QFETCH(QString, fixed);
        const auto value = page(body);
        const auto found = ofRule(checked(value, documentAround({})), rule);
        QVERIFY2(!found.isEmpty(), "not found");
        QVERIFY(found.first().issue.place.line > 0);
        QVERIFY(found.first().issue.place.length > 0);
        QVERIFY(!found.first().clause.isEmpty());
        QCOMPARE(found.first().fix.has_value(), !fixed.isEmpty());
        if (fixed.isEmpty())
            return;
        const auto after = check::applyFixes(value.content, fixesOf(found));
        QCOMPARE(after.body, fixed);
    }

    void fixesLeaveNothingToFix_data() { findsWhatIsPlanted_data(); }

    void fixesLeaveNothingToFix()
    {
        QFETCH(QString, rule);
        QFETCH(QString, body);
        auto value = page(body);
        const auto fixes = fixesOf(ofRule(checked(value, documentAround({})), rule));
        if (fixes.isEmpty())
            return;
        value.content = check::applyFixes(value.content, fixes);
        const auto again = ofRule(checked(value, documentAround({})), rule);
        QVERIFY2(again.isEmpty(), qPrintable(texts(again).join(u'\n')));
        QCOMPARE(check::applyFixes(value.content, fixes), value.content);
    }

    void leavesGoodTextAlone_data()
    {
        QTest::addColumn<QString>("body");
        int number = 0;
        for (const QString &body : clean())
            QTest::addRow("%d", ++number) << body;
    }

    void leavesGoodTextAlone()
    {
        QFETCH(QString, body);
        check::Findings found;
        for (const check::Finding &finding : checked(page(body), documentAround({}))) {
            if (textRules().contains(finding.issue.rule))
                found.append(finding);
        }
        QVERIFY2(found.isEmpty(), qPrintable(texts(found).join(u'\n')));
    }

    void everyRuleIsPlantedThreeTimes()
    {
        QHash<QString, int> times;
        for (const Case &each : planted())
            ++times[QString::fromLatin1(each.rule)];
        for (auto each = times.cbegin(); each != times.cend(); ++each)
            QVERIFY2(each.value() >= 3, qPrintable(each.key()));
    }

    void looksIntoTitlesAndFields()
    {
        auto value = page({});
        value.content.title = s(u"ＺＥＨの日　時");
        const auto fixes = fixesOf(checked(value, documentAround({})));
        QCOMPARE(check::applyFixes(value.content, fixes).title, s(u"ZEHの日時"));
    }

    void saysLineAndColumn()
    {
        const auto found = ofRule(checked(page(s(u"一行目\n\n会場はＡです")), documentAround({})),
                                  QStringLiteral("full-width-alnum"));
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().issue.place, (Place{QStringLiteral("/test/"), {}, 3, 4, 1}));
    }

    void leavesTextThatChangedSinceAlone()
    {
        const check::Fix fix{QStringLiteral("body"), 2, s(u"Ａ"), QStringLiteral("A"), {}};
        QCOMPARE(check::applyFix(s(u"会場Ａ"), fix), s(u"会場A"));
        QCOMPARE(check::applyFix(s(u"会場はＡ"), fix), s(u"会場はＡ"));
        QCOMPARE(check::applyFix(s(u"会"), fix), s(u"会"));
    }

    void makesTheFirstOfOverlappingFixes()
    {
        content::PageContent content;
        content.body = QStringLiteral("abcdef");
        const QList<check::Fix> fixes{
            {QStringLiteral("body"), 1, QStringLiteral("bc"), QStringLiteral("X"), {}},
            {QStringLiteral("body"), 2, QStringLiteral("cd"), QStringLiteral("Y"), {}},
            {QStringLiteral("body"), 5, QStringLiteral("f"), QStringLiteral("Z"), {}}};
        QCOMPARE(check::applyFixes(content, fixes).body, QStringLiteral("aXdeZ"));
    }

    void decisionsOfASiteChangeRules()
    {
        const auto book = rules()->with({{{QStringLiteral("full-width-alnum"), check::Weight()},
                                          {QStringLiteral("term"), check::Weight(Severity::Must)}},
                                         {}});
        QVERIFY(book);
        const auto value = page(s(u"Ａの取り組みを"));
        const auto found =
            check::checkHtml(**book, emptySite(), value, documentAround({}).toUtf8());
        QVERIFY(ofRule(found, QStringLiteral("full-width-alnum")).isEmpty());
        QCOMPARE(ofRule(found, QStringLiteral("term")).first().issue.severity, Severity::Must);
        QVERIFY(!rules()->with({{{QStringLiteral("no-such-rule"), check::Weight()}}, {}}));
        QVERIFY(!rules()->with({{{QStringLiteral("image-alt"), check::Weight()}}, {}}));
    }

    void everyRuleHasItsData()
    {
        for (const check::PageRule &rule : check::pageRules()) {
            const check::RuleInfo *info = rules()->find(QString::fromLatin1(rule.id));
            QVERIFY2(info, rule.id);
            QVERIFY2(!info->titleJa.isEmpty() && !info->titleEn.isEmpty(), rule.id);
            QVERIFY2(!info->clause.isEmpty(), rule.id);
        }
    }

    void endsSoonWhateverIsTyped_data()
    {
        QTest::addColumn<QString>("body");
        constexpr int many = 100'000;
        const QStringList pieces{QStringLiteral("["),
                                 QStringLiteral("]("),
                                 QStringLiteral("`"),
                                 QStringLiteral("<a"),
                                 s(u"　"),
                                 s(u"～"),
                                 QStringLiteral("1"),
                                 QStringLiteral("1:"),
                                 QStringLiteral("|"),
                                 s(u"日 "),
                                 QStringLiteral("a@"),
                                 QStringLiteral("> "),
                                 QStringLiteral("#"),
                                 QStringLiteral(":"),
                                 QStringLiteral("- "),
                                 s(u"Ａ．"),
                                 QStringLiteral("![a](")};
        for (const QString &piece : pieces)
            QTest::newRow(qPrintable(piece)) << piece.repeated(many / piece.size());
        QString ticks;
        for (int i = 1; i < 440; ++i)
            ticks += QString(i, u'`') + u' ';
        QTest::newRow("growing backticks") << ticks;
    }

    void endsSoonWhateverIsTyped()
    {
        QFETCH(QString, body);
        QElapsedTimer timer;
        timer.start();
        const auto found = checked(page(body), documentAround({}));
        QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
        Q_UNUSED(found)
    }
};

QTEST_GUILESS_MAIN(TestTextRules)
#include "test_textrules.moc"
