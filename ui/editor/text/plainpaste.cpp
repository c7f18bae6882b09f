#include "ui/editor/text/plainpaste.h"

#include "ui/editor/text/markdownedit.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMimeData>
#include <QTextDocumentFragment>

namespace kakehashi::ui {
namespace {

QString clipboardText()
{
    const QMimeData *source = QGuiApplication::clipboard()->mimeData();
    if (!source)
        return {};
    return source->hasText() || !source->hasHtml()
               ? source->text()
               : QTextDocumentFragment::fromHtml(source->html()).toPlainText();
}

} // namespace

void pastePlain(QWidget *field)
{
    const QString text = clipboardText();
    if (text.isEmpty())
        return;
    if (auto *markdown = qobject_cast<MarkdownEdit *>(field))
        markdown->insertPlain(text);
    else if (auto *lines = qobject_cast<QPlainTextEdit *>(field))
        lines->insertPlainText(text);
    else if (auto *line = qobject_cast<QLineEdit *>(field))
        line->insert(text);
}

} // namespace kakehashi::ui
