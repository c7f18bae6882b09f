#include "content/media/svgcheck.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QXmlStreamReader>

namespace kakehashi::content {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Media)
};

tl::unexpected<Error> active(const QString &fileName, const QString &what)
{
    return fail(ErrorCode::Refused,
                Text::tr("%1 holds active content (%2), which a site must not serve. Save it from "
                         "the drawing program as plain SVG, or as PNG.")
                    .arg(fileName, what));
}

bool isActiveElement(QStringView name)
{
    static const QStringList names{
        QStringLiteral("script"),  QStringLiteral("foreignobject"), QStringLiteral("iframe"),
        QStringLiteral("object"),  QStringLiteral("embed"),         QStringLiteral("audio"),
        QStringLiteral("video"),   QStringLiteral("handler"),       QStringLiteral("set"),
        QStringLiteral("animate"), QStringLiteral("listener")};
    return names.contains(name.toString().toLower());
}

/// Fragments and embedded raster pictures stay within the file.
bool staysInside(const QString &reference)
{
    const QString value = reference.trimmed();
    return value.isEmpty() || value.startsWith(QLatin1Char('#')) ||
           value.startsWith(QStringLiteral("data:image/png;base64,")) ||
           value.startsWith(QStringLiteral("data:image/jpeg;base64,"));
}

bool stylesReachOut(const QString &css)
{
    static const QRegularExpression outside(
        QStringLiteral("@import|expression\\s*\\(|javascript:|\\\\|"
                       "url\\(\\s*['\"]?\\s*(?!['\"]?\\s*#)"),
        QRegularExpression::CaseInsensitiveOption);
    return outside.match(css).hasMatch();
}

QString activeAttribute(const QXmlStreamAttributes &attributes)
{
    for (const QXmlStreamAttribute &attribute : attributes) {
        QString name = attribute.name().toString().toLower();
        const QString value = attribute.value().toString();
        const bool bad = name.startsWith(QStringLiteral("on")) ||
                         (name == QLatin1String("href") && !staysInside(value)) ||
                         (name == QLatin1String("src") && !staysInside(value)) ||
                         (value.contains(QStringLiteral("url("), Qt::CaseInsensitive) &&
                          stylesReachOut(value)) ||
                         (name == QLatin1String("style") && stylesReachOut(value));
        if (bad)
            return name;
    }
    return {};
}

/// "640", "640px" or "16cm" in CSS pixels; 0 for percentages and nonsense.
double pixels(QStringView length)
{
    static const QRegularExpression form(
        QStringLiteral("\\A\\s*([0-9]*\\.?[0-9]+)\\s*(px|pt|pc|mm|cm|in|)\\s*\\z"));
    const auto match = form.match(length.toString());
    if (!match.hasMatch())
        return 0;
    static const QHash<QString, double> units{{QString(), 1},
                                              {QStringLiteral("px"), 1},
                                              {QStringLiteral("pt"), 96.0 / 72},
                                              {QStringLiteral("pc"), 16},
                                              {QStringLiteral("mm"), 96.0 / 25.4},
                                              {QStringLiteral("cm"), 96.0 / 2.54},
                                              {QStringLiteral("in"), 96}};
    return match.captured(1).toDouble() * units.value(match.captured(2), 1);
}

QSize sizeOf(const QXmlStreamAttributes &attributes)
{
    constexpr double most = 100'000;
    double width = pixels(attributes.value(QLatin1String("width")));
    double height = pixels(attributes.value(QLatin1String("height")));
    if (width <= 0 || height <= 0) {
        static const QRegularExpression separators(QStringLiteral("[\\s,]+"));
        const QStringList box =
            attributes.value(QLatin1String("viewBox")).toString().trimmed().split(separators);
        width = box.value(2).toDouble();
        height = box.value(3).toDouble();
    }
    if (!(width > 0 && height > 0 && width < most && height < most))
        return {300, 150}; // what browsers take for a picture without a size
    return QSizeF(width, height).toSize().expandedTo({1, 1});
}

} // namespace

Result<QSize> checkSvg(const QByteArray &bytes, const QString &fileName)
{
    QXmlStreamReader xml(bytes);
    QSize size;
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::StartElement:
            if (!size.isValid()) {
                if (xml.name() != QLatin1String("svg") ||
                    xml.namespaceUri() != QLatin1String("http://www.w3.org/2000/svg"))
                    return fail(
                        ErrorCode::Refused,
                        Text::tr("%1 is no SVG. Save it again as SVG from the drawing program.")
                            .arg(fileName));
                size = sizeOf(xml.attributes());
            }
            if (isActiveElement(xml.name()))
                return active(fileName, xml.name().toString());
            if (const QString bad = activeAttribute(xml.attributes()); !bad.isEmpty())
                return active(fileName, bad);
            break;
        case QXmlStreamReader::Characters:
            if (xml.text().contains(QLatin1String("@import"), Qt::CaseInsensitive))
                return active(fileName, QStringLiteral("@import"));
            break;
        case QXmlStreamReader::EntityReference:
            return active(fileName, QStringLiteral("entity"));
        case QXmlStreamReader::ProcessingInstruction:
            return active(fileName, QStringLiteral("<?") + xml.processingInstructionTarget());
        case QXmlStreamReader::DTD:
            if (!xml.entityDeclarations().isEmpty())
                return active(fileName, QStringLiteral("entity"));
            break;
        default:
            break;
        }
    }
    if (xml.hasError() || !size.isValid())
        return fail(ErrorCode::Refused,
                    Text::tr("%1 cannot be read as SVG: line %2, %3. Save it again from the "
                             "drawing program.")
                        .arg(fileName)
                        .arg(xml.lineNumber())
                        .arg(xml.errorString()));
    return size;
}

} // namespace kakehashi::content
