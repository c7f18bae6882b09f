#include "commands.h"

#include <QDir>

namespace kakehashi::cli {
namespace {

QString severityName(Severity severity)
{
    switch (severity) {
    case Severity::Must:
        return QStringLiteral("must");
    case Severity::Should:
        return QStringLiteral("should");
    case Severity::Ask:
        return QStringLiteral("ask");
    }
    return {};
}

} // namespace

Result<std::unique_ptr<workspace::Workspace>> openSite(const std::string &folder)
{
    return workspace::Workspace::open(QDir::current().absoluteFilePath(text(folder)));
}

QJsonObject toJson(const Issue &issue)
{
    return {{QStringLiteral("severity"), severityName(issue.severity)},
            {QStringLiteral("rule"), issue.rule},
            {QStringLiteral("text"), issue.text},
            {QStringLiteral("page"), issue.place.pagePath},
            {QStringLiteral("file"), issue.place.file},
            {QStringLiteral("line"), issue.place.line},
            {QStringLiteral("column"), issue.place.column}};
}

QString toLine(const Issue &issue)
{
    const QString where = issue.place.file.isEmpty() ? issue.place.pagePath : issue.place.file;
    return QStringLiteral("%1:%2: %3: %4 [%5]")
        .arg(where)
        .arg(issue.place.line)
        .arg(severityName(issue.severity), issue.text, issue.rule);
}

} // namespace kakehashi::cli
