#include "takeover/hugo/matter/matter.h"
#include "takeover/hugo/matter/yamlquotes.h"

#include <yaml-cpp/yaml.h>

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

namespace kakehashi::takeover {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Import)
};

/// Aliases may repeat themselves a billion times; a page's front matter has a few values.
constexpr int mostValues = 20'000;
constexpr int deepest = 50;

/// A plain scalar by YAML's core schema. A number that would not be written back as it was
/// (postal codes, versions) stays text, as do dates.
QJsonValue plainScalar(const QString &text)
{
    if (text.isEmpty() || text == QLatin1String("~") ||
        text.compare(QLatin1String("null"), Qt::CaseInsensitive) == 0)
        return QJsonValue::Null;
    if (text.compare(QLatin1String("true"), Qt::CaseInsensitive) == 0)
        return true;
    if (text.compare(QLatin1String("false"), Qt::CaseInsensitive) == 0)
        return false;
    static const QRegularExpression number(
        QStringLiteral("\\A-?(0|[1-9][0-9]{0,14})(\\.[0-9]*[1-9])?([eE][+-]?[0-9]{1,3})?\\z"));
    return number.match(text).hasMatch() ? QJsonValue(text.toDouble()) : QJsonValue(text);
}

class Converter
{
public:
    QJsonValue value(const YAML::Node &node, int depth)
    {
        if (++m_values > mostValues || depth > deepest) {
            tooMuch = true;
            return {};
        }
        switch (node.Type()) {
        case YAML::NodeType::Scalar:
            return scalar(node);
        case YAML::NodeType::Sequence:
            return list(node, depth);
        case YAML::NodeType::Map:
            return map(node, depth);
        case YAML::NodeType::Null:
        case YAML::NodeType::Undefined:
            break;
        }
        return QJsonValue::Null;
    }

    bool tooMuch = false;

private:
    static QJsonValue scalar(const YAML::Node &node)
    {
        const QString text = QString::fromStdString(node.Scalar());
        return node.Tag() == "?" ? plainScalar(text) : QJsonValue(text);
    }

    QJsonArray list(const YAML::Node &node, int depth)
    {
        QJsonArray array;
        for (const YAML::Node &item : node) {
            if (tooMuch)
                break;
            array.append(value(item, depth + 1));
        }
        return array;
    }

    QJsonObject map(const YAML::Node &node, int depth)
    {
        QJsonObject object;
        for (const auto &item : node) {
            if (tooMuch)
                break;
            if (item.first.IsScalar())
                object.insert(QString::fromStdString(item.first.Scalar()),
                              value(item.second, depth + 1));
        }
        return object;
    }

    int m_values = 0;
};

Result<QJsonObject> valuesOf(const YAML::Node &root, const QString &fileName, int firstLine)
{
    if (root.IsNull() || !root.IsDefined())
        return QJsonObject();
    if (!root.IsMap())
        return badMatter(fileName, firstLine,
                         Text::tr("the front matter has no “key: value” lines"));
    Converter converter;
    const QJsonValue value = converter.value(root, 0);
    if (converter.tooMuch)
        return badMatter(fileName, firstLine, Text::tr("the front matter is too long"));
    return value.toObject();
}

Result<QJsonObject> parsed(const QString &text, const QString &fileName, int firstLine)
{
    try {
        return valuesOf(YAML::Load(text.toStdString()), fileName, firstLine);
    } catch (const YAML::Exception &error) {
        const int line = error.mark.line >= 0 ? error.mark.line : 0;
        return badMatter(fileName, firstLine + line, QString::fromStdString(error.msg));
    }
}

} // namespace

Result<QJsonObject> yamlMatter(const QString &text, const QString &fileName, int firstLine)
{
    auto values = parsed(text, fileName, firstLine);
    if (values)
        return values;
    if (auto quoted = parsed(withQuotes(text), fileName, firstLine))
        return quoted;
    return values;
}

} // namespace kakehashi::takeover
