#include "ui/targets/access/codequestion.h"

#include "ui/style/style.h"

#include <QApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QVBoxLayout>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>

namespace kakehashi::ui {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::ui::CodeQuestion)
};

/// What the two threads share of one question.
struct Answer
{
    std::mutex mutex;
    std::condition_variable given;
    std::optional<Result<ssh::Secret>> value;
    QPointer<QDialog> dialog; ///< the window's thread only

    void give(const Result<ssh::Secret> &result)
    {
        {
            const std::lock_guard giving(mutex);
            if (!value)
                value = result;
        }
        given.notify_one();
    }
};

using AnswerPtr = std::shared_ptr<Answer>;

QLabel *label(const QString &text)
{
    auto *shown = new QLabel;
    shown->setTextFormat(Qt::PlainText); // the words of a server
    shown->setText(text);
    shown->setWordWrap(true);
    return shown;
}

/// What is active may be a dialog that closes before this one.
QWidget *mainWindow()
{
    QWidget *window = QApplication::activeWindow();
    while (window && window->parentWidget())
        window = window->parentWidget()->window();
    return window;
}

void show(const ssh::Prompt &prompt, const AnswerPtr &answer)
{
    auto *dialog = new QDialog(mainWindow());
    dialog->setObjectName(QStringLiteral("codeQuestion"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(Text::tr("Log in at %1").arg(prompt.host));
    auto *line = new QLineEdit;
    line->setObjectName(QStringLiteral("code"));
    line->setEchoMode(prompt.isShown ? QLineEdit::Normal : QLineEdit::Password);
    line->setAccessibleName(prompt.text);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    auto *column = new QVBoxLayout(dialog);
    column->setSpacing(style::gap);
    column->addWidget(label(Text::tr("The server %1 asks for this besides the password or key, "
                                     "such as a one-time code:")
                                .arg(prompt.host)));
    column->addWidget(label(prompt.text));
    column->addWidget(line);
    column->addWidget(buttons);
    QObject::connect(buttons, &QDialogButtonBox::accepted, dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    QObject::connect(dialog, &QDialog::finished, line, [answer, line](int result) {
        answer->give(result == QDialog::Accepted ? Result<ssh::Secret>(ssh::Secret(line->text()))
                                                 : Result<ssh::Secret>(cancelled()));
        line->clear();
    });
    // Nobody answers any more when its window goes first; the first answer counts.
    QObject::connect(dialog, &QObject::destroyed, qApp, [answer] { answer->give(cancelled()); });
    answer->dialog = dialog;
    dialog->show(); // the rest of the window stays usable
    line->setFocus();
}

} // namespace

ssh::Asker askInWindow()
{
    return [](const ssh::Prompt &prompt, const CancelToken &cancel) -> Result<ssh::Secret> {
        const auto answer = std::make_shared<Answer>();
        QMetaObject::invokeMethod(
            qApp, [prompt, answer] { show(prompt, answer); }, Qt::QueuedConnection);
        std::unique_lock waiting(answer->mutex);
        while (!answer->value) {
            answer->given.wait_for(waiting, std::chrono::milliseconds(50));
            if (!answer->value && cancel.isCancelled()) {
                answer->value = cancelled();
                QMetaObject::invokeMethod(
                    qApp,
                    [answer] {
                        if (answer->dialog)
                            answer->dialog->close();
                    },
                    Qt::QueuedConnection);
            }
        }
        return *answer->value;
    };
}

} // namespace kakehashi::ui
