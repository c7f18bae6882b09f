#include "base/clock.h"
#include "base/file.h"
#include "base/job.h"
#include "base/sha256.h"
#include "base/ulid.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

using namespace kakehashi;

class TestValues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ulidsSortByTime()
    {
        FixedClock clock(QDateTime::fromSecsSinceEpoch(1'700'000'000));
        const Ulid first = Ulid::generate(clock);
        clock.advance(1);
        const Ulid second = Ulid::generate(clock);
        QVERIFY(first < second);
        QCOMPARE(first.toString().size(), 26);
        QCOMPARE(Ulid::fromString(first.toString().toLower()), first);
    }

    void malformedUlidsAreNull()
    {
        QVERIFY(Ulid::fromString(QString()).isNull());
        QVERIFY(Ulid::fromString(u"01ARZ3NDEKTSV4RRFFQ69G5FAU"_qs).isNull()); // U is not in the set
        QVERIFY(Ulid::fromString(u"01ARZ3NDEKTSV4RRFFQ69G5FA"_qs).isNull());
    }

    void hashesMatchTheStandard()
    {
        // FIPS 180-4 example: "abc"
        const QString abc = u"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"_qs;
        QCOMPARE(Sha256::of("abc").toString(), abc);
        QCOMPARE(Sha256::fromHex(abc), Sha256::of("abc"));
        QVERIFY(Sha256::fromHex(u"zz"_qs).isNull());
        QVERIFY(Sha256() != Sha256::of(""));
        // Every place in a block where the end may fall, by instructions and by Qt.
        QByteArray bytes;
        for (int size = 0; size < 200; ++size, bytes.append(static_cast<char>(37 * size)))
            QCOMPARE(Sha256::of(bytes).toHex(),
                     QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    }

    void writingReplacesWhole()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"deep/er/a.txt"_qs);
        QVERIFY(writeFile(path, "one"));
        QVERIFY(writeFile(path, "two"));
        const auto read = readFile(path, 100);
        QVERIFY(read);
        QCOMPARE(*read, QByteArray("two"));
        QCOMPARE(QDir(folder.filePath(u"deep/er"_qs)).entryList(QDir::Files).size(), 1);
    }

    void readingSaysWhatIsWrong()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.txt"_qs);
        const auto missing = readFile(path, 100);
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
        QVERIFY(missing.error().text.contains(u"a.txt"_qs));
        QVERIFY(writeFile(path, "12345"));
        QCOMPARE(readFile(path, 4).error().code, ErrorCode::Invalid);
        QVERIFY(readFile(path, 5));
    }

    void writingBelowAFileSaysWhichPath()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"file"_qs);
        QVERIFY(writeFile(path, "kept"));
        const auto result = writeFile(path + u"/a.txt"_qs, "x");
        QVERIFY(!result);
        QVERIFY(result.error().text.contains(QDir::toNativeSeparators(path)));
        QCOMPARE(*readFile(path, 100), QByteArray("kept"));
    }

    void cancelIsSharedByCopies()
    {
        const CancelToken token;
        const CancelToken copy = token; // NOLINT(performance-unnecessary-copy-initialization)
        token.cancel();
        QVERIFY(copy.isCancelled());
    }

    void progressCountsStepsAndBytes()
    {
        QList<Progress> seen;
        JobContext context;
        context.progress = [&seen](const Progress &now) { seen.append(now); };
        ProgressMeter meter(context, u"send"_qs, 2, 100);
        meter.advance(1, 40, u"a"_qs);
        meter.advance(1, 60, u"b"_qs);
        meter.finish();
        QCOMPARE(seen.first().done, 0);
        QCOMPARE(seen.last().done, 2);
        QCOMPARE(seen.last().bytesDone, 100);
        QCOMPARE(seen.last().item, u"b"_qs);
    }
};

QTEST_GUILESS_MAIN(TestValues)
#include "test_values.moc"
