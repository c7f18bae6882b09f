#include "opensite.h"

#include "statistics/seriesrepository.h"
#include "ui/editing/undofocus.h"
#include "ui/shell/unfinished.h"
#include "ui/statistics/figurequestion.h"
#include "ui/statistics/seriestable.h"
#include "ui/statistics/statisticspanel.h"

#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

using namespace kakehashi;
using namespace kakehashi::ui;
using statistics::Observation;

class TestStatistics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init();
    void cleanup();

    void theNextPeriodTakesWhatIsTyped();
    void undoTakesTheNewPeriodBack();
    void undoInTheOpenCellTakesThePeriodBack();
    void aFootnoteLeavesTheFigureAlone();
    void figuresAreEditedExactlyInEveryLocale();
    void whatCannotBeReadIsKeptAndRefused();
    void anotherSignAsks();
    void tenTimesAsksAndMayBeStored();
    void correctingOpensTheCell();
    void aDeletedValueComesBack();
    void newsLeavesTheOpenCellAlone();

private:
    QTableWidget *table() const { return m_panel->findChild<QTableWidget *>(); }
    QString question() const { return m_panel->findChild<FigureQuestion *>()->text(); }
    void press(const char *button);
    void type(int row, int column, const QString &text);
    QList<Observation> stored() const;
    QLineEdit *openCell() const;

    std::unique_ptr<test::OpenSite> m_site;
    std::unique_ptr<StatisticsPanel> m_panel;
    Ulid m_series;
};

void TestStatistics::init()
{
    m_site = std::make_unique<test::OpenSite>();
    statistics::Series series;
    series.name = QStringLiteral("members");
    series.title = QStringLiteral("個人会員数");
    statistics::SeriesRepository &all = m_site->session->workspace().series();
    m_series = all.save(series)->id;
    QVERIFY(all.put(m_series, {{{2026, 8, 1}, 9150}, {{2026, 9, 1}, 9174.25}}));
    m_panel = std::make_unique<StatisticsPanel>(*m_site->session);
    m_panel->resize(900, 500);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void TestStatistics::cleanup()
{
    QLocale::setDefault(QLocale::c());
    m_panel.reset();
    m_site.reset();
}

QList<Observation> TestStatistics::stored() const
{
    return m_site->session->workspace().series().data(m_series)->observations;
}

QLineEdit *TestStatistics::openCell() const
{
    return table()->viewport()->findChild<QLineEdit *>();
}

/// As a person does: the cell is opened, its text replaced, Enter pressed.
void TestStatistics::type(int row, int column, const QString &text)
{
    if (!openCell()) {
        table()->setCurrentCell(row, column);
        table()->editItem(table()->item(row, column));
    }
    QLineEdit *line = openCell();
    QVERIFY(line);
    line->selectAll();
    line->insert(text); // not by keys, which QTest has for Latin letters only
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_VERIFY(!openCell());          // Qt commits a turn later
    QCoreApplication::processEvents(); // and the table is shown anew a turn after that
    QCoreApplication::processEvents();
}

void TestStatistics::press(const char *button)
{
    const QList<QPushButton *> buttons = m_panel->findChildren<QPushButton *>();
    for (QPushButton *each : buttons) {
        if (each->objectName() == QLatin1String(button) ||
            each->text() == QCoreApplication::translate("kakehashi::ui::SeriesTable", button))
            return QTest::mouseClick(each, Qt::LeftButton);
    }
    QFAIL(button);
}

void TestStatistics::theNextPeriodTakesWhatIsTyped()
{
    press("Next period");
    QVERIFY(openCell());
    QCOMPARE(openCell()->text(), QString()); // not the dash that the cell shows
    QTest::keyClicks(openCell(), QStringLiteral("9,200"));
    QTest::keyClick(openCell(), Qt::Key_Return);
    QTRY_COMPARE(stored().constLast(), (Observation{{2026, 10, 1}, 9200}));
    QCOMPARE(question(), QString());
}

void TestStatistics::undoTakesTheNewPeriodBack()
{
    press("Next period");
    type(0, SeriesTable::ValueColumn, QStringLiteral("9200"));
    QCOMPARE(stored().size(), 3);
    table()->setFocus();
    QTRY_VERIFY(UndoFocus::of(*m_site->session).group().canUndo());
    UndoFocus::of(*m_site->session).group().undo();
    QCOMPARE(stored().constLast(), (Observation{{2026, 10, 1}, {}}));
    UndoFocus::of(*m_site->session).group().undo();
    QCOMPARE(stored().size(), 2);
    QCOMPARE(table()->rowCount(), 2);
    UndoFocus::of(*m_site->session).group().redo();
    UndoFocus::of(*m_site->session).group().redo();
    QCOMPARE(stored().constLast(), (Observation{{2026, 10, 1}, 9200}));
}

void TestStatistics::undoInTheOpenCellTakesThePeriodBack()
{
    press("Next period");
    QVERIFY(openCell());
    QTest::keyClick(openCell(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(stored().size(), 2);
}

void TestStatistics::aFootnoteLeavesTheFigureAlone()
{
    type(0, SeriesTable::NoteColumn, QStringLiteral("速報"));
    QCOMPARE(stored().constLast(),
             (Observation{{2026, 9, 1}, 9174.25, false, QStringLiteral("速報")}));
    table()->item(0, SeriesTable::PreliminaryColumn)->setCheckState(Qt::Checked);
    QCOMPARE(stored().constLast(),
             (Observation{{2026, 9, 1}, 9174.25, true, QStringLiteral("速報")}));
}

void TestStatistics::figuresAreEditedExactlyInEveryLocale()
{
    QLocale::setDefault(QLocale(QLocale::German));
    table()->setCurrentCell(0, SeriesTable::ValueColumn);
    table()->editItem(table()->item(0, SeriesTable::ValueColumn));
    QCOMPARE(openCell()->text(), QStringLiteral("9174.25"));
    QTest::keyClick(openCell(), Qt::Key_Return);
    QCOMPARE(stored().constLast().value, 9174.25);
    type(0, SeriesTable::ValueColumn, QStringLiteral("9175.5"));
    QCOMPARE(stored().constLast().value, 9175.5);
}

void TestStatistics::whatCannotBeReadIsKeptAndRefused()
{
    type(0, SeriesTable::ValueColumn, QStringLiteral("9,2000"));
    QCOMPARE(stored().constLast().value, 9174.25);
    QVERIFY(question().contains(QStringLiteral("9,2000")));
    QCOMPARE(table()->item(0, SeriesTable::ValueColumn)->text(), QStringLiteral("9,2000"));
    const Unfinished &unfinished = Unfinished::of(*m_site->session);
    QCOMPARE(unfinished.sentences().size(), 1); // closing asks
    type(0, SeriesTable::ValueColumn, QStringLiteral("９，２００"));
    QCOMPARE(stored().constLast().value, 9200);
    QCOMPARE(question(), QString());
    QVERIFY(unfinished.sentences().isEmpty());
}

void TestStatistics::anotherSignAsks()
{
    type(0, SeriesTable::ValueColumn, QStringLiteral("△9,200"));
    QCOMPARE(stored().constLast().value, 9174.25);
    QVERIFY(question().contains(QStringLiteral("-9200")));
    press("discardFigure");
    QCOMPARE(stored().constLast().value, 9174.25);
    QCOMPARE(question(), QString());
}

void TestStatistics::tenTimesAsksAndMayBeStored()
{
    type(0, SeriesTable::ValueColumn, QStringLiteral("91742"));
    QCOMPARE(stored().constLast().value, 9174.25);
    press("confirmFigure");
    QCOMPARE(stored().constLast().value, 91742);
    QCOMPARE(question(), QString());
    QCOMPARE(table()->item(0, SeriesTable::ValueColumn)->data(Qt::UserRole + 1),
             QStringLiteral("91742"));
}

void TestStatistics::correctingOpensTheCell()
{
    type(0, SeriesTable::ValueColumn, QStringLiteral("917"));
    press("correctFigure");
    QVERIFY(openCell());
    QCOMPARE(openCell()->text(), QStringLiteral("917"));
    type(0, SeriesTable::ValueColumn, QStringLiteral("9170"));
    QCOMPARE(stored().constLast().value, 9170);
}

void TestStatistics::aDeletedValueComesBack()
{
    const QList<Observation> before = stored();
    Message last;
    connect(m_site->session.get(), &Session::messageShown, this,
            [&last](const Message &message) { last = message; });
    table()->setCurrentCell(1, SeriesTable::ValueColumn);
    const QList<QToolButton *> tools = m_panel->findChildren<QToolButton *>();
    for (QToolButton *tool : tools) {
        if (tool->accessibleName().contains(QLatin1String("Delete")))
            QTest::mouseClick(tool, Qt::LeftButton);
    }
    QCOMPARE(stored().size(), 1);
    last.action();
    QCOMPARE(stored(), before);
}

void TestStatistics::newsLeavesTheOpenCellAlone()
{
    table()->setCurrentCell(0, SeriesTable::ValueColumn);
    table()->editItem(table()->item(0, SeriesTable::ValueColumn));
    openCell()->selectAll();
    QTest::keyClicks(openCell(), QStringLiteral("92"));
    m_site->session->announceSiteChange();
    QSignalSpy changed(m_site->session.get(), &Session::siteChanged);
    QVERIFY(changed.wait());
    QVERIFY(openCell());
    QCOMPARE(openCell()->text(), QStringLiteral("92"));
}

QTEST_MAIN(TestStatistics)
#include "test_statistics.moc"
