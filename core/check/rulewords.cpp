#include "check/rulewords.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

namespace kakehashi::check {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::RuleBook)
};

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &one : value.toArray())
        list.append(one.toString());
    return list;
}

QSet<QString> stringSet(const QJsonValue &value)
{
    const QStringList list = strings(value);
    return {list.cbegin(), list.cend()};
}

Limits limitsFrom(const QJsonObject &json)
{
    Limits limits;
    const auto take = [&json](const char *key, int &limit) {
        limit = json.value(QLatin1String(key)).toInt(limit);
    };
    take("titleLength", limits.titleLength);
    take("descriptionShortest", limits.descriptionShortest);
    take("descriptionLongest", limits.descriptionLongest);
    take("thinPage", limits.thinPage);
    take("altLongest", limits.altLongest);
    return limits;
}

Result<void> readCharacters(const QString &file, QHash<char32_t, DependentCharacter> &characters)
{
    const auto json = readJson(file);
    if (!json)
        return passOn(json);
    for (const QJsonValue &value : json->array()) {
        const QJsonObject group = value.toObject();
        const auto severity = severityNamed(group.value(QLatin1String("severity")).toString());
        if (!severity)
            return fail(ErrorCode::Corrupt,
                        Text::tr("%1: a group has no severity must, should or ask.").arg(file));
        const QJsonObject map = group.value(QLatin1String("characters")).toObject();
        for (auto each = map.begin(); each != map.end(); ++each) {
            const QList<uint> points = each.key().toUcs4();
            if (points.size() != 1)
                return fail(ErrorCode::Corrupt,
                            Text::tr("%1: \"%2\" is not one character.").arg(file, each.key()));
            characters.insert(points.first(), {*severity, each.value().toString(),
                                               group.value(QLatin1String("group")).toString()});
        }
    }
    return {};
}

Result<void> readTerms(const QString &file, QList<Term> &terms)
{
    const auto json = readJson(file);
    if (!json)
        return passOn(json);
    for (const QJsonValue &value : json->array()) {
        const QJsonObject object = value.toObject();
        Term term;
        term.find.setPattern(object.value(QLatin1String("find")).toString());
        term.replacement = object.value(QLatin1String("replace")).toString();
        term.reason = object.value(QLatin1String("reason")).toString();
        if (term.find.pattern().isEmpty() || !term.find.isValid())
            return fail(ErrorCode::Corrupt,
                        Text::tr("%1: the pattern \"%2\" cannot be used: %3")
                            .arg(file, term.find.pattern(), term.find.errorString()));
        term.find.optimize();
        terms.append(term);
    }
    return {};
}

/// Finds the word, but not where it is a part of what shall be written: 「ゼロカーボンアワード」
/// within 「みやぎゼロカーボンアワード」.
QRegularExpression patternOf(const SiteTerm &term)
{
    const QString word = QRegularExpression::escape(term.written);
    const qsizetype at = term.wanted.indexOf(term.written);
    if (at < 0)
        return QRegularExpression(word);
    const QString before = QRegularExpression::escape(term.wanted.left(at));
    const QString after = QRegularExpression::escape(term.wanted.mid(at + term.written.size()));
    return QRegularExpression(QStringLiteral("(?!(?<=%1)%2%3)%2").arg(before, word, after));
}

} // namespace

void addTerms(const QList<SiteTerm> &terms, Words &words)
{
    QList<Term> own;
    for (const SiteTerm &term : terms) {
        if (term.wanted.isEmpty()) {
            words.rightWords.append(term.written);
            continue;
        }
        own.append({patternOf(term), term.wanted, term.reason, term.written});
        own.last().find.optimize();
    }
    words.terms = own + words.terms;
}

Result<QJsonDocument> readJson(const QString &file)
{
    QFile in(file);
    if (!in.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound,
                    Text::tr("The rules in %1 cannot be read: %2").arg(file, in.errorString()));
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(in.readAll(), &error);
    if (error.error != QJsonParseError::NoError)
        return fail(ErrorCode::Corrupt, Text::tr("%1 is no valid JSON at byte %2: %3")
                                            .arg(file)
                                            .arg(error.offset)
                                            .arg(error.errorString()));
    return json;
}

std::optional<Severity> severityNamed(const QString &name)
{
    if (name == QLatin1String("must"))
        return Severity::Must;
    if (name == QLatin1String("should"))
        return Severity::Should;
    if (name == QLatin1String("ask"))
        return Severity::Ask;
    return {};
}

Result<Words> readWords(const QString &folder)
{
    const auto json = readJson(folder + QStringLiteral("/words.json"));
    if (!json)
        return passOn(json);
    const QJsonObject object = json->object();
    Words words;
    words.linkTexts = stringSet(object.value(QLatin1String("linkTexts")));
    words.altTexts = stringSet(object.value(QLatin1String("altTexts")));
    words.spacedWords = stringSet(object.value(QLatin1String("spacedWords")));
    words.offices = strings(object.value(QLatin1String("offices")));
    words.sensory = strings(object.value(QLatin1String("sensory")));
    words.limits = limitsFrom(object.value(QLatin1String("limits")).toObject());
    const auto characters =
        readCharacters(folder + QStringLiteral("/characters.json"), words.characters);
    if (!characters)
        return passOn(characters);
    const auto terms = readTerms(folder + QStringLiteral("/terms.json"), words.terms);
    if (!terms)
        return passOn(terms);
    return words;
}

} // namespace kakehashi::check
