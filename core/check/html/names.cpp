#include "check/html/names.h"

#include <QRegularExpression>

namespace kakehashi::check {

QString accessibleName(const Document &document, const Element &element)
{
    const QString references = toText(element.value("aria-labelledby")).simplified();
    QStringList labels;
    for (const QString &id : references.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        const QByteArray utf8 = id.toUtf8();
        const std::string_view wanted(utf8.constData(), static_cast<size_t>(utf8.size()));
        if (const Element label = document.byId(wanted))
            labels.append(label.text());
    }
    QString name = labels.join(QLatin1Char(' ')).trimmed();
    if (name.isEmpty())
        name = toText(element.value("aria-label")).simplified();
    if (name.isEmpty())
        name = element.text();
    if (name.isEmpty())
        name = toText(element.value("title")).simplified();
    return name;
}

QString linkWords(const Element &link)
{
    static const QRegularExpression fileNote(
        QStringLiteral("\\s*（[^（）]*形式：[^（）]*バイト）$"));
    return link.visibleText().remove(fileNote);
}

} // namespace kakehashi::check
