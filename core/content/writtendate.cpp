#include "content/writtendate.h"

#include <QHash>
#include <QRegularExpression>

namespace kakehashi::content {
namespace {

/// The year before the era's first.
int yearBefore(const QString &era)
{
    static const QHash<QString, int> before{
        {QStringLiteral("令和"), 2018}, {QStringLiteral("平成"), 1988},
        {QStringLiteral("昭和"), 1925}, {QStringLiteral("大正"), 1911},
        {QStringLiteral("明治"), 1867}, {QStringLiteral("R"), 2018},
        {QStringLiteral("H"), 1988},    {QStringLiteral("S"), 1925},
        {QStringLiteral("T"), 1911},    {QStringLiteral("M"), 1867},
    };
    return before.value(era);
}

QString iso(int year, const QString &month, const QString &day)
{
    return QStringLiteral("%1-%2-%3")
        .arg(year, 4, 10, QLatin1Char('0'))
        .arg(month.toInt(), 2, 10, QLatin1Char('0'))
        .arg(day.toInt(), 2, 10, QLatin1Char('0'));
}

} // namespace

QString isoDated(const QString &text)
{
    static const QRegularExpression western(
        QStringLiteral("\\A([0-9]{4})(?:[-/.]|\\s*年\\s*)([0-9]{1,2})(?:[-/.]|\\s*月\\s*)"
                       "([0-9]{1,2})(?:\\s*日)?(?![0-9])"));
    static const QRegularExpression digits(
        QStringLiteral("\\A([0-9]{4})([0-9]{2})([0-9]{2})(?![0-9])"));
    static const QRegularExpression era(QStringLiteral(
        "\\A(令和|平成|昭和|大正|明治|[RHSTM])\\s*(元|[0-9]{1,2})(?:[-/.]|\\s*年\\s*)([0-9]{1,2})"
        "(?:[-/.]|\\s*月\\s*)([0-9]{1,2})(?:\\s*日)?(?![0-9])"));
    const QString plain = text.normalized(QString::NormalizationForm_KC).trimmed();
    for (const auto &form : {western, digits})
        if (const auto match = form.match(plain); match.hasMatch())
            return iso(match.captured(1).toInt(), match.captured(2), match.captured(3)) +
                   plain.mid(match.capturedEnd());
    if (const auto match = era.match(plain); match.hasMatch()) {
        const QString year = match.captured(2);
        const int number = year == QStringLiteral("元") ? 1 : year.toInt();
        return iso(yearBefore(match.captured(1)) + number, match.captured(3), match.captured(4)) +
               plain.mid(match.capturedEnd());
    }
    return text;
}

} // namespace kakehashi::content
