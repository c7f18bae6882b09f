#include "takeover/hugo/config/hiding.h"

#include <QJsonArray>
#include <QStringList>

namespace kakehashi::takeover {
namespace {

QString wordOf(const QJsonValue &value)
{
    return value.toVariant().toString().trimmed().toLower();
}

bool isYes(const QJsonValue &value)
{
    static const QStringList words{QStringLiteral("true"), QStringLiteral("yes"),
                                   QStringLiteral("on"),   QStringLiteral("y"),
                                   QStringLiteral("t"),    QStringLiteral("1")};
    return words.contains(wordOf(value));
}

bool isNo(const QJsonValue &value)
{
    static const QStringList words{QStringLiteral("false"), QStringLiteral("no"),
                                   QStringLiteral("off"),   QStringLiteral("n"),
                                   QStringLiteral("f"),     QStringLiteral("0")};
    return words.contains(wordOf(value));
}

bool isSecret(const QJsonValue &value)
{
    return !wordOf(value).isEmpty() && !isNo(value);
}

bool isHiddenState(const QJsonValue &value)
{
    static const QStringList states{QStringLiteral("draft"),      QStringLiteral("private"),
                                    QStringLiteral("pending"),    QStringLiteral("future"),
                                    QStringLiteral("trash"),      QStringLiteral("hidden"),
                                    QStringLiteral("auto-draft"), QStringLiteral("password"),
                                    QStringLiteral("protected"),  QStringLiteral("unlisted")};
    return states.contains(wordOf(value));
}

/// {render: never, list: never}; pages with `render: link` are not made either.
bool isNotBuilt(const QJsonValue &value)
{
    const QJsonObject options = value.toObject();
    for (auto option = options.begin(); option != options.end(); ++option) {
        const QString key = option.key().toLower();
        const bool isOff = wordOf(option.value()) == QLatin1String("never") || isNo(option.value());
        if (isOff && (key == QLatin1String("render") || key == QLatin1String("list")))
            return true;
        if (key == QLatin1String("render") && wordOf(option.value()) == QLatin1String("link"))
            return true;
    }
    return false;
}

struct HidingKey
{
    const char *key;
    bool (*hides)(const QJsonValue &);
};

constexpr HidingKey hidingKeys[] = {
    {"draft", isYes},
    {"published", isNo},
    {"private", isYes},
    {"hidden", isYes},
    {"unlisted", isYes},
    {"headless", isYes},
    {"password", isSecret},
    {"post_password", isSecret},
    {"status", isHiddenState},
    {"post_status", isHiddenState},
    {"visibility", isHiddenState},
    {"build", isNotBuilt},
    {"_build", isNotBuilt},
};

QString quoted(const QString &key, const QJsonValue &value)
{
    if (key.contains(QLatin1String("password")))
        return key; // not shown around
    QStringList words;
    const QJsonObject map = value.toObject();
    for (auto one = map.begin(); one != map.end(); ++one)
        words.append(one.key() + QStringLiteral(": ") + one.value().toVariant().toString());
    return key + QStringLiteral(": ") +
           (words.isEmpty() ? value.toVariant().toString() : words.join(QStringLiteral(", ")));
}

} // namespace

HidingWords hidingWords(const QJsonObject &values)
{
    HidingWords words;
    for (auto value = values.begin(); value != values.end(); ++value) {
        for (const HidingKey &known : hidingKeys) {
            if (value.key().toLower() != QLatin1String(known.key))
                continue;
            words.insert(QLatin1String(known.key), known.hides(value.value())
                                                       ? quoted(value.key(), value.value())
                                                       : QString());
        }
    }
    return words;
}

bool isYesOrNo(const QJsonValue &value)
{
    return isYes(value) || isNo(value);
}

QList<Cascade> cascadesOf(const QJsonValue &given, const QString &folder, const QString &saidIn)
{
    QList<Cascade> cascades;
    const QJsonArray list = given.isArray() ? given.toArray() : QJsonArray{given};
    for (const auto &each : list) {
        const QJsonObject map = each.toObject();
        QJsonObject target = map.value(u"target").toObject();
        if (target.isEmpty())
            target = map.value(u"_target").toObject();
        if (target.value(u"environment").toString() == QLatin1String("development"))
            continue;
        const HidingWords words = hidingWords(map);
        if (!words.isEmpty())
            cascades.append({folder, target.value(u"path").toString(),
                             target.value(u"kind").toString(), saidIn, words});
    }
    return cascades;
}

} // namespace kakehashi::takeover
