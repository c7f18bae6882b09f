#include "opensite.h"

#include "check/decisions/decisionrepository.h"
#include "ui/check/decisions/decisionsdialog.h"
#include "ui/check/decisions/termtable.h"
#include "ui/check/decisions/weightmodel.h"
#include "ui/check/decisions/weightview.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>
#include <QTreeView>

using namespace kakehashi;
using namespace kakehashi::test;
using namespace kakehashi::ui;

/// The dialog in which a site's people decide about rules and words.
class TestDecisions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init();
    void cleanup();

    void whatIsChosenIsKeptAndTold();
    void aMustCannotBeChosen();
    void aTermIsTypedPastedAndRemoved();
    void aBadTermKeepsTheDialogOpen();
    void closingAsksBeforeItForgets();

private:
    void show();
    int rowOf(const QString &rule) const;
    check::Decisions stored() const
    {
        return *check::DecisionRepository(m_site->session->workspace().database()).decisions();
    }
    WeightModel *weights() const { return m_dialog->findChild<WeightModel *>(); }
    QTableWidget *terms() const { return m_dialog->findChild<QTableWidget *>(); }

    std::unique_ptr<OpenSite> m_site;
    std::unique_ptr<DecisionsDialog> m_dialog;
};

void TestDecisions::init()
{
    m_site = std::make_unique<OpenSite>();
    show();
}

void TestDecisions::cleanup()
{
    m_dialog.reset();
    m_site.reset();
}

void TestDecisions::show()
{
    m_dialog =
        std::make_unique<DecisionsDialog>(*m_site->session, *check::RuleBook::builtIn(), stored());
    m_dialog->show();
}

int TestDecisions::rowOf(const QString &rule) const
{
    for (int row = 0; row < weights()->rowCount(); ++row) {
        if (weights()->rule(row).id == rule)
            return row;
    }
    return -1;
}

void TestDecisions::whatIsChosenIsKeptAndTold()
{
    QSignalSpy changes(m_site->session.get(), &Session::siteChanged);
    weights()->setWeight(rowOf(QStringLiteral("link-text")), Severity::Must);
    weights()->setWeight(rowOf(QStringLiteral("my-number")), check::Weight());
    m_dialog->findChild<QPushButton *>(QStringLiteral("keep"))->click();
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(stored().weights.size(), 2);
    QTRY_COMPARE(changes.size(), 1);
    show();
    QCOMPARE(weights()->weight(rowOf(QStringLiteral("link-text"))), check::Weight(Severity::Must));
    m_dialog->findChild<QPushButton *>(QStringLiteral("ship"))->click();
    m_dialog->findChild<QPushButton *>(QStringLiteral("keep"))->click();
    QVERIFY(stored().weights.isEmpty());
}

void TestDecisions::aMustCannotBeChosen()
{
    const int row = rowOf(QStringLiteral("image-alt"));
    weights()->setWeight(row, Severity::Ask);
    QVERIFY(weights()->decided().isEmpty());
    QVERIFY(!(weights()->index(row, WeightModel::WeightColumn).flags() & Qt::ItemIsEditable));
}

void TestDecisions::aTermIsTypedPastedAndRemoved()
{
    m_dialog->findChild<QPushButton *>(QStringLiteral("addTerm"))->click();
    terms()->item(0, 0)->setText(QStringLiteral("温対課"));
    terms()->item(0, 1)->setText(QStringLiteral("環境政策課"));
    QCOMPARE(m_dialog->findChild<TermTable *>()->paste(
                 QStringLiteral("甲\t乙\t理由\r\n\r\n丙\r\n\t空\n")),
             2);
    terms()->selectRow(1);
    m_dialog->findChild<QPushButton *>(QStringLiteral("removeTerm"))->click();
    m_dialog->accept();
    const auto kept = stored().terms;
    QCOMPARE(kept.size(), 2);
    QCOMPARE(kept.at(0).wanted, QStringLiteral("環境政策課"));
    QCOMPARE(kept.at(1).written, QStringLiteral("丙"));
}

void TestDecisions::aBadTermKeepsTheDialogOpen()
{
    m_dialog->findChild<TermTable *>()->paste(QStringLiteral("甲\t乙\n甲\t丙\n"));
    m_dialog->accept();
    QVERIFY(m_dialog->isVisible());
    auto *error = m_dialog->findChild<QLabel *>(QStringLiteral("error"));
    QVERIFY(error->isVisible());
    QVERIFY(error->text().contains(u'甲'));
    QVERIFY(stored().terms.isEmpty());
}

void TestDecisions::closingAsksBeforeItForgets()
{
    m_dialog->findChild<TermTable *>()->paste(QStringLiteral("甲\t乙\n"));
    m_dialog->reject();
    QVERIFY(m_dialog->isVisible());
    auto *ask = m_dialog->findChild<QMessageBox *>();
    QVERIFY(ask);
    const auto buttons = ask->buttons();
    for (QAbstractButton *button : buttons) {
        if (ask->buttonRole(button) == QMessageBox::DestructiveRole)
            button->click();
    }
    QTRY_VERIFY(!m_dialog->isVisible());
    QVERIFY(stored().terms.isEmpty());
}

QTEST_MAIN(TestDecisions)
#include "test_decisions.moc"
