#include "ui/targets/access/codequestion.h"

#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QTest>

#include <future>

using namespace kakehashi;

namespace {

std::future<Result<ssh::Secret>> asked(const CancelToken &cancel)
{
    return std::async(std::launch::async, [cancel] {
        return ui::askInWindow()(
            {QStringLiteral("www.example.jp"), QStringLiteral("Verification code:"), false},
            cancel);
    });
}

QDialog *question()
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (window->objectName() == QStringLiteral("codeQuestion") && window->isVisible())
            return qobject_cast<QDialog *>(window);
    }
    return nullptr;
}

} // namespace

/// A one-time code that a login on a worker waits for.
class TestCodeQuestion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsTypedReachesTheLogin()
    {
        auto answer = asked({});
        QTRY_VERIFY(question());
        QVERIFY(!question()->isModal());
        auto *code = question()->findChild<QLineEdit *>(QStringLiteral("code"));
        QCOMPARE(code->echoMode(), QLineEdit::Password);
        code->setText(QStringLiteral("123456"));
        question()->accept();
        const auto typed = answer.get();
        QVERIFY(typed);
        QCOMPARE(QByteArray(typed->data()), QByteArray("123456"));
    }
    void closingItCancels()
    {
        auto answer = asked({});
        QTRY_VERIFY(question());
        question()->reject();
        const auto typed = answer.get();
        QVERIFY(!typed);
        QCOMPARE(typed.error().code, ErrorCode::Cancelled);
    }
    void aCancelledLoginClosesIt()
    {
        const CancelToken cancel;
        auto answer = asked(cancel);
        QTRY_VERIFY(question());
        CancelToken(cancel).cancel();
        QCOMPARE(answer.get().error().code, ErrorCode::Cancelled);
        QTRY_VERIFY(!question());
    }
    void aWindowThatGoesFirstCancels()
    {
        auto window = std::make_unique<QWidget>();
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        auto answer = asked({});
        QTRY_VERIFY(question());
        QCOMPARE(question()->parentWidget(), window.get());
        window.reset();
        QCOMPARE(answer.get().error().code, ErrorCode::Cancelled);
    }
    void aDialogThatClosesTakesItNotAlong()
    {
        QWidget window;
        window.show();
        auto passing = std::make_unique<QDialog>(&window);
        passing->show();
        QVERIFY(QTest::qWaitForWindowActive(passing.get()));
        auto answer = asked({});
        QTRY_VERIFY(question());
        passing.reset();
        QVERIFY(question());
        question()->reject();
        QVERIFY(!answer.get());
    }
};

QTEST_MAIN(TestCodeQuestion)
#include "test_codequestion.moc"
