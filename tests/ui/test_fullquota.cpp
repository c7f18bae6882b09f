#include "publishedsite.h"

#include "ui/publish/publishpanel.h"

using namespace kakehashi;
using namespace kakehashi::test;

/// An account whose quota is full, which no free space shows, as a person meets it.
class TestFullQuota : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsLeftWhereIsSaid()
    {
        PublishedSite site;
        const auto server =
            startServer(faultyOptions(site.file(QStringLiteral(".")), "denypath WRITE .part 4\n"));
        site.addServer(*server);
        QVERIFY(site.pages().approve({site.pages().byPath(QStringLiteral("/")).value().id}));
        ui::PublishPanel panel(*site.session, emptyKeychain(), nullptr);
        panel.resize(1000, 700);
        panel.show();
        PRESS(panel, "plan");
        PRESS(panel, "publish");
        QTRY_VERIFY2_WITH_TIMEOUT(button(panel, "retry"), shownText(panel).constData(), patience);
        const QByteArray shown = shownText(panel);
        for (const auto *words : {"quota", "unchanged", "removed again"})
            QVERIFY2(shown.contains(words), shown.constData());
    }
};

QTEST_MAIN(TestFullQuota)
#include "test_fullquota.moc"
