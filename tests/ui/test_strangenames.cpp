#include "opensite.h"

#include "ui/drift/driftmodel.h"
#include "ui/history/historymodel.h"
#include "ui/mainwindow/messagebar.h"
#include "ui/pages/pagemodel.h"
#include "ui/seo/seomodel.h"
#include "ui/takeover/importmodel.h"
#include "ui/today/todayrow.h"

#include <QLabel>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::ui;

namespace {

/// Turns the direction of writing, breaks the line, and would be an order to a terminal.
const QString strange = QStringLiteral("a\u202Egnp.exe\n\u001B[31m<b>b</b>\u200B");

bool acts(const QString &text)
{
    for (const char16_t c : {u'\u202E', u'\u001B', u'\u200B'}) {
        if (text.contains(c))
            return true;
    }
    return false;
}

/// Every text that a row of the model shows or says.
QStringList textsOf(const QAbstractItemModel &model)
{
    QStringList texts;
    for (int column = 0; column < model.columnCount(); ++column)
        for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleDescriptionRole})
            texts << model.index(0, column).data(role).toString();
    return texts;
}

} // namespace

/// What files and servers call something is shown, not obeyed.
class TestStrangeNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void modelsShowThem_data();
    void modelsShowThem();
    void theMessageBarShowsThem();
    void todayShowsThem();
};

void TestStrangeNames::modelsShowThem_data()
{
    using Made = std::shared_ptr<QAbstractItemModel>;
    QTest::addColumn<Made>("model");
    const auto drift = std::make_shared<DriftModel>();
    publish::Drift changed;
    changed.path = strange;
    publish::DriftDecision decision;
    decision.author = strange;
    drift->setRows({{changed, decision}});
    QTest::newRow("files of a server") << Made(drift);
    const auto history = std::make_shared<HistoryModel>();
    HistoryRow row;
    row.author = row.machine = row.approval = strange;
    history->setRows({row}, {});
    QTest::newRow("records of a server") << Made(history);
    const auto import = std::make_shared<ImportModel>();
    takeover::ImportPlan plan;
    takeover::PlannedItem item;
    item.file = item.target = item.reason = strange;
    plan.items.append(item);
    import->setPlan(plan);
    QTest::newRow("files of a folder") << Made(import);
    const auto pages = std::make_shared<PageModel>(PageModel::Shape::Tree);
    content::PageEntry entry;
    entry.page.id = Ulid::generate();
    entry.page.path = QStringLiteral("/");
    entry.title = strange;
    pages->setEntries({entry});
    QTest::newRow("titles of pages") << Made(pages);
    const auto seo = std::make_shared<SeoModel>();
    reports::SeoSurvey survey;
    survey.pages.append(reports::SeoPage());
    survey.pages.last().title = survey.pages.last().path = strange;
    seo->setSurvey(survey);
    QTest::newRow("titles in search results") << Made(seo);
}

void TestStrangeNames::modelsShowThem()
{
    QFETCH(std::shared_ptr<QAbstractItemModel>, model);
    const QStringList texts = textsOf(*model);
    QVERIFY(!texts.filter(QStringLiteral("gnp.exe")).isEmpty());
    for (const QString &text : texts)
        QVERIFY2(!acts(text), qPrintable(text));
}

void TestStrangeNames::theMessageBarShowsThem()
{
    MessageBar bar;
    bar.showMessage({.text = strange});
    QVERIFY(!acts(bar.text()));
    const QList<QLabel *> labels = bar.findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->text() == bar.text())
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
}

void TestStrangeNames::todayShowsThem()
{
    const TodayRow row(QStringLiteral("info"), strange, strange, nullptr);
    QVERIFY(!acts(row.text()));
    QVERIFY(!acts(row.accessibleDescription()));
}

QTEST_MAIN(TestStrangeNames)
#include "test_strangenames.moc"
