#include "takeover/hugo/matter/matter.h"

#include <toml++/toml.h>

#include <QJsonArray>

#include <sstream>

namespace kakehashi::takeover {
namespace {

template <typename T>
QString written(const T &value)
{
    std::ostringstream out;
    out << value;
    return QString::fromStdString(out.str());
}

QJsonValue valueOf(const toml::node &node)
{
    if (const auto *table = node.as_table()) {
        QJsonObject object;
        for (const auto &[key, value] : *table)
            object.insert(QString::fromUtf8(key.str().data(), qsizetype(key.str().size())),
                          valueOf(value));
        return object;
    }
    if (const auto *array = node.as_array()) {
        QJsonArray list;
        for (const toml::node &value : *array)
            list.append(valueOf(value));
        return list;
    }
    if (const auto *text = node.as_string())
        return QString::fromStdString(text->get());
    if (const auto *flag = node.as_boolean())
        return flag->get();
    if (const auto *whole = node.as_integer())
        return qint64(whole->get());
    if (const auto *number = node.as_floating_point())
        return number->get();
    if (const auto *date = node.as_date())
        return written(date->get());
    if (const auto *moment = node.as_date_time())
        return written(moment->get());
    if (const auto *time = node.as_time())
        return written(time->get());
    return QJsonValue::Null;
}

} // namespace

Result<QJsonObject> tomlMatter(const QString &text, const QString &fileName, int firstLine)
{
    try {
        const toml::table table = toml::parse(text.toStdString());
        return valueOf(table).toObject();
    } catch (const toml::parse_error &error) {
        const int line = int(error.source().begin.line);
        return badMatter(
            fileName, firstLine + (line > 0 ? line - 1 : 0),
            QString::fromUtf8(error.description().data(), qsizetype(error.description().size())));
    }
}

} // namespace kakehashi::takeover
