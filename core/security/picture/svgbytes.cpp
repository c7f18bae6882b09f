#include "security/picture/pieces.h"

#include <QRegularExpression>
#include <QStringDecoder>
#include <QXmlStreamReader>

#include <optional>

namespace kakehashi::security {
namespace {

const QString svgNamespace = QStringLiteral("http://www.w3.org/2000/svg");

/// The file as text, whatever encoding it says; nothing for one that is not known.
std::optional<QString> textOf(const QByteArray &file, bool &isUtf8)
{
    isUtf8 = true;
    if (const auto byMark = QStringConverter::encodingForData(file, u'<');
        byMark && *byMark != QStringConverter::Utf8) {
        isUtf8 = false;
        return QString(QStringDecoder(*byMark).decode(file));
    }
    static const QRegularExpression declared(
        QStringLiteral("\\A\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']"));
    const auto match = declared.match(QString::fromLatin1(file.left(200)));
    const QByteArray name = match.captured(1).toLatin1().toLower();
    if (name.isEmpty() || name == "utf-8" || name == "utf8" || name == "us-ascii")
        return QString::fromUtf8(file);
    isUtf8 = false;
    QStringDecoder decoder(name.constData());
    if (!decoder.isValid())
        return {};
    return QString(decoder.decode(file));
}

/// Adds to the first element, the drawing itself.
void addToRoot(QString &text, const QString &attribute)
{
    // A comment before it may speak of one.
    static const QRegularExpression root(
        QStringLiteral("<!--.*?-->|(<(?:[\\w.-]+:)?svg(?=[\\s>/]))"),
        QRegularExpression::DotMatchesEverythingOption);
    for (auto all = root.globalMatch(text); all.hasNext();) {
        const auto match = all.next();
        if (match.capturedLength(1) > 0) {
            text.insert(match.capturedEnd(1), attribute);
            return;
        }
    }
}

/// Browsers show no drawing whose elements are in no namespace.
bool addNamespaces(QString &text)
{
    bool added = false;
    if (text.contains(QLatin1String("xlink:")) && !text.contains(QLatin1String("xmlns:xlink"))) {
        addToRoot(text, QStringLiteral(" xmlns:xlink=\"http://www.w3.org/1999/xlink\""));
        added = true;
    }
    static const QRegularExpression prefixed(QStringLiteral("<([\\w.-]+):svg(?=[\\s>/])"));
    const QString prefix = prefixed.match(text).captured(1);
    if (!prefix.isEmpty() && !text.contains(QStringLiteral("xmlns:") + prefix)) {
        addToRoot(text, QStringLiteral(" xmlns:%1=\"%2\"").arg(prefix, svgNamespace));
        added = true;
    }
    QXmlStreamReader xml(text);
    while (!xml.atEnd() && xml.readNext() != QXmlStreamReader::StartElement) {
    }
    if (xml.isStartElement() && xml.namespaceUri().isEmpty() && xml.prefix().isEmpty()) {
        static const QRegularExpression none(QStringLiteral("\\sxmlns\\s*=\\s*(\"\"|'')"));
        text.remove(none);
        addToRoot(text, QStringLiteral(" xmlns=\"%1\"").arg(svgNamespace));
        added = true;
    }
    return added;
}

/// Whether browsers can show it: well-formed to its end, and a drawing by its namespace.
bool isDrawing(const QString &text)
{
    QXmlStreamReader xml(text);
    bool isRoot = true;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement || !isRoot)
            continue;
        isRoot = false;
        if (xml.name() != QLatin1String("svg") || xml.namespaceUri() != svgNamespace)
            return false;
    }
    return !isRoot && !xml.hasError();
}

/// What drawing programs note of their user's machine and person.
bool removeNotes(QString &text)
{
    static const QRegularExpression metadata(
        QStringLiteral("<(?:svg:)?metadata\\b[^>]*?(?:/>|>.*?</(?:svg:)?metadata\\s*>)"),
        QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression names(
        QStringLiteral("\\s(?:inkscape:export-[a-z-]+|sodipodi:(?:docname|absref|docbase))\\s*=\\s*"
                       "(?:\"[^\"]*\"|'[^']*')"));
    // In CDATA it is no comment but text.
    static const QRegularExpression comments(QStringLiteral("(<!\\[CDATA\\[.*?\\]\\]>)|<!--.*?-->"),
                                             QRegularExpression::DotMatchesEverythingOption);
    const qsizetype before = text.size();
    text.replace(comments, QStringLiteral("\\1"));
    text.remove(metadata).remove(names);
    return text.size() != before;
}

/// Photos within the drawing are photos.
bool cleanPictures(QString &text, PictureFile &picture)
{
    static const QRegularExpression embedded(
        QStringLiteral("data:(image/(?:jpeg|png));base64,([A-Za-z0-9+/=\\s]+)"));
    QString out;
    qsizetype from = 0;
    for (auto all = embedded.globalMatch(text); all.hasNext();) {
        const auto match = all.next();
        const QByteArray bytes = QByteArray::fromBase64(match.captured(2).toLatin1());
        const PictureFile inner = readPicture(bytes, match.captured(1));
        picture.tellsPlace = picture.tellsPlace || inner.tellsPlace;
        picture.tellsMore = picture.tellsMore || inner.tellsMore;
        if (!inner.changed)
            continue;
        out += QStringView(text).mid(from, match.capturedStart(2) - from);
        out += QString::fromLatin1(inner.published(bytes).toBase64());
        from = match.capturedEnd(2);
    }
    if (from == 0)
        return false;
    text = out + text.mid(from);
    return true;
}

} // namespace

void readSvg(const QByteArray &file, PictureFile &picture)
{
    bool isUtf8 = true;
    auto text = textOf(file, isUtf8);
    picture.kept = {{0, file.size(), {}}};
    if (!text)
        return;
    if (!isUtf8) {
        static const QRegularExpression declaration(QStringLiteral("\\A\\s*<\\?xml[^>]*\\?>\\s*"));
        text->remove(declaration);
    }
    const bool added = addNamespaces(*text);
    picture.complete = isDrawing(*text);
    const bool removed = removeNotes(*text);
    const bool cleaned = cleanPictures(*text, picture);
    picture.mended = added || !isUtf8;
    picture.tellsMore = picture.tellsMore || removed;
    picture.changed = picture.mended || removed || cleaned;
    if (picture.changed)
        picture.kept[0].own = text->toUtf8();
}

} // namespace kakehashi::security
