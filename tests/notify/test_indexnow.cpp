#include "changes.h"

#include "support/searchengine.h"
#include "support/testsite.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTest>
#include <QTimer>

using namespace kakehashi;
using namespace kakehashi::notify;
using namespace kakehashi::test;

namespace {

/// A site with one changed page that waits to be told.
struct Desk
{
    Desk()
    {
        site = siteAt(engine.url());
        const Files before{{QStringLiteral("a/index.html"), page}};
        const Files after{{QStringLiteral("a/index.html"), QByteArray(page) + "b"}};
        published = {publicTarget(), planBetween(before, after), Ulid::generate()};
        const BuiltSite bytes = bytesOf(before, after);
        if (!putOut(*data.database, site, published, bytes))
            qFatal("not put out");
        manners.timeout = std::chrono::milliseconds(300);
        manners.pause = std::chrono::milliseconds(1);
    }

    Result<Notice> tell(const CancelToken &cancel = {})
    {
        return tellWaiting(*data.database, site, {cancel, {}}, manners);
    }
    int waiting()
    {
        const auto batches = NoticeRepository(*data.database).waiting().value();
        return batches.isEmpty() ? 0 : static_cast<int>(batches.constFirst().urls.size());
    }

    SearchEngine engine;
    TestDatabase data;
    content::SiteSettings site;
    Published published;
    Manners manners;
};

QStringList urlsIn(const QJsonObject &letter)
{
    QStringList urls;
    const QJsonArray list = letter.value(u"urlList"_qs).toArray();
    for (const QJsonValue &url : list)
        urls.append(url.toString());
    return urls;
}

} // namespace

/// Telling search engines. All traffic stays on 127.0.0.1.
class TestIndexNow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLetterIsAsTheProtocolSays();
    void answersAreUnderstood_data();
    void answersAreUnderstood();
    void tooManyIsWaitedFor();
    void aLongPauseIsNotWaitedFor();
    void noAnswerIsKeptForLater();
    void cancellingEndsIt();
    void moreThanOneRequestTakesIsSplit();
    void aRefusalInTheMiddleKeepsTheRest();
    void offMeansNothingIsSent();
    void aFormerHostIsForgotten();
};

void TestIndexNow::theLetterIsAsTheProtocolSays()
{
    Desk desk;
    const auto notice = desk.tell();
    VERIFY_OK(notice);
    QCOMPARE(desk.engine.heard.size(), 1);
    const QJsonObject letter = desk.engine.heard.constFirst();
    QCOMPARE(letter.value(u"host"_qs).toString(), u"www.example.jp"_qs);
    QCOMPARE(letter.value(u"key"_qs).toString(), desk.site.indexNow.key);
    QCOMPARE(letter.value(u"keyLocation"_qs).toString(),
             u"https://www.example.jp/0123456789abcdef0123456789abcdef.txt"_qs);
    QCOMPARE(urlsIn(letter), QStringList{u"https://www.example.jp/a/"_qs});
    QVERIFY(desk.engine.head.startsWith("POST /indexnow HTTP/1.1"));
    QVERIFY(desk.engine.head.toLower().contains("content-type: application/json; charset=utf-8"));
    QVERIFY(desk.engine.head.contains("Kakehashi-IndexNow/1.0 (+https://www.example.jp/)"));
}

void TestIndexNow::answersAreUnderstood_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<int>("told");
    QTest::addColumn<QString>("words");
    QTest::newRow("received") << QByteArray("200 OK") << 1 << "told of 1";
    QTest::newRow("key to be looked at") << QByteArray("202 Accepted") << 1 << "told of 1";
    QTest::newRow("key not there")
        << QByteArray("403 Forbidden") << 0 << "0123456789abcdef0123456789abcdef.txt";
    QTest::newRow("other host") << QByteArray("422 Unprocessable Entity") << 0
                                << "do not belong to www.example.jp";
    QTest::newRow("impatient") << QByteArray("429 Too Many Requests") << 0 << "patience";
    QTest::newRow("broken") << QByteArray("500 Internal Server Error") << 0 << "answered 500";
    QTest::newRow("moved") << QByteArray("301 Moved Permanently\r\nLocation: /other") << 0
                           << "answered 301";
}

void TestIndexNow::answersAreUnderstood()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const QString, words);
    Desk desk;
    desk.engine.answers = {answer};
    const auto notice = desk.tell();
    VERIFY_OK(notice);
    QTEST(notice->told, "told");
    QCOMPARE(notice->waiting, 1 - notice->told);
    QCOMPARE(desk.waiting(), notice->waiting);
    const QString sentence = sentenceOf(*notice, desk.site);
    QVERIFY2(sentence.contains(words), qPrintable(sentence));
    const auto record =
        NoticeRepository(*desk.data.database).latestOf(desk.published.history).value();
    QVERIFY(record);
    QCOMPARE(record->status, answer.left(3).toInt());
    QCOMPARE(record->told, notice->told);
}

void TestIndexNow::tooManyIsWaitedFor()
{
    Desk desk;
    desk.engine.answers = {"429 Too Many Requests", "429 Too Many Requests\r\nRetry-After: 1",
                           "200 OK"};
    QElapsedTimer waited;
    waited.start();
    const auto notice = desk.tell();
    VERIFY_OK(notice);
    QCOMPARE(notice->told, 1);
    QCOMPARE(desk.engine.heard.size(), 3);
    QVERIFY(waited.elapsed() >= 1000);
}

void TestIndexNow::aLongPauseIsNotWaitedFor()
{
    Desk desk;
    desk.engine.answers = {"429 Too Many Requests\r\nRetry-After: 3600"};
    const auto notice = desk.tell();
    VERIFY_OK(notice);
    QCOMPARE(desk.engine.heard.size(), 1);
    QCOMPARE(notice->status, 429);
    QCOMPARE(desk.waiting(), 1);
    desk.engine.answers = {"200 OK"};
    const auto tooEarly = desk.tell(); // with the next publish
    VERIFY_OK(tooEarly);
    QCOMPARE(desk.engine.heard.size(), 1);
    QCOMPARE(tooEarly->waiting, 1);
    const QString sentence = sentenceOf(*tooEarly, desk.site);
    QVERIFY2(sentence.contains(QStringLiteral("nothing before")), qPrintable(sentence));
}

void TestIndexNow::noAnswerIsKeptForLater()
{
    Desk desk;
    desk.engine.answers = {""};
    const auto silent = desk.tell();
    VERIFY_OK(silent);
    QCOMPARE(silent->status, 0);
    QVERIFY(!silent->problem.isEmpty());
    QCOMPARE(desk.waiting(), 1);
    desk.engine.answers = {"200 OK"};
    const auto later = desk.tell();
    VERIFY_OK(later);
    QCOMPARE(later->told, 1);
    QCOMPARE(desk.waiting(), 0);
    const auto record =
        NoticeRepository(*desk.data.database).latestOf(desk.published.history).value();
    QCOMPARE(record->told, 1); // the publish's record says how it ended
}

void TestIndexNow::cancellingEndsIt()
{
    Desk desk;
    desk.engine.answers = {""};
    desk.manners.timeout = std::chrono::minutes(5);
    const CancelToken cancel;
    QTimer::singleShot(50, this, [&cancel] { cancel.cancel(); });
    const auto notice = desk.tell(cancel);
    VERIFY_OK(notice);
    QCOMPARE(notice->told, 0);
    QCOMPARE(desk.waiting(), 1);
}

void TestIndexNow::moreThanOneRequestTakesIsSplit()
{
    SearchEngine engine;
    Letter letter{engine.url(), u"www.example.jp"_qs, u"key-key-key"_qs, {}, {}};
    for (int number = 0; number < 10'001; ++number)
        letter.urls << u"https://www.example.jp/%1/"_qs.arg(number);
    const Answer answer = send(letter, {}, {});
    QCOMPARE(answer.taken, 10'001);
    QCOMPARE(engine.heard.size(), 2);
    QCOMPARE(urlsIn(engine.heard.at(0)).size(), 10'000);
    QCOMPARE(urlsIn(engine.heard.at(1)), QStringList{letter.urls.constLast()});
}

void TestIndexNow::aRefusalInTheMiddleKeepsTheRest()
{
    Desk desk;
    QStringList urls;
    for (int number = 0; number < 10'005; ++number)
        urls << u"https://www.example.jp/%1/"_qs.arg(number);
    VERIFY_OK(NoticeRepository(*desk.data.database).putOut(Ulid::generate(), urls));
    desk.engine.answers = {"200 OK", "403 Forbidden"};
    const auto notice = desk.tell();
    VERIFY_OK(notice);
    QCOMPARE(notice->told, 10'000);
    QCOMPARE(notice->waiting, 6);
    QCOMPARE(desk.waiting(), 6); // the publish with one page is told of
}

void TestIndexNow::offMeansNothingIsSent()
{
    Desk desk;
    desk.site.indexNow.isOn = false;
    VERIFY_FAILS(desk.tell(), ErrorCode::Refused);
    VERIFY_OK(putOut(*desk.data.database, desk.site, desk.published, BuiltSite()));
    QVERIFY(desk.engine.heard.isEmpty());
    QCOMPARE(NoticeRepository(*desk.data.database).waiting().value().size(), 1);
}

void TestIndexNow::aFormerHostIsForgotten()
{
    Desk desk;
    desk.site.url = QUrl(u"https://new.example.jp/"_qs);
    const auto notice = desk.tell();
    VERIFY_OK(notice);
    QVERIFY(desk.engine.heard.isEmpty());
    QCOMPARE(notice->waiting, 0);
    QCOMPARE(desk.waiting(), 0);
}

QTEST_GUILESS_MAIN(TestIndexNow)
#include "test_indexnow.moc"
