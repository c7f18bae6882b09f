#include "base/someof.h"
#include "publish/planning/shadows.h"
#include "support/publishfixture.h"

#include <QTest>

using namespace kakehashi;
using namespace kakehashi::publish;
using namespace kakehashi::test;

/// What is told before a first publish of the files of others that visitors would see.
class TestShadows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatStandsInTheWay();
    void namesEveryForeignFile();
    void showsSomeNamesAndCountsTheRest();
};

void TestShadows::tellsWhatStandsInTheWay()
{
    const PublishPlace place;
    place.write(QStringLiteral("index.php"), "<?php ?>");
    place.write(QStringLiteral("forum/.htaccess"), "RewriteEngine On\nRewriteRule ^ /x\n");
    place.write(QStringLiteral("intern/.htaccess"), "# secret\n  AuthType Basic\n");
    place.write(QStringLiteral("files/.htaccess"), "# AuthType Basic\nAddType a/b .c\n");
    Publisher publisher(place.params());
    const auto probe = publisher.probe();
    REQUIRE_OK(probe);
    const auto plan = publisher.plan(BuiltSite(firstState()).tree());
    REQUIRE_OK(plan);
    for (const Issues &notes : {probe->notes, plan->notes}) {
        QString text;
        for (const Issue &note : notes)
            text += note.rule + u' ' + note.text + u'\n';
        QVERIFY2(text.contains(QStringLiteral("publish-shadowed-home Another home page lies "
                                              "there: index.php.")),
                 qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("away from our pages: forum/.htaccess.")));
        QVERIFY(text.contains(QStringLiteral("turn them away: intern/.htaccess.")));
        QVERIFY(!text.contains(QStringLiteral("files/.htaccess")));
    }
}

void TestShadows::namesEveryForeignFile()
{
    const PublishPlace place;
    for (int i = 0; i < 30; ++i)
        place.write(QStringLiteral("old%1.html").arg(i), "x");
    Publisher publisher(place.params());
    QCOMPARE(publisher.probe()->foreignFiles.size(), 30);
}

void TestShadows::showsSomeNamesAndCountsTheRest()
{
    const QStringList names{QStringLiteral("a"), QStringLiteral("b\n\x1b[2J"), QStringLiteral("c")};
    QCOMPARE(someOf(names, 2), QStringLiteral("a, b\\n\\x1b[2J and 1 more"));
    QCOMPARE(someOf(names.mid(0, 1), 2), QStringLiteral("a"));
}

QTEST_GUILESS_MAIN(TestShadows)
#include "test_shadows.moc"
