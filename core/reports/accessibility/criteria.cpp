#include "reports/accessibility/criteria.h"

#include "base/file.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace kakehashi::reports {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Accessibility)
};

constexpr qint64 mostBytes = 1024 * 1024;

} // namespace

Result<QList<Criterion>> criteria()
{
    const QString file = QStringLiteral(":/reports/criteria.json");
    const auto bytes = readFile(file, mostBytes);
    if (!bytes)
        return passOn(bytes);
    QList<Criterion> all;
    for (const QJsonValue &each : QJsonDocument::fromJson(*bytes).array()) {
        const QJsonObject json = each.toObject();
        const auto text = [&json](const char *key) {
            return json.value(QLatin1String(key)).toString();
        };
        all.append({text("number"), text("level"), text("name"), text("applies"), text("decided"),
                    text("needs")});
    }
    if (all.isEmpty())
        return fail(ErrorCode::Corrupt, Text::tr("%1 is malformed.").arg(file));
    return all;
}

QStringList criteriaIn(const QString &clause)
{
    static const QRegularExpression pattern(
        QStringLiteral("\\b(\\d\\.\\d\\.\\d{1,2}) \\((A|AA)\\)"));
    QStringList numbers;
    if (!clause.startsWith(QLatin1String("JIS X 8341-3")))
        return numbers;
    auto matches = pattern.globalMatch(clause);
    while (matches.hasNext())
        numbers.append(matches.next().captured(1));
    return numbers;
}

} // namespace kakehashi::reports
