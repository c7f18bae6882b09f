#include "reports/template.h"

#include "base/file.h"
#include "render/html.h"

namespace kakehashi::reports {
namespace {

constexpr qint64 mostBytes = 1024 * 1024;

} // namespace

render::Data reportText(const QString &text)
{
    return text.isEmpty() ? render::Data(false) : render::Data(render::utf8(text));
}

Result<QByteArray> filledReport(const QString &name, render::Data &data)
{
    const QString file = name + QStringLiteral(".mustache");
    const auto text = readFile(QStringLiteral(":/reports/") + file, mostBytes);
    if (!text)
        return passOn(text);
    const auto style = readFile(QStringLiteral(":/reports/report.css"), mostBytes);
    if (!style)
        return passOn(style);
    data.set("style", render::Data(style->toStdString()));
    render::TemplateTexts texts;
    texts.insert(file, text->toStdString());
    const auto compiled = render::Template::compile(texts, file);
    if (!compiled)
        return passOn(compiled);
    std::string out;
    (*compiled)->render({&data}, out);
    return QByteArray::fromStdString(out);
}

} // namespace kakehashi::reports
