#pragma once

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QHash>

namespace kakehashi::bench {

/// Ends the program: a figure taken after a failure means nothing.
inline void must(bool good, const QString &why)
{
    if (!good)
        qFatal("%s", qPrintable(why));
}

/// Reads options such as "--files 2000" from the command line; what is not given keeps its value.
inline QHash<QString, int> numbersFrom(const QCoreApplication &app, QHash<QString, int> numbers)
{
    QCommandLineParser parser;
    for (auto each = numbers.cbegin(); each != numbers.cend(); ++each)
        parser.addOption(
            {each.key(), QString(), QStringLiteral("n"), QString::number(each.value())});
    parser.process(app);
    for (auto each = numbers.begin(); each != numbers.end(); ++each)
        each.value() = parser.value(each.key()).toInt();
    return numbers;
}

} // namespace kakehashi::bench
