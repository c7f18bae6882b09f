#include "tabular/csv.h"

namespace kakehashi::tabular {
namespace {

bool runsAsFormula(const QString &text)
{
    return !text.isEmpty() && QStringView(u"=+-@\t\r＝＋－＠").contains(text.front());
}

QString quoted(QString text)
{
    if (runsAsFormula(text))
        text.prepend(u'\'');
    const bool isPlain = std::none_of(text.cbegin(), text.cend(), [](QChar each) {
        return each == u',' || each == u'"' || each == u'\n' || each == u'\r';
    });
    if (isPlain)
        return text;
    return u'"' + text.replace(u'"', QLatin1String("\"\"")) + u'"';
}

struct AsText
{
    int decimals = 0;

    QString operator()(std::monostate) const { return {}; }
    QString operator()(const QString &text) const { return quoted(text); }
    QString operator()(double number) const { return QString::number(number, 'g', 15); }
    QString operator()(const Percent &percent) const
    {
        return QString::number(percent.share * 100, 'f', decimals) + u'%';
    }
    QString operator()(const QDate &date) const { return date.toString(Qt::ISODate); }
    QString operator()(const Link &link) const
    {
        return quoted(link.text.isEmpty() ? link.url : link.text);
    }
};

} // namespace

QByteArray toCsv(const Sheet &sheet)
{
    QStringList lines;
    if (!sheet.isUntitled) {
        QStringList head;
        for (const Column &column : sheet.columns)
            head.append(quoted(column.title));
        lines.append(head.join(u','));
    }
    for (const Row &row : sheet.rows) {
        QStringList fields;
        for (qsizetype i = 0; i < row.size(); ++i) {
            const int decimals = i < sheet.columns.size() ? sheet.columns.at(i).decimals : 0;
            fields.append(std::visit(AsText{decimals}, row.at(i).value));
        }
        lines.append(fields.join(u','));
    }
    return "\xEF\xBB\xBF" + (lines.join(QLatin1String("\r\n")) + QLatin1String("\r\n")).toUtf8();
}

} // namespace kakehashi::tabular
