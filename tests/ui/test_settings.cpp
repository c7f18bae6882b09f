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
