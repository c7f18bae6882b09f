#include "content/site/siterepository.h"
#include "opensite.h"
#include "ui/settings/settingspanel.h"

#include <QLineEdit>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::test;
using namespace kakehashi::ui;

class TestSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsTypedIsKept();
    void typingIsKeptWithinASecond();
    void whatChangesElsewhereIsShown();
    void aMistypedAddressChangesNothing();
};

void TestSettings::whatIsTypedIsKept()
{
    OpenSite site;
    SettingsPanel panel(*site.session);
    auto *name = panel.findChildren<QLineEdit *>().at(0);
    const auto fields = panel.findChildren<QLineEdit *>();
    const auto found = std::find_if(fields.cbegin(), fields.cend(), [](const QLineEdit *field) {
        return field->text() == QStringLiteral("見本");
    });
    QVERIFY(found != fields.cend());
    name = *found;
    name->setText(QStringLiteral("脱炭素ポータル"));
    Q_EMIT name->editingFinished();
    QCOMPARE(site.session->workspace().site().settings()->name, QStringLiteral("脱炭素ポータル"));
}

/// The program may be killed at any moment.
void TestSettings::typingIsKeptWithinASecond()
{
    OpenSite site;
    auto panel = std::make_unique<SettingsPanel>(*site.session);
    const auto name = [&site] { return site.session->workspace().site().settings()->name; };
    const auto fields = panel->findChildren<QLineEdit *>();
    const auto found = std::find_if(fields.cbegin(), fields.cend(), [](const QLineEdit *field) {
        return field->text() == u"見本"_qs;
    });
    QVERIFY(found != fields.cend());
    const auto type = [field = *found](const QString &text) {
        field->end(false);
        QTest::keyClicks(field, text);
    };
    Message last;
    connect(site.session.get(), &Session::messageShown, this,
            [&last](const Message &message) { last = message; });
    type(u"1"_qs);
    QTRY_COMPARE_WITH_TIMEOUT(name(), u"見本1"_qs, 1000);
    QVERIFY(last.text.isEmpty());
    type(u"2"_qs);
    QTRY_COMPARE_WITH_TIMEOUT(name(), u"見本12"_qs, 1000);
    Q_EMIT(*found)->editingFinished();
    QCOMPARE(name(), u"見本12"_qs);
    last.action(); // one step for the whole field
    QCOMPARE(name(), u"見本"_qs);
    QTRY_COMPARE((*found)->text(), u"見本"_qs);
    type(u"3"_qs);
    panel.reset();
    QCOMPARE(name(), u"見本3"_qs);
}

void TestSettings::whatChangesElsewhereIsShown()
{
    OpenSite site;
    SettingsPanel panel(*site.session);
    content::SiteSettings settings = *site.session->workspace().site().settings();
    settings.organization = QStringLiteral("見本県");
    QVERIFY(site.session->workspace().site().save(settings));
    const auto shows = [&panel](const QString &text) {
        const auto fields = panel.findChildren<QLineEdit *>();
        return std::any_of(fields.cbegin(), fields.cend(),
                           [&text](const QLineEdit *field) { return field->text() == text; });
    };
    QTRY_VERIFY(shows(QStringLiteral("見本県")));
}

void TestSettings::aMistypedAddressChangesNothing()
{
    OpenSite site;
    content::SiteSettings settings = *site.session->workspace().site().settings();
    settings.url = QUrl(QStringLiteral("https://ken.example.jp/"));
    QVERIFY(site.session->workspace().site().save(settings));
    SettingsPanel panel(*site.session);
    const auto fields = panel.findChildren<QLineEdit *>();
    const auto found = std::find_if(fields.cbegin(), fields.cend(), [&](const QLineEdit *field) {
        return field->text() == settings.url.toString();
    });
    QVERIFY(found != fields.cend());
    for (const auto *typed : {"https://a b.jp/", "https://ken..jp/", "https://%zz/"}) {
        (*found)->setText(QString::fromUtf8(typed));
        Q_EMIT(*found)->editingFinished();
        QCOMPARE(site.session->workspace().site().settings()->url, settings.url);
        QCOMPARE((*found)->text(), QString::fromUtf8(typed));
    }
}

QTEST_MAIN(TestSettings)

#include "test_settings.moc"
