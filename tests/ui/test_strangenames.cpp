#include "opensite.h"

#include "publish/targetrepository.h"
#include "ui/drift/driftmodel.h"
#include "ui/history/historymodel.h"
#include "ui/publish/plan/guardlist.h"
#include "ui/publish/plan/planmodel.h"
#include "ui/publish/resultview.h"
#include "ui/targets/probeview.h"

#include <QCheckBox>
#include <QLabel>
#include <QTest>

using namespace kakehashi;
using namespace kakehashi::ui;

namespace {

/// A line break, an escape sequence and a mark that turns the direction of writing.
QString strange()
{
    return QStringLiteral("a\n\x1b[2J") + QChar(0x202E) + QStringLiteral("gpj.html");
}

bool acts(const QString &text)
{
    return text.contains(QChar(0x1b)) || text.contains(QChar(0x202E));
}

/// What a list shows, says and hints anywhere; empty: nothing of it acts.
QString actingIn(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        for (int column = 0; column < model.columnCount(parent); ++column) {
            const QModelIndex index = model.index(row, column, parent);
            for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole}) {
                const QString text = index.data(role).toString();
                if (acts(text) || text.contains(u'\n'))
                    return text;
            }
        }
        if (const QString below = actingIn(model, model.index(row, 0, parent)); !below.isEmpty())
            return below;
    }
    return {};
}

QString actingIn(const QWidget &view)
{
    for (const QLabel *label : view.findChildren<QLabel *>()) {
        if (acts(label->text()))
            return label->text();
    }
    for (const QCheckBox *box : view.findChildren<QCheckBox *>()) {
        if (acts(box->accessibleDescription()))
            return box->accessibleDescription();
    }
    return {};
}

} // namespace

/// Names that a server made up, wherever the window shows them.
class TestStrangeNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void actInNoList()
    {
        publish::Plan plan;
        publish::PlanItem item;
        item.action = publish::PlanItem::Action::Foreign;
        item.path = strange();
        item.reason = strange();
        plan.items = {item};
        PlanModel plans(nullptr);
        plans.setPlan(plan);
        QCOMPARE(actingIn(plans), QString());
        DriftModel drifts(nullptr);
        publish::Drift drift;
        drift.kind = publish::Drift::Kind::Unknown;
        drift.path = strange();
        drifts.setRows({{drift, {}}});
        QCOMPARE(actingIn(drifts), QString());
        HistoryModel history(nullptr);
        HistoryRow row;
        row.author = row.machine = row.approval = strange();
        history.setRows({row}, {});
        QCOMPARE(actingIn(history), QString());
    }

    void actInNoView()
    {
        publish::Plan plan;
        plan.guards = {{Severity::Ask, QStringLiteral("rule"), strange()}};
        plan.notes = {{Severity::Should, QStringLiteral("rule"), strange()}};
        GuardList guards;
        guards.setPlan(plan);
        QCOMPARE(actingIn(guards), QString());
        publish::Target target;
        target.name = QStringLiteral("www");
        ResultView result;
        result.showError(target, {ErrorCode::Failed, strange()}, true);
        QCOMPARE(actingIn(result), QString());
        publish::Report report;
        report.notes = plan.notes;
        result.showReport(target, report, 0);
        QCOMPARE(actingIn(result), QString());
        publish::Probe probe;
        probe.exists = true;
        probe.server = probe.root = probe.lockedBy = strange();
        probe.foreignFiles = {strange()};
        probe.notes = plan.notes;
        ProbeView view;
        view.showProbe(target, probe);
        QCOMPARE(actingIn(view), QString());
    }

    /// Nothing is said of the site that nobody looked at.
    void aFailureClaimsNothing()
    {
        publish::Target target;
        target.name = QStringLiteral("www");
        ResultView result;
        result.showError(target, {ErrorCode::DiskFull, QStringLiteral("full")}, true);
        for (const QLabel *label : result.findChildren<QLabel *>())
            QVERIFY2(!label->text().contains(QStringLiteral("as it was")),
                     qPrintable(label->text()));
    }
};

QTEST_MAIN(TestStrangeNames)
#include "test_strangenames.moc"
