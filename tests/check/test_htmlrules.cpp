#include "checking.h"

#include "check/rules/page/mynumber.h"

#include <QElapsedTimer>
#include <QTest>

using namespace checking;

namespace {

QString s(const char16_t *text)
{
    return QString::fromUtf16(text);
}

struct Case
{
    const char *rule;
    QStringList bad; ///< content of <main>
    QStringList good;
};

QList<Case> cases()
{
    return {
        {"link-name",
         {s(u"<a href='/a/'></a>"), s(u"<a href='/a/'><img src='x.png' alt=''></a>"),
          s(u"<a href='/a/'><span aria-hidden='true'>→</span></a>")},
         {s(u"<a href='/a/'>会議</a>"), s(u"<a href='/a/'><img src='x.png' alt='会議の案内'></a>"),
          s(u"<a href='/a/' aria-label='会議'></a>")}},
        {"link-text",
         {s(u"<a href='/a/'>こちら</a>"), s(u"<a href='/a/'>【詳しくはこちら】</a>"),
          s(u"<a href='https://example.jp/'>https://example.jp/</a>"),
          s(u"<a href='/m.pdf'>詳細（PDF形式：10キロバイト）</a>")},
         {s(u"<a href='/a/'>県民会議の名簿</a>"), s(u"<a href='/a/'>こちらの会議室の案内</a>")}},
        {"link-same-name",
         {s(u"<a href='/a/'>名簿</a> <a href='/b/'>名簿</a>"),
          s(u"<ul><li><a href='/a/'>申込</a></li><li><a href='/b/'>申込</a></li></ul>"),
          s(u"<a href='/a.pdf'>様式（PDF形式：1キロバイト）</a>"
            "<a href='/b.pdf'>様式（PDF形式：2キロバイト）</a>")},
         {s(u"<a href='/a/'>名簿</a>と<a href='/a/'>名簿</a>"),
          s(u"<a href='/a/'>個人の名簿</a>と<a href='/b/'>企業の名簿</a>")}},
        {"link-adjacent",
         {s(u"<a href='/a/'><img src='a.png' alt=''>案内</a><a href='/a/'>会議</a>"),
          s(u"<a href='/a/'>案内</a>\n <a href='/a/'>会議</a>"),
          s(u"<p><a href='/a/'>案内</a><a href='/a/'>会議</a></p>")},
         {s(u"<a href='/a/'>案内</a>と<a href='/a/'>会議</a>"),
          s(u"<a href='/a/'>案内</a><a href='/b/'>会議</a>")}},
        {"link-file-note",
         {s(u"<a href='/media/a.pdf'>パンフレット</a>"),
          s(u"<a href='/media/a.xlsx'>様式（Excel）</a>"),
          s(u"<a href='/media/a.pdf'>パンフレット（PDF）</a>")},
         {s(u"<a href='/media/a.pdf'>パンフレット（PDF形式：10キロバイト）</a>"),
          s(u"<a href='/media/a.pdf'>概要版(PDF:8,170KB)</a>"), s(u"<a href='/pdf/'>一覧</a>")}},
        {"link-new-window",
         {s(u"<a href='/a/' target='_blank'>案内</a>"),
          s(u"<a href='https://example.jp/' target='_blank'>見本</a>"),
          s(u"<a href='/a/' target='other'>案内</a>")},
         {s(u"<a href='/a/' target='_blank'>案内（新しいウィンドウで開きます）</a>"),
          s(u"<a href='/a/'>案内</a>")}},
        {"link-external",
         {s(u"<a href='https://example.com/'>見本</a>"),
          s(u"<a href='http://www.example.com/a'>例</a>"),
          s(u"<p><a href='https://example.com/' title='外部'>見本</a></p>")},
         {s(u"<a href='https://example.com/'>見本（外部サイトへリンク）</a>"),
          s(u"<a href='/a/'>案内</a>"), s(u"<a href='mailto:a@example.jp'>連絡</a>")}},
        {"link-attachment",
         {s(u"<a href='/media/a.pdf'>様式（PDF形式：1キロバイト）</a>"),
          s(u"<p>資料です。</p><a href='/media/a.xlsx'>表</a>"),
          s(u"<ul><li><a href='/a.pdf'>1</a></li><li><a href='/b.pdf'>2</a></li></ul>")},
         {QStringLiteral("<p>%1</p><a href='/a.pdf'>様式</a>").arg(QString(80, u'文')),
          s(u"<a href='/a/'>案内</a>")}},
        {"link-scheme",
         {s(u"<a href='javascript:void(0)'>開く</a>"), s(u"<a href='file:///C:/a.xlsx'>表</a>"),
          s(u"<a href='http://192.168.0.5/'>内部</a>"),
          s(u"<a href='http://localhost:8080/'>試験</a>")},
         {s(u"<a href='tel:0220000000'>電話</a>"), s(u"<a href='mailto:a@example.jp'>メール</a>"),
          s(u"<a href='/a/'>案内</a>")}},
        {"link-insecure",
         {s(u"<a href='http://example.jp/'>見本</a>"),
          s(u"<a href='http://example.com/a'>見本</a>"),
          s(u"<p><a href='http://www.example.jp/'>例</a></p>")},
         {s(u"<a href='https://example.jp/'>見本</a>"), s(u"<a href='/http://a/'>見本</a>")}},
        {"link-anchor",
         {s(u"<a href='#join'>入会</a>"), s(u"<a href='#no-such'>表</a>"),
          s(u"<h2 id='a'>あ</h2><a href='#b'>い</a>")},
         {s(u"<h2 id='join'>入会</h2><a href='#join'>入会</a>"),
          s(u"<h2 id='入会'>入会</h2><a href='#%E5%85%A5%E4%BC%9A'>入会</a>"),
          s(u"<a href='#'>上へ</a>")}},
        {"image-alt",
         {s(u"<img src='a.png'>"), s(u"<p>文<img src='b.jpg' width='3'></p>"),
          s(u"<map><area href='/a/'></map>"), s(u"<input type='image' src='a.png'>")},
         {s(u"<img src='a.png' alt=''>"), s(u"<img src='a.png' alt='会場で話す人たち'>")}},
        {"image-alt-text",
         {s(u"<img src='a.png' alt='画像'>"), s(u"<img src='a.png' alt='IMG_0123'>"),
          s(u"<img src='a.png' alt='hall.jpg'>"), s(u"<img src='a.png' alt='写真'>")},
         {s(u"<img src='a.png' alt='会場の写真'>"), s(u"<img src='a.png' alt=''>")}},
        {"image-alt-long",
         {QStringLiteral("<img src='a.png' alt='%1'>").arg(QString(130, u'あ')),
          QStringLiteral("<img src='a.png' alt='%1'>").arg(QString(200, u'い')),
          QStringLiteral("<img src='a.png' alt='%1'>").arg(QString(121, u'う'))},
         {QStringLiteral("<img src='a.png' alt='%1'>").arg(QString(100, u'あ')),
          s(u"<img src='a.png' alt='短い'>")}},
        {"image-alt-repeats",
         {s(u"<figure><img src='a' alt='会場の様子'><figcaption>会場の様子</figcaption></figure>"),
          s(u"<figure><img src='a' alt='式'><figcaption> 式 </figcaption></figure>"),
          s(u"<figure><a href='/a/'><img src='a' "
            u"alt='式'></a><figcaption><b>式</b></figcaption></figure>")},
         {s(u"<figure><img src='a' alt='話す人'><figcaption>会場の様子</figcaption></figure>"),
          s(u"<figure><img src='a' alt=''><figcaption>会場</figcaption></figure>")}},
        {"image-data",
         {s(u"<img src='data:image/png;base64,AA' alt='a'>"), s(u"<img src='data:,' alt=''>"),
          s(u"<p><img alt='' src='data:image/gif;base64,R0'></p>")},
         {s(u"<img src='/media/a.png' alt='a'>"), s(u"<img src='data.png' alt='a'>")}},
        {"heading-one",
         {s(u"<h1>二つ目</h1>"), s(u"<section><h1>節</h1></section>"), s(u"<h2>a</h2><h1>b</h1>")},
         {s(u"<h2>節</h2>"), s(u"<p>文</p>")}},
        {"heading-order",
         {s(u"<h3>飛ぶ</h3>"), s(u"<h2>a</h2><h4>b</h4>"), s(u"<h2>a</h2><h3>b</h3><h5>c</h5>")},
         {s(u"<h2>a</h2><h3>b</h3><h2>c</h2>"), s(u"<h2>a</h2><h3>b</h3><h4>c</h4><h2>d</h2>")}},
        {"heading-empty",
         {s(u"<h2></h2>"), s(u"<h2> <span></span></h2>"), s(u"<h2><img src='a' alt=''></h2>")},
         {s(u"<h2>節</h2>"), s(u"<h2><img src='a' alt='節'></h2>")}},
        {"heading-fake",
         {s(u"<p data-line='1'><strong>対象者</strong></p><p>文</p>"),
          s(u"<p data-line='1'><strong>申込方法</strong></p><ul><li>a</li></ul>"),
          s(u"<p data-line='1'><strong>1 目的</strong></p>\n<p>文</p>")},
         {s(u"<p data-line='1'><strong>重要</strong>な文です。</p><p>文</p>"),
          s(u"<p data-line='1'><strong>応募は締め切りました。</strong></p><p>文</p>")}},
        {"table-header",
         {s(u"<table><tr><td>a</td></tr><tr><td>b</td></tr></table>"),
          s(u"<table><caption>表</caption><tr><th></th></tr><tr><td>b</td></tr></table>"),
          s(u"<div><table><tbody><tr><td>1</td><td>2</td></tr></tbody></table></div>")},
         {s(u"<table><tr><th scope='col'>a</th></tr><tr><td>b</td></tr></table>"),
          s(u"<table role='presentation'><tr><td>a</td></tr></table>")}},
        {"table-scope",
         {s(u"<table><tr><th>a</th></tr><tr><td>b</td></tr></table>"),
          s(u"<table><tr><th scope='col'>a</th><th>b</th></tr></table>"),
          s(u"<table><tr><th scope='col'>a</th></tr><tr><th>c</th><td>b</td></tr></table>")},
         {s(u"<table><tr><th scope='col'>a</th></tr><tr><td>b</td></tr></table>"),
          s(u"<table><tr><th></th><th scope='col'>a</th></tr></table>")}},
        {"table-caption",
         {s(u"<table><tr><th scope='col'>a</th></tr></table>"),
          s(u"<table><caption></caption><tr><th scope='col'>a</th></tr></table>"),
          s(u"<section><table><tr><td>a</td></tr></table></section>"),
          s(u"<div aria-label='表'><table><tr><td>a</td></tr></table></div>")},
         {s(u"<table><caption>表題</caption><tr><th scope='col'>a</th></tr></table>"),
          s(u"<table aria-label='表題'><tr><th scope='col'>a</th></tr></table>")}},
        {"table-shape",
         {s(u"<table><tr><th colspan='2'>a</th></tr><tr><td>b</td><td>c</td></tr></table>"),
          s(u"<table><tr><td>a</td></tr></table>"),
          s(u"<table><tr><td>x<table><tr><td>a</td></tr><tr><td>b</td></tr></table></td></tr>"
            "<tr><td>b</td></tr></table>")},
         {s(u"<table><tr><th>a</th></tr><tr><td>b</td></tr></table>"),
          s(u"<table role='none'><tr><td>a</td></tr></table>")}},
        {"frame-title",
         {s(u"<iframe src='https://example.jp/'></iframe>"),
          s(u"<iframe src='a' title=''></iframe>"), s(u"<iframe src='a' title='動画'></iframe>")},
         {s(u"<iframe src='a' title='会場の地図'></iframe>"),
          s(u"<iframe src='a' title='学生の活動を紹介する動画'></iframe>")}},
        {"form-label",
         {s(u"<input name='q'>"), s(u"<select name='k'><option>a</option></select>"),
          s(u"<button></button>"), s(u"<label for='z'></label><textarea id='z'></textarea>")},
         {s(u"<label>語<input name='q'></label>"), s(u"<label for='q'>語</label><input id='q'>"),
          s(u"<input type='submit' value='送る'>"), s(u"<input aria-label='検索'>")}},
        {"media-autoplay",
         {s(u"<video src='a.mp4' autoplay></video>"), s(u"<audio src='a.mp3' autoplay></audio>"),
          s(u"<iframe title='動く絵の紹介' "
            u"src='https://www.youtube-nocookie.com/embed/x?autoplay=1'></iframe>")},
         {s(u"<video src='a.mp4' autoplay muted></video>"),
          s(u"<video src='a.mp4' controls></video>")}},
        {"media-captions",
         {s(u"<video src='a.mp4'></video>"), s(u"<video controls><source src='a.mp4'></video>"),
          s(u"<iframe title='紹介' src='https://www.youtube-nocookie.com/embed/x'></iframe>")},
         {s(u"<video><track src='a.vtt'></video>"),
          s(u"<iframe title='地図' src='https://maps.example.jp/'></iframe>")}},
        {"document-obsolete",
         {s(u"<marquee>流れる</marquee>"), s(u"<font color='red'>赤</font>"),
          s(u"<center>中</center>")},
         {s(u"<strong>太</strong>"), s(u"<del>消</del>")}},
        {"duplicate-id",
         {s(u"<p id='a'>1</p><p id='a'>2</p>"), s(u"<p id='main'>x</p>"),
          s(u"<h2 id='b'>1</h2><h2 id='b'>2</h2>")},
         {s(u"<p id='a'>1</p><p id='b'>2</p>"), s(u"<p id=''>1</p><p id=''>2</p>")}},
        {"aria-reference",
         {s(u"<section aria-labelledby='x'>a</section>"),
          s(u"<button aria-controls='y'>a</button>"), s(u"<label for='nothing'>語</label>")},
         {s(u"<section aria-labelledby='x'><h2 id='x'>a</h2></section>"),
          s(u"<p id='d'>説明</p><button aria-describedby='d'>a</button>")}},
        {"positive-tab-index",
         {s(u"<a href='/a/' tabindex='1'>a</a>"), s(u"<div tabindex='5'>a</div>"),
          s(u"<button tabindex='2'>a</button>")},
         {s(u"<div tabindex='0'>a</div>"), s(u"<div tabindex='-1'>a</div>")}},
        {"thin-page",
         {s(u"<p>準備中</p>"), s(u"<p>少し</p><p>だけ</p>"), QString()},
         {QStringLiteral("<p>%1</p>").arg(QString(300, u'文')),
          QStringLiteral("<ul><li>%1</li></ul>").arg(QString(200, u'項'))}},
    };
}

struct Whole
{
    const char *rule;
    QStringList bad; ///< whole documents
};

QList<Whole> wholes()
{
    const QString good = documentAround(s(u"<p>文</p>"));
    const auto without = [&good](const char16_t *piece, const char16_t *instead = u"") {
        QString changed = good;
        return changed.replace(s(piece), s(instead));
    };
    const auto withHead = [](const char16_t *head) { return documentAround({}, s(head)); };
    return {
        {"document-language",
         {without(u" lang=\"ja\""), without(u"lang=\"ja\"", u"lang=\"japanese language\""),
          without(u"lang=\"ja\"", u"lang=\"\"")}},
        {"document-title",
         {without(u"<title>題名</title>"), without(u"<title>題名", u"<title>"),
          without(u"<title>題名", u"<title> \n")}},
        {"document-charset",
         {without(u"<meta charset=\"utf-8\">"), without(u"utf-8", u"shift_jis"),
          without(u"<meta charset=\"utf-8\">", s(u"<!-- %1 --><meta charset=\"utf-8\">")
                                                   .arg(QString(1100, u'x'))
                                                   .toStdU16String()
                                                   .c_str())}},
        {"document-doctype",
         {without(u"<!DOCTYPE html>"), without(u"<!DOCTYPE html>", u" "),
          without(u"<!DOCTYPE html>", u"<!-- x -->")}},
        {"document-refresh",
         {withHead(u"<meta http-equiv='refresh' content='5'>"),
          withHead(u"<meta http-equiv='Refresh' content='0;url=/a/'>"),
          withHead(u"<META HTTP-EQUIV=REFRESH CONTENT=9>")}},
        {"document-viewport",
         {withHead(u"<meta name='viewport' content='user-scalable=no'>"),
          withHead(u"<meta name='viewport' content='width=device-width, maximum-scale=1.0'>"),
          withHead(u"<meta name='viewport' content='maximum-scale=1, user-scalable=0'>")}},
        {"document-landmarks",
         {without(u"<nav aria-label=\"主\">案内</nav>"), without(u"<footer>下</footer>"),
          without(u"<header>サイト</header>"), without(u"main", u"div")}},
        {"document-skip-link",
         {without(u"<a href=\"#main\">本文へ移動</a>", u"<a href='/'>最初</a>"),
          without(u"#main", u"#nowhere"), without(u"<a href=\"#main\">", u"<a href='#'>")}},
    };
}

} // namespace

class TestHtmlRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsMistakesAndNothingElse_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("html");
        QTest::addColumn<bool>("bad");
        for (const Case &each : cases()) {
            const QString rule = QString::fromLatin1(each.rule);
            for (const QString &html : each.bad)
                QTest::addRow("%s: %s", each.rule, qPrintable(html.left(60)))
                    << rule << html << true;
            for (const QString &html : each.good)
                QTest::addRow("not %s: %s", each.rule, qPrintable(html.left(60)))
                    << rule << html << false;
        }
    }

    void findsMistakesAndNothingElse()
    {
        QFETCH(QString, rule);
        QFETCH(QString, html);
        const auto found = ofRule(checked(page({}), documentAround(html)), rule);
        QFETCH(bool, bad);
        keepForJudges(rule, bad, documentAround(html));
        QTEST(!found.isEmpty(), "bad");
    }

    void findsWhatTheThemeLacks_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("html");
        for (const Whole &each : wholes()) {
            for (int i = 0; i < each.bad.size(); ++i)
                QTest::addRow("%s %d", each.rule, i)
                    << QString::fromLatin1(each.rule) << each.bad.at(i);
        }
    }

    void findsWhatTheThemeLacks()
    {
        QFETCH(QString, rule);
        QFETCH(QString, html);
        keepForJudges(rule, true, html);
        const auto found = checked(page({}), html);
        QVERIFY2(!ofRule(found, rule).isEmpty(), qPrintable(texts(found).join(u'\n')));
        QVERIFY(ofRule(found, rule).first().fromTheme);
    }

    void aGoodPageHasNoFinding()
    {
        auto value = page(s(u"## 節\n\n文です。"));
        const QString html = documentAround(
            QStringLiteral("<h2 data-line='1' data-end='1'>節</h2><p data-line='3'>%1</p>")
                .arg(QString(250, u'文')));
        const auto found = checked(value, html);
        QVERIFY2(found.isEmpty(), qPrintable(texts(found).join(u'\n')));
    }

    void everyRuleIsPlantedThreeTimes()
    {
        for (const Case &each : cases()) {
            QVERIFY2(each.bad.size() >= 3, each.rule);
            QVERIFY2(each.good.size() >= 2, each.rule);
        }
        for (const Whole &each : wholes())
            QVERIFY2(each.bad.size() >= 3, each.rule);
    }

    void pointsAtTheLinkAndOffersTheTitleOfItsTarget()
    {
        auto site = emptySite();
        auto target = std::make_shared<render::PageValue>(page({}));
        target->path = QStringLiteral("/kenmin/");
        target->content.title = s(u"県民会議");
        site.pages.append(target);
        const auto value = page(s(u"名簿\n\n詳しくは[こちら](/kenmin/)をご覧ください。"));
        const auto found = ofRule(
            check::checkHtml(*rules(), site, value,
                             documentAround(s(u"<p data-line='3' data-end='3'>詳しくは"
                                              "<a href='/kenmin/'>こちら</a>をご覧ください。</p>"))
                                 .toUtf8()),
            QStringLiteral("link-text"));
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().issue.place, (Place{QStringLiteral("/test/"), {}, 3, 6, 3}));
        QVERIFY(found.first().fix);
        QCOMPARE(check::applyFixes(value.content, {*found.first().fix}).body,
                 s(u"名簿\n\n詳しくは[県民会議](/kenmin/)をご覧ください。"));
    }

    void mendsTheLevelOfAHeading()
    {
        const auto value = page(s(u"### 目的\n\n文"));
        const auto found =
            ofRule(checked(value, documentAround(s(u"<h3 data-line='1' data-end='1'>目的</h3>"))),
                   QStringLiteral("heading-order"));
        QCOMPARE(found.size(), 1);
        QVERIFY(found.first().fix);
        QCOMPARE(check::applyFixes(value.content, {*found.first().fix}).body, s(u"## 目的\n\n文"));
    }

    void looksAtWhatThePageSaysOfItself_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("summary");
        QTest::addColumn<bool>("bad");
        const QString summary(60, u'概');
        const auto row = [](const char *rule, const QString &title, const QString &words,
                            bool bad) {
            QTest::addRow("%s, %d and %d characters", rule, static_cast<int>(title.size()),
                          static_cast<int>(words.size()))
                << QString::fromLatin1(rule) << title << words << bad;
        };
        for (const int length : {41, 50, 200})
            row("title-length", QString(length, u'題'), summary, true);
        for (const int length : {1, 24, 40})
            row("title-length", QString(length, u'題'), summary, false);
        for (const QString &empty : {QString(), s(u" "), s(u"　")})
            row("title-missing", empty, summary, true);
        row("title-missing", s(u"題"), summary, false);
        row("title-missing", s(u"0"), summary, false);
        for (const QString &empty : {QString(), s(u"  "), s(u" \n")})
            row("description-missing", s(u"題"), empty, true);
        row("description-missing", s(u"題"), summary, false);
        row("description-missing", s(u"題"), s(u"概"), false);
        for (const int length : {3, 19, 121, 400})
            row("description-length", s(u"題"), QString(length, u'概'), true);
        for (const int length : {0, 20, 120})
            row("description-length", s(u"題"), QString(length, u'概'), false);
    }

    void looksAtWhatThePageSaysOfItself()
    {
        QFETCH(QString, rule);
        QFETCH(QString, title);
        QFETCH(QString, summary);
        auto value = page({});
        value.content.title = title;
        value.content.summary = summary;
        QTEST(!ofRule(checked(value, documentAround({})), rule).isEmpty(), "bad");
    }

    void asksForWhatTheKindNeeds()
    {
        auto site = emptySite();
        content::Kind event;
        event.name = QStringLiteral("event");
        event.label = s(u"イベント");
        event.dated = true;
        content::Field when;
        when.name = QStringLiteral("when");
        when.label = s(u"日時");
        when.required = true;
        event.fields = {when};
        site.kinds = {event};
        auto value = page({});
        value.kind = event.name;
        const QByteArray html = documentAround({}).toUtf8();
        auto found = check::checkHtml(*rules(), site, value, html);
        QCOMPARE(ofRule(found, QStringLiteral("field-required")).size(), 1);
        QCOMPARE(ofRule(found, QStringLiteral("date-missing")).size(), 1);
        value.content.fields.insert(when.name, s(u"日　時"));
        value.content.date = QDate(2026, 4, 1);
        found = check::checkHtml(*rules(), site, value, html);
        QVERIFY(ofRule(found, QStringLiteral("field-required")).isEmpty());
        QVERIFY(ofRule(found, QStringLiteral("date-missing")).isEmpty());
        const auto fixes = fixesOf(ofRule(found, QStringLiteral("space-in-word")));
        QCOMPARE(check::applyFixes(value.content, fixes).fields.value(when.name).toString(),
                 s(u"日時"));
    }

    void knowsTheCheckDigitOfIndividualNumbers()
    {
        QVERIFY(check::isMyNumber(u"123456789018"));
        QVERIFY(!check::isMyNumber(u"123456789012"));
        QVERIFY(!check::isMyNumber(u"000000000000"));
        QVERIFY(!check::isMyNumber(u"12345678901"));
    }

    void survivesAnyHtml_data()
    {
        QTest::addColumn<QByteArray>("html");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no html") << QByteArray("plain text & <");
        QTest::newRow("not utf-8") << QByteArray("<p>\xFF\xFE\x80</p>");
        QTest::newRow("deep") << QByteArray("<div>").repeated(200'000);
        QTest::newRow("deep inline") << QByteArray("<b><i>").repeated(100'000);
        QTest::newRow("many links") << QByteArray("<a href=/a/>x</a>").repeated(5'000);
        QTest::newRow("many attributes") << "<p " + QByteArray("a=b ").repeated(20'000) + ">";
        QTest::newRow("many headings") << QByteArray("<h2>a</h2><h4>b</h4>").repeated(5'000);
        QTest::newRow("many cells") << "<table>" + QByteArray("<tr><th>a<td>b").repeated(5'000);
    }

    void survivesAnyHtml()
    {
        QFETCH(QByteArray, html);
        QElapsedTimer timer;
        timer.start();
        const auto found = check::checkHtml(*rules(), emptySite(), page({}), html);
        QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
        Q_UNUSED(found)
    }
};

QTEST_GUILESS_MAIN(TestHtmlRules)
#include "test_htmlrules.moc"
