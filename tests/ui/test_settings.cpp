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

QTEST_MAIN(TestSettings)

#include "test_settings.moc"
