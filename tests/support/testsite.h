#pragma once

#include "base/clock.h"
#include "store/database.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace kakehashi::test {

/// Fails the test with the error's own sentence.
#define VERIFY_OK(result)                                                               \
    do {                                                                                \
        const auto &checked_ = (result);                                                \
        if (!checked_)                                                                  \
            QFAIL(qPrintable(checked_.error().text + u'\n' + checked_.error().detail)); \
    } while (false)

/// Fails unless the result failed with this code and says something.
#define VERIFY_FAILS(result, expected)                                                    \
    do {                                                                                  \
        const auto &checked_ = (result);                                                  \
        QVERIFY2(!checked_, "it did not fail");                                           \
        QVERIFY2(checked_.error().code == (expected), qPrintable(checked_.error().text)); \
        QVERIFY(!checked_.error().text.isEmpty());                                        \
    } while (false)

/// 2026-04-01 09:00 in Japan, the first morning of the fiscal year.
QDateTime firstMorning();

/// A fresh database with the program's whole schema, in a folder of its own.
struct TestDatabase
{
    TestDatabase();

    QTemporaryDir folder;
    FixedClock clock{firstMorning()};
    std::unique_ptr<store::Database> database;
};

/// Writes a small file and makes its folders.
void put(const QString &path, const QByteArray &bytes);
QByteArray contentOf(const QString &path);

/// Takes the permission to write from a file or folder, or gives it back.
void setWritable(const QString &path, bool writable);

/// While it lives the process is an ordinary user, for whom file permissions hold. As uid 0 it
/// becomes "nobody"; otherwise it changes nothing.
class AsOrdinaryUser
{
public:
    AsOrdinaryUser();
    ~AsOrdinaryUser();
    AsOrdinaryUser(const AsOrdinaryUser &) = delete;
    AsOrdinaryUser &operator=(const AsOrdinaryUser &) = delete;

private:
    bool m_changed = false;
};

} // namespace kakehashi::test
