#include "reports/seo/seofigures.h"

#include "base/file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace kakehashi::reports {
namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(kakehashi::Seo)
};

constexpr qint64 mostBytes = 4 * 1024 * 1024;

QString fileIn(const QString &siteFolder)
{
    return QDir(siteFolder).filePath(QStringLiteral("reports/seo.json"));
}

} // namespace

SeoFigures figuresOf(const SeoSurvey &survey, const QDate &date)
{
    SeoFigures figures;
    figures.date = date;
    figures.pages = static_cast<int>(survey.pages.size());
    figures.indexed = survey.indexed();
    figures.flawless = survey.flawless();
    figures.chains = static_cast<int>(survey.chains.size());
    for (const SeoProblem problem : allSeoProblems())
        figures.problems.insert(problem, survey.count(problem));
    return figures;
}

QJsonObject toJson(const SeoFigures &figures)
{
    QJsonObject problems;
    for (const SeoProblem problem : allSeoProblems())
        problems.insert(idOf(problem), figures.problems.value(problem));
    return {{QStringLiteral("date"), figures.date.toString(Qt::ISODate)},
            {QStringLiteral("pages"), figures.pages},
            {QStringLiteral("indexed"), figures.indexed},
            {QStringLiteral("flawless"), figures.flawless},
            {QStringLiteral("chains"), figures.chains},
            {QStringLiteral("problems"), problems}};
}

SeoFigures seoFiguresFromJson(const QJsonObject &json)
{
    const auto number = [&json](const char *key) { return json.value(QLatin1String(key)).toInt(); };
    SeoFigures figures;
    figures.date = QDate::fromString(json.value(QLatin1String("date")).toString(), Qt::ISODate);
    figures.pages = number("pages");
    figures.indexed = number("indexed");
    figures.flawless = number("flawless");
    figures.chains = number("chains");
    const QJsonObject problems = json.value(QLatin1String("problems")).toObject();
    for (const SeoProblem problem : allSeoProblems())
        figures.problems.insert(problem, problems.value(idOf(problem)).toInt());
    return figures;
}

Result<QList<SeoFigures>> seoHistory(const QString &siteFolder)
{
    const QString file = fileIn(siteFolder);
    if (!QFileInfo::exists(file))
        return QList<SeoFigures>();
    const auto bytes = readFile(file, mostBytes);
    if (!bytes)
        return passOn(bytes);
    const QJsonDocument document = QJsonDocument::fromJson(*bytes);
    if (!document.isArray())
        return fail(ErrorCode::Corrupt,
                    Text::tr("%1 is damaged, so there is nothing to compare with. Move the file "
                             "away and write the proposal again.")
                        .arg(QDir::toNativeSeparators(file)));
    QList<SeoFigures> history;
    for (const QJsonValue &each : document.array()) {
        const SeoFigures figures = seoFiguresFromJson(each.toObject());
        if (figures.date.isValid())
            history.append(figures);
    }
    std::sort(history.begin(), history.end(),
              [](const auto &a, const auto &b) { return a.date < b.date; });
    return history;
}

std::optional<SeoFigures> lastBefore(const QList<SeoFigures> &history, const QDate &date)
{
    std::optional<SeoFigures> last;
    for (const SeoFigures &figures : history) {
        if (figures.date < date)
            last = figures;
    }
    return last;
}

Result<void> rememberSeo(const QString &siteFolder, const SeoFigures &figures)
{
    auto history = seoHistory(siteFolder);
    if (!history)
        return passOn(history);
    history->removeIf([&](const SeoFigures &other) { return other.date == figures.date; });
    history->append(figures);
    QJsonArray array;
    for (const SeoFigures &each : *history)
        array.append(toJson(each));
    return writeFile(fileIn(siteFolder), QJsonDocument(array).toJson());
}

} // namespace kakehashi::reports
